/** The app's pages, each with an origin, and so a process, of its own. */
export const WINDOW_ORIGIN = 'upcast://app';
export const SECRET_FRAME_ORIGIN = 'upcast://secrets';
/** Draws pictures that only a document can draw. */
export const PICTURE_FRAME_ORIGIN = 'upcast://pictures';
/** The guide's window. */
export const GUIDE_ORIGIN = 'upcast://guide';

/** Main gets a port by it that is open for as long as the secret frame is. */
export const SECRET_FRAME_CHANNEL = 'upcast:secretFrame';
