/** What a media source does, for the window. */
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { MediaPhase } from './media-clock.ts';

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
