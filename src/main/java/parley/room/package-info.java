/** Who is together: the rules of a room as a pure value, and the registry that applies them one at a time. */
package parley.room;
