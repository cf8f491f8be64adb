/**
 * The recording that somebody asked for, from the wait for its first keyframe to its end. A recording goes along with the
 * stream that it began with, or runs by itself. Files are the recorder's.
 */
import type { RecordingPlan } from '../../../../shared/ipc/engine-control.ts';
import type { RecordingSplit } from '../../../../shared/settings/settings.ts';
import type { SplitLimits } from './recording.ts';

type Recording =
  | { readonly phase: 'off' }
  /** `give` is called with whether the keyframe came. */
  | {
      readonly phase: 'waiting';
      readonly isWithBroadcast: boolean;
      readonly give: (hasCome: boolean) => void;
    }
  | { readonly phase: 'recording'; readonly isWithBroadcast: boolean };

export interface RecordingControlOptions {
  readonly startFile: (path: string, split: SplitLimits) => Promise<unknown>;
  /** Resolves when the file is whole. */
  readonly stopFile: () => Promise<void>;
}

export class RecordingControl {
  readonly #options: RecordingControlOptions;
  #state: Recording = { phase: 'off' };
  #hasKeyframe = false;

  constructor(options: RecordingControlOptions) {
    this.#options = options;
  }

  /** True from the request on, though the first keyframe may still be on its way. */
  get isWanted(): boolean {
    return this.#state.phase !== 'off';
  }

  get isWithBroadcast(): boolean {
    return this.#state.phase !== 'off' && this.#state.isWithBroadcast;
  }

  /** An encoder begins: a recording waits for its first keyframe. */
  resetKeyframe(): void {
    this.#hasKeyframe = false;
  }

  /** The program has a keyframe: a recording gets the GOP from its start. */
  keyframe(): void {
    this.#hasKeyframe = true;
    if (this.#state.phase === 'waiting') this.#state.give(true);
  }

  /**
   * Resolves when the file is there, or when the recording was stopped before its first keyframe: a file that began with sound
   * alone would have no picture. @throws AppError `record/*`.
   */
  async start({ path, split }: RecordingPlan, isWithBroadcast: boolean): Promise<void> {
    if (this.#state.phase === 'waiting') this.#state.give(false);
    if (!this.#hasKeyframe) {
      const hasCome = await new Promise<boolean>((give) => {
        this.#state = { phase: 'waiting', isWithBroadcast, give };
      });
      if (!hasCome) return;
    }
    this.#state = { phase: 'recording', isWithBroadcast };
    try {
      await this.#options.startFile(path, splitLimits(split));
    } catch (error) {
      this.#state = { phase: 'off' };
      throw error;
    }
  }

  /** Resolves when the file is whole on the disk. */
  async stop(): Promise<void> {
    if (this.#state.phase === 'waiting') this.#state.give(false);
    this.#state = { phase: 'off' };
    await this.#options.stopFile();
  }

  /** The recorder ended by itself, as on a full disk. */
  ended(): void {
    if (this.#state.phase === 'recording') this.#state = { phase: 'off' };
  }
}

function splitLimits(split: RecordingSplit): SplitLimits {
  if (split.by === 'time') return { afterMs: split.minutes * 60_000 };
  return split.by === 'size' ? { afterBytes: split.megabytes * 1_000_000 } : {};
}
