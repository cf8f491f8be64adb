/** How long a recording can go on with the space that its disk has left. Pure; who records asks the system and acts. */

/** Said once when less than this is left, and again at the second. */
const LOW_SECONDS = 15 * 60;
const VERY_LOW_SECONDS = 2 * 60;
/** Space kept for finishing the file, in seconds of recording: more than a second of it waits in the encoder and on its way. */
const RESERVE_SECONDS = 8;

export type SpaceLevel = 'enough' | 'low' | 'veryLow' | 'full';

export interface DiskSpace {
  readonly level: SpaceLevel;
  /** Recording time left before the file has to be finished, whole seconds. */
  readonly secondsLeft: number;
}

/**
 * @param freeBytes what the system would let us write
 * @param bytesPerSecond the recording's rate, above 0
 */
export function decideDiskSpace(freeBytes: number, bytesPerSecond: number): DiskSpace {
  const secondsLeft = Math.max(0, Math.floor(freeBytes / bytesPerSecond - RESERVE_SECONDS));
  if (secondsLeft === 0) return { level: 'full', secondsLeft };
  if (secondsLeft < VERY_LOW_SECONDS) return { level: 'veryLow', secondsLeft };
  return { level: secondsLeft < LOW_SECONDS ? 'low' : 'enough', secondsLeft };
}
