/**
 * Transforms on their way to the document: shown in the editor at once, sent in order, one command at a time and no more than one a
 * picture of the display. Of a gesture's commands that wait the newest goes; the last one always does.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { GroupFrame } from '../../../shared/studio/groups/group-frame-schema.ts';
import type { RunCommand } from '../../state/commands.ts';
import { EditQueue } from '../../state/editing/edit-queue.ts';
import type { Schedule } from '../../state/frame-batch.ts';
import type { ItemTransform } from './drag.ts';
import type { Draft } from './editor-item.ts';

export interface TransformEdit {
  readonly sceneId: string;
  readonly gestureId: string;
  readonly transforms: readonly ItemTransform[];
}

export interface TransformEditsParts {
  readonly run: RunCommand;
  readonly schedule: Schedule;
  readonly onRefused: (cause: unknown) => void;
  /** Of the group that the items stand in. */
  readonly frameAfter: (edit: TransformEdit) => GroupFrame | undefined;
}

export class TransformEdits {
  /** What the document doesn't have yet. */
  readonly draft: StoreApi<Draft> = createStore<Draft>(() => ({}));
  readonly #queue: EditQueue<TransformEdit>;

  constructor({ run, schedule, onRefused, frameAfter }: TransformEditsParts) {
    this.#queue = new EditQueue({
      send: (edit) => {
        const { sceneId, gestureId, transforms } = edit;
        const frame = frameAfter(edit);
        return run({
          ...{ type: 'setTransform', sceneId, gestureId, transforms: [...transforms] },
          ...(frame && { frame }),
        });
      },
      isReplacedBy: (waiting, next) => waiting.gestureId === next.gestureId,
      onEmpty: () => this.draft.setState({}, true),
      ...{ onRefused, schedule },
    });
  }

  push(edit: TransformEdit): void {
    if (edit.transforms.length === 0) return;
    this.draft.setState(Object.fromEntries(edit.transforms.map((each) => [each.itemId, each.transform])));
    this.#queue.push(edit);
  }
}
