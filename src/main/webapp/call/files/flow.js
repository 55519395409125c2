/** The agreed limits of a transfer, in bytes. */

/** The longest piece of a file that is sent as one message. */
export const PIECE = 65_536;

/** How much may be on its way without the receiver having said that it has stored it. */
export const WINDOW = 8_388_608;

/** After how much the receiver says so, at the latest. */
export const STEP = 1_048_576;
