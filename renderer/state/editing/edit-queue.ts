/**
 * Edits of a drag on their way to main: sent in order, one at a time and no more than one a picture of the display. Of those that wait,
 * an edit takes the place of the one before where it says the same anew; the last one is never left out.
 */
import { createBatch } from '../frame-batch.ts';
import type { Batch, Schedule } from '../frame-batch.ts';

export interface EditQueueOptions<Edit> {
  readonly send: (edit: Edit) => Promise<unknown>;
  /** Whether an edit that waits can be left out, now that this one follows it. */
  readonly isReplacedBy: (waiting: Edit, next: Edit) => boolean;
  /** Everything was sent. */
  readonly onEmpty: () => void;
  readonly onRefused: (cause: unknown) => void;
  readonly schedule: Schedule;
}

export class EditQueue<Edit> {
  readonly #options: EditQueueOptions<Edit>;
  readonly #batch: Batch;
  #waiting: Edit[] = [];
  #isBusy = false;

  constructor(options: EditQueueOptions<Edit>) {
    this.#options = options;
    this.#batch = createBatch(() => void this.#sendNext(), options.schedule);
  }

  push(edit: Edit): void {
    const last = this.#waiting.at(-1);
    if (last !== undefined && this.#options.isReplacedBy(last, edit)) this.#waiting.pop();
    this.#waiting.push(edit);
    this.#batch.request();
  }

  async #sendNext(): Promise<void> {
    if (this.#isBusy) return;
    const edit = this.#waiting.shift();
    if (edit === undefined) return;
    this.#isBusy = true;
    try {
      await this.#options.send(edit);
    } catch (cause) {
      // Nothing of before is sent late.
      this.#waiting = [];
      this.#options.onRefused(cause);
    } finally {
      this.#isBusy = false;
    }
    if (this.#waiting.length > 0) this.#batch.request();
    else this.#options.onEmpty();
  }
}
