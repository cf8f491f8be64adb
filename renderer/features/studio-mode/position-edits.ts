/** Positions of the T-bar on their way to the document: one command at a time, the newest next. The end is never left out. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { RunCommand } from '../../state/commands.ts';
import { EditQueue } from '../../state/editing/edit-queue.ts';
import type { Schedule } from '../../state/frame-batch.ts';

export class PositionEdits {
  /** What the document doesn't have yet. */
  readonly draft: StoreApi<{ readonly position: number | undefined }> = createStore(() => ({
    position: undefined,
  }));
  readonly #queue: EditQueue<number>;

  constructor(run: RunCommand, canvasId: string, schedule: Schedule, onRefused: (cause: unknown) => void) {
    this.#queue = new EditQueue({
      send: (position) => run({ type: 'setTransitionPosition', canvasId, position }),
      isReplacedBy: (waiting) => waiting !== 1,
      onEmpty: () => this.draft.setState({ position: undefined }),
      ...{ onRefused, schedule },
    });
  }

  /** @param position 0 to 1. */
  push(position: number): void {
    this.draft.setState({ position: position === 1 ? 0 : position });
    this.#queue.push(position);
  }
}
