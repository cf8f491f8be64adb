/** Positions of the T-bar on their way to the document: one command at a time, the newest next. The end is never left out. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { RunCommand } from '../../state/commands.ts';
import { createBatch } from '../../state/frame-batch.ts';
import type { Batch, Schedule } from '../../state/frame-batch.ts';

export class PositionEdits {
  /** What the document doesn't have yet. */
  readonly draft: StoreApi<{ readonly position: number | undefined }> = createStore(() => ({
    position: undefined,
  }));
  readonly #run: RunCommand;
  readonly #canvasId: string;
  readonly #onRefused: (cause: unknown) => void;
  readonly #batch: Batch;
  #waiting: number[] = [];
  #isBusy = false;

  constructor(run: RunCommand, canvasId: string, schedule: Schedule, onRefused: (cause: unknown) => void) {
    this.#run = run;
    this.#canvasId = canvasId;
    this.#onRefused = onRefused;
    this.#batch = createBatch(() => void this.#sendNext(), schedule);
  }

  /** @param position 0 to 1. */
  push(position: number): void {
    if (this.#waiting.at(-1) !== 1) this.#waiting.pop();
    this.#waiting.push(position);
    this.draft.setState({ position: position === 1 ? 0 : position });
    this.#batch.request();
  }

  async #sendNext(): Promise<void> {
    if (this.#isBusy) return;
    const position = this.#waiting.shift();
    if (position === undefined) return;
    this.#isBusy = true;
    try {
      await this.#run({ type: 'setTransitionPosition', canvasId: this.#canvasId, position });
    } catch (cause) {
      this.#waiting = [];
      this.#onRefused(cause);
    } finally {
      this.#isBusy = false;
    }
    if (this.#waiting.length > 0) this.#batch.request();
    else this.draft.setState({ position: undefined });
  }
}
