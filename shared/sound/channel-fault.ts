/** What can be wrong with the sound of one channel. */

/**
 * - `late`: what came was of a moment that had been sent already.
 * - `noSignal`: nothing came since the source was opened.
 * - `wentSilent`: there was sound, and there is none any more.
 * - `clips`: the source reaches full scale again and again.
 * - `outOfPhase`: the sides cancel each other out where they are heard as one.
 */
export const channelFaults = ['late', 'noSignal', 'wentSilent', 'clips', 'outOfPhase'] as const;
export type ChannelFault = (typeof channelFaults)[number];
