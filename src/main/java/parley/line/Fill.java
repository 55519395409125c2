package parley.line;

/**
 * What a line holds for its client.
 *
 * @param frames how many frames
 * @param bytes their size in UTF-8
 */
record Fill(int frames, int bytes) {}
