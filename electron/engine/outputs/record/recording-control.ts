/**
 * The recording that somebody asked for, from the wait for its first keyframe to its end. A recording goes along with the
 * stream that it began with, or runs by itself. Files are the recorder's.
 */
import { missingCase } from '../../../../shared/assert.ts';
import type { RecorderView } from '../../../../shared/broadcast/state.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import type { RecordingPlan } from '../../../../shared/ipc/engine-control.ts';
import type { RecordingSplit } from '../../../../shared/settings/settings.ts';
import type { SplitLimits } from './recording.ts';

type Recording =
  | { readonly phase: 'off' }
  | {
      readonly phase: 'waiting';
      readonly isWithBroadcast: boolean;
      /** The keyframe came. */
      readonly begin: () => void;
      /** The recording never begins, for this reason. */
      readonly end: (cause: AppError) => void;
    }
  | { readonly phase: 'recording'; readonly isWithBroadcast: boolean }
  | { readonly phase: 'finishing'; readonly isWithBroadcast: boolean; readonly finished: Promise<void> };

export interface RecordingControlOptions {
  readonly startFile: (plan: RecordingPlan, split: SplitLimits) => Promise<unknown>;
  /** A recording is wanted, whose sound has to be encoded from now on; undefined: none is any more. */
  readonly onPlan: (plan: RecordingPlan | undefined) => void;
  /** Resolves when the file is whole. */
  readonly stopFile: () => Promise<void>;
  /** A recording waits for its first keyframe, or is stopped before it. */
  readonly onChange: () => void;
}

export class RecordingControl {
  readonly #options: RecordingControlOptions;
  #state: Recording = { phase: 'off' };
  #hasKeyframe = false;

  constructor(options: RecordingControlOptions) {
    this.#options = options;
  }

  /** True from the request until somebody stops it, though the first keyframe may still be on its way. */
  get isWanted(): boolean {
    return this.#isWaiting || this.#state.phase === 'recording';
  }

  /** What is shown of it, over what the recorder shows of its files. */
  view(files: RecorderView): RecorderView {
    if (!this.#isWaiting) return files;
    return { phase: 'waiting', ...(files.path === undefined ? {} : { path: files.path }) };
  }

  /** For its first keyframe. */
  get #isWaiting(): boolean {
    return this.#state.phase === 'waiting';
  }

  get isWithBroadcast(): boolean {
    return this.#state.phase !== 'off' && this.#state.isWithBroadcast;
  }

  /** @throws AppError `studio/not-ready` while a recording is wanted, or still being finished. */
  requireOff(): void {
    if (this.isWanted) throw withReason('studio/not-ready', 'alreadyRecording');
    if (this.#state.phase === 'finishing') throw withReason('studio/not-ready', 'recordingEnding');
  }

  /** An encoder begins: a recording waits for its first keyframe. */
  resetKeyframe(): void {
    this.#hasKeyframe = false;
  }

  /** The program has a keyframe: a recording gets the GOP from its start. */
  keyframe(): void {
    this.#hasKeyframe = true;
    if (this.#state.phase === 'waiting') this.#state.begin();
  }

  /**
   * Resolves when the file is there. It waits for the first keyframe: a file that began with sound alone would have no picture.
   * @throws AppError `record/*`, or what it was stopped with before.
   */
  async start(plan: RecordingPlan, isWithBroadcast: boolean): Promise<void> {
    this.requireOff();
    this.#options.onPlan(plan);
    if (!this.#hasKeyframe) {
      await this.#untilKeyframe(isWithBroadcast);
      if (!this.#isWaiting) throw stoppedEarly();
    }
    this.#state = { phase: 'recording', isWithBroadcast };
    try {
      await this.#options.startFile(plan, splitLimits(plan.split));
    } catch (error) {
      if (this.#state.phase === 'recording') this.#setOff();
      throw error;
    }
  }

  /**
   * Resolves when the file is whole on the disk; at once while the recording waits for its first keyframe. False when there was
   * nothing to stop.
   * @param cause what a recording that never begins is told.
   */
  async stop(cause = stoppedEarly()): Promise<boolean> {
    const state = this.#state;
    switch (state.phase) {
      case 'off':
        await this.#options.stopFile();
        return false;
      case 'waiting':
        this.#setOff();
        state.end(cause);
        this.#options.onChange();
        return true;
      case 'recording':
        await this.#finish(state.isWithBroadcast);
        return true;
      case 'finishing':
        await state.finished;
        return true;
      default:
        return missingCase(state);
    }
  }

  /** The recorder ended by itself, as on a full disk. */
  ended(): void {
    if (this.#state.phase === 'recording') this.#setOff();
  }

  #setOff(): void {
    this.#state = { phase: 'off' };
    this.#options.onPlan(undefined);
  }

  async #finish(isWithBroadcast: boolean): Promise<void> {
    const finished = this.#options.stopFile();
    this.#state = { phase: 'finishing', isWithBroadcast, finished };
    try {
      await finished;
    } finally {
      this.#setOff();
    }
  }

  #untilKeyframe(isWithBroadcast: boolean): Promise<void> {
    return new Promise<void>((begin, end) => {
      this.#state = { phase: 'waiting', isWithBroadcast, begin, end };
      this.#options.onChange();
    });
  }
}

function stoppedEarly(): AppError {
  return new AppError('internal/aborted', { message: 'the recording was stopped before it began' });
}

function splitLimits(split: RecordingSplit): SplitLimits {
  if (split.by === 'time') return { afterMs: split.minutes * 60_000 };
  return split.by === 'size' ? { afterBytes: split.megabytes * 1_000_000 } : {};
}
