/** Ids of tracks: one canvas or one mix each, on the media port, in a frame file and on encoded packets. */

/** The canvas, and the first track of the mixer. */
export const MAIN_TRACK = 'main';

/** Longest id, in bytes of ASCII. */
export const MAX_TRACK_ID_BYTES = 32;

/** Mixes that the mixer makes. */
export const TRACK_NUMBERS = [1, 2, 3, 4, 5, 6] as const;
export type TrackNumber = (typeof TRACK_NUMBERS)[number];

/** Bit 0 stands for track 1. */
export function maskOfTracks(tracks: readonly number[]): number {
  return tracks.reduce((mask, track) => mask | (1 << (track - 1)), 0);
}

/** @param track of the mixer, 1 to 6. */
export function soundTrackId(track: number): string {
  return track === 1 ? MAIN_TRACK : `track-${track}`;
}

const soundTrackIds = TRACK_NUMBERS.map(soundTrackId);

export function isSoundTrack(id: unknown): boolean {
  return soundTrackIds.some((each) => each === id);
}

/** The reverse of `soundTrackId`; 0 for none. */
export function soundTrackNumber(id: string): number {
  return soundTrackIds.indexOf(id) + 1;
}
