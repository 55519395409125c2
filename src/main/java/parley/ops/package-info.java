/** What an administrator sees and sets. */
package parley.ops;
