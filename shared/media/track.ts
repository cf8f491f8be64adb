/** Ids of tracks: one canvas or one mix each, on the media port, in a frame file and on encoded packets. */

/** The only track today. */
export const MAIN_TRACK = 'main';

/** Longest id, in bytes of ASCII. */
export const MAX_TRACK_ID_BYTES = 32;
