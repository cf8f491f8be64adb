/** What a media source does, for the window. */
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { MediaPassBegan } from '../../../../shared/media/media-source-port.ts';
import type { MediaClock, MediaPhase } from './media-clock.ts';

export interface MediaStatus {
  /** `waiting`: it plays once something on air shows it. */
  readonly phase: MediaPhase | 'waiting';
  /** Without its folder; of the file that shows. */
  readonly name: string | undefined;
  /** Of the file in the list, from 0. */
  readonly entry: number;
  readonly entries: number;
  /** As the file shows itself. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly fps: number | undefined;
  /** In the file. */
  readonly positionMs: number;
  readonly durationMs: number | undefined;
  /** Why nothing comes; of a list, why a file was left out. */
  readonly error: ErrorRecord | undefined;
}

/** Where a source is: in which file of the list, and where in the file. */
export interface MediaPlace {
  /** Of the file, or of the one before while nothing is known of it. */
  readonly pass: MediaPassBegan | undefined;
  readonly entry: number;
  readonly positionUs: number;
}

export function statusOf(
  { isHeld, phase }: MediaClock,
  { pass, entry, positionUs }: MediaPlace,
): Omit<MediaStatus, 'entries' | 'error'> {
  const durationUs = pass?.durationUs;
  const durationMs = durationUs === undefined ? undefined : Math.round(durationUs / 1000);
  return {
    phase: isHeld && phase === 'playing' ? 'waiting' : phase,
    name: pass?.name,
    entry,
    ...(pass?.hasPictures === false
      ? { width: undefined, height: undefined, fps: undefined }
      : { width: pass?.width, height: pass?.height, fps: pass?.fps }),
    positionMs: phase === 'ended' ? (durationMs ?? 0) : Math.round(positionUs / 1000),
    durationMs,
  };
}
