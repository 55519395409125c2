/** Who may connect, and what the page may load. */
package parley.access;
