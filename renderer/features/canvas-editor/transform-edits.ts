/**
 * Transforms on their way to the document: shown in the editor at once, sent in order, one command at a time and no more than one a
 * picture of the display. Of a gesture's commands that wait the newest goes; the last one always does.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { RunCommand } from '../../state/commands.ts';
import { createBatch } from '../../state/frame-batch.ts';
import type { Batch, Schedule } from '../../state/frame-batch.ts';
import type { ItemTransform } from './drag.ts';
import type { Draft } from './editor-item.ts';

export interface TransformEdit {
  readonly sceneId: string;
  readonly gestureId: string;
  readonly transforms: readonly ItemTransform[];
}

export class TransformEdits {
  /** What the document doesn't have yet. */
  readonly draft: StoreApi<Draft> = createStore<Draft>(() => ({}));
  readonly #run: RunCommand;
  readonly #onRefused: (cause: unknown) => void;
  readonly #batch: Batch;
  #waiting: TransformEdit[] = [];
  #isBusy = false;

  constructor(run: RunCommand, schedule: Schedule, onRefused: (cause: unknown) => void) {
    this.#run = run;
    this.#onRefused = onRefused;
    this.#batch = createBatch(() => void this.#sendNext(), schedule);
  }

  push(edit: TransformEdit): void {
    if (edit.transforms.length === 0) return;
    if (this.#waiting.at(-1)?.gestureId === edit.gestureId) this.#waiting.pop();
    this.#waiting.push(edit);
    this.draft.setState(Object.fromEntries(edit.transforms.map((each) => [each.itemId, each.transform])));
    this.#batch.request();
  }

  async #sendNext(): Promise<void> {
    if (this.#isBusy) return;
    const edit = this.#waiting.shift();
    if (edit === undefined) return;
    this.#isBusy = true;
    try {
      const { sceneId, gestureId, transforms } = edit;
      await this.#run({ type: 'setTransform', sceneId, gestureId, transforms: [...transforms] });
    } catch (cause) {
      // Nothing of before is sent late.
      this.#waiting = [];
      this.#onRefused(cause);
    } finally {
      this.#isBusy = false;
    }
    if (this.#waiting.length > 0) this.#batch.request();
    else this.draft.setState({}, true);
  }
}
