/** Ordered, bounded delivery of text frames to one socket each, and the one sweep that notices dead ones. */
package parley.line;
