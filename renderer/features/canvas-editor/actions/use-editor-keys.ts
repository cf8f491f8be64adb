/** The keyboard in the editor: what `editor-keys` names is done to the selected items. A held key is one step of undo. */
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { transformFrom } from '../../../../shared/studio/geometry/edit-transform.ts';
import { croppedOf } from '../../../../shared/studio/geometry/placement.ts';
import type { Point } from '../../../../shared/studio/geometry/placement.ts';
import { selectItems } from '../../../state/selection.ts';
import { runOrShowError, useServices } from '../../../state/services.ts';
import { itemCommands, ungroupAll } from '../../sources/index.ts';
import { clipboard, copyItems, copyTransform, pasteItems } from './clipboard.ts';
import { moveBy } from '../drag.ts';
import type { ItemTransform } from '../drag.ts';
import { editorItems } from '../editor-item.ts';
import type { EditorItem, EditorScene, OpenGroup } from '../editor-item.ts';
import { editorAction } from './editor-keys.ts';
import type { EditorAction } from './editor-keys.ts';
import { resizeBy } from '../geometry/resize.ts';
import { turnBox } from '../geometry/turn.ts';
import type { TransformEdits } from '../transform-edits.ts';

export interface KeyParts {
  readonly editor: EditorScene;
  readonly items: readonly EditorItem[];
  readonly selectedIds: readonly string[];
  readonly edits: TransformEdits;
  /** Ends a drag; false where there is none. */
  cancelDrag(): boolean;
  onEnter(item: EditorItem, point: undefined): void;
  onLeave(point: undefined): void;
}

export function useEditorKeys(parts: KeyParts) {
  const { editor, items, selectedIds, edits, cancelDrag, onEnter, onLeave } = parts;
  const services = useServices();
  const gestureId = useRef('');
  const { scene, canvas, sources } = editor;
  const commands = itemCommands(services, scene);
  const selected = items.filter(({ id }) => selectedIds.includes(id));
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  /** From what the last key left, also while the document doesn't have that yet. */
  const change = (next: (unlocked: readonly EditorItem[]) => readonly ItemTransform[]) => {
    const now = editorItems(editor, edits.draft.getState());
    const unlocked = now.filter(({ id, isLocked }) => selectedIds.includes(id) && !isLocked);
    edits.push({ sceneId: scene.id, gestureId: gestureId.current, transforms: next(unlocked) });
  };
  const changeBoxes = (next: (item: EditorItem) => EditorItem['box']) =>
    change((unlocked) =>
      unlocked.map((item) => {
        const { id, transform, size } = item;
        return { itemId: id, transform: transformFrom(transform, { box: next(item) }, size, canvas) };
      }),
    );
  const chosenItems = selected.map(({ id }) => scene.items.find((item) => item.id === id)).filter(isThere);

  const choose = ({ to, isMore }: Extract<EditorAction, { type: 'choose' }>) => {
    const current = items.findIndex(({ id }) => id === selectedIds.at(-1));
    const last = items.length - 1;
    const index = {
      front: last,
      back: 0,
      forward: current === -1 ? 0 : Math.min(last, current + 1),
      backward: current === -1 ? last : Math.max(0, current - 1),
    }[to];
    const id = items[index]?.id;
    if (id === undefined) return;
    selectItems(scene.id, isMore ? [...selectedIds.filter((each) => each !== id), id] : [id]);
  };

  const run = (action: EditorAction) => {
    switch (action.type) {
      case 'move':
        return change((unlocked) => moveBy(unlocked, shiftIn(editor.group, action.shift), canvas));
      case 'resize':
        return changeBoxes(({ box, size, transform }) =>
          resizeBy(box, action.side, action.by, croppedOf(transform, size)),
        );
      case 'turn':
        return changeBoxes(({ box }) => turnBox(box, box.rotation + action.degrees));
      case 'choose':
        return choose(action);
      case 'order':
        return act(commands.move(chosenItems, action.to));
      case 'selectAll':
        return selectItems(
          scene.id,
          items.filter(({ isLocked }) => !isLocked).map(({ id }) => id),
        );
      case 'clear':
        if (cancelDrag()) return undefined;
        return editor.group === undefined ? selectItems(scene.id, []) : onLeave(undefined);
      case 'open': {
        const [only, ...others] = selected;
        return only === undefined || others.length > 0 ? undefined : onEnter(only, undefined);
      }
      case 'remove':
        return act(commands.remove(chosenItems));
      case 'duplicate':
        return act(commands.duplicate(chosenItems));
      case 'group':
        return chosenItems.length === 0 ? undefined : act(commands.group(chosenItems));
      case 'ungroup':
        return act(ungroupAll(commands, services.settings.store.getState().studio, chosenItems));
      case 'copy':
        return copyItems(chosenItems, sources);
      case 'paste':
        return act(pasteItems(services, scene));
      case 'copyTransform':
        return copyTransform(chosenItems.at(-1));
      case 'pasteTransform': {
        const { transform } = clipboard.getState();
        return transform === undefined
          ? undefined
          : change((unlocked) => unlocked.map(({ id }) => ({ itemId: id, transform })));
      }
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const action = editorAction(event);
    if (action === undefined) return;
    event.preventDefault();
    const isRepeatable = action.type === 'move' || action.type === 'resize' || action.type === 'turn';
    if (event.repeat && !isRepeatable && action.type !== 'choose') return;
    if (!event.repeat) gestureId.current = crypto.randomUUID();
    run(action);
  };
  return { onKeyDown, run };
}

/** A way on the canvas as a way in the group, which may be turned and of another size. */
function shiftIn(group: OpenGroup | undefined, { x, y }: Point): Point {
  if (group === undefined) return { x, y };
  const [a, b, c, d] = group.toGroup;
  return { x: a * x + c * y, y: b * x + d * y };
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
