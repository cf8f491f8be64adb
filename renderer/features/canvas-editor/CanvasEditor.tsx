/**
 * Edits a scene on its picture: lies over a preview, exactly as large, and draws nothing but what the pointer is on and what is selected.
 * One tab stop (ARIA listbox): Page Up and Page Down choose an item, the arrow keys move what is selected.
 */
import { useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Rectangle } from '../../../shared/studio/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { nextFrame } from '../../state/frame-batch.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { selectedItems, selection } from '../../state/selection.ts';
import { ContextMenu } from '../../ui/overlays/ContextMenu.tsx';
import { shownKeys } from '../../ui/keyboard/shortcut-keys.ts';
import { clipboard } from './actions/clipboard.ts';
import { editorItems } from './editor-item.ts';
import type { EditorScene } from './editor-item.ts';
import { editorMenu } from './actions/editor-menu.ts';
import { GuideLine } from './GuideLine.tsx';
import { ItemOutline } from './ItemOutline.tsx';
import { TransformEdits } from './transform-edits.ts';
import { useAnnouncement } from './use-announcement.ts';
import { useEditorKeys } from './actions/use-editor-keys.ts';
import { usePointer } from './use-pointer.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './CanvasEditor.module.css';

function placeOn({ x, y, width, height }: Rectangle, canvas: Size) {
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return {
    ...{ left: percent(x, canvas.width), top: percent(y, canvas.height) },
    ...{ width: percent(width, canvas.width), height: percent(height, canvas.height) },
  };
}

export function CanvasEditor({ editor }: { readonly editor: EditorScene }) {
  const services = useServices();
  const { scene, canvas } = editor;
  const edits = useMemo(
    () =>
      new TransformEdits(services.run, nextFrame, (cause) => runOrShowError(services, Promise.reject(cause))),
    [services],
  );
  const items = editorItems(editor, useStore(edits.draft));
  const state = useStore(selection);
  const selectedIds = state.sceneId === scene.id ? state.itemIds.filter(isInScene) : [];
  const root = useRef<HTMLDivElement>(null);
  const element = () => root.current ?? undefined;
  const id = useId();
  const pointer = usePointer({ element, sceneId: scene.id, canvas, items, selectedIds, edits });
  const keys = useEditorKeys({ editor, items, selectedIds, edits, cancelDrag: pointer.cancel });
  const announcement = useAnnouncement(
    items,
    selectedIds,
    () => element()?.contains(document.activeElement) === true,
  );
  const menu = editorMenu(services, scene, useStore(clipboard), selectedItems(scene, state), keys.run);
  const active = items.findLast((item) => item.id === selectedIds.at(-1));
  if (scene.items.length === 0) return undefined;
  return (
    <>
      <ContextMenu items={menu}>
        <div
          ref={root}
          role="listbox"
          aria-label={texts.canvasEditor.title}
          aria-describedby={`${id}-hint`}
          aria-multiselectable
          aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
          tabIndex={0}
          className={css['editor']}
          data-testid="canvas-editor"
          onKeyDown={keys.onKeyDown}
          onContextMenu={(event) => {
            if (menu.length === 0) event.preventDefault();
          }}
          {...pointer.handlers}
        >
          {items.map((item) => (
            <ItemOutline
              key={item.id}
              id={`${id}-${item.id}`}
              item={item}
              canvas={canvas}
              isSelected={selectedIds.includes(item.id)}
              isHovered={item.id === pointer.hoveredId}
              hasHandles={selectedIds.length === 1 && selectedIds[0] === item.id && !item.isLocked}
            />
          ))}
          {pointer.marquee === undefined ? undefined : (
            <div className={css['marquee']} style={placeOn(pointer.marquee, canvas)} />
          )}
          {pointer.guides.map((line) => (
            <GuideLine key={`${line.axis}${line.at}`} line={line} canvas={canvas} />
          ))}
        </div>
      </ContextMenu>
      <p id={`${id}-hint`} hidden>
        {shownKeys(texts.canvasEditor.hint)}
      </p>
      <div className="visually-hidden" aria-live="polite">
        {announcement}
      </div>
    </>
  );

  function isInScene(itemId: string): boolean {
    return scene.items.some((item) => item.id === itemId);
  }
}
