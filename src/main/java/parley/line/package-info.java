/**
 * Ordered, bounded delivery of text frames to one client each, over one socket after the other, and the one sweep that
 * notices dead ones.
 */
package parley.line;
