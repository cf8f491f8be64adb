/**
 * Edits a scene on its picture: lies over a preview, exactly as large, and draws nothing but what the pointer is on and what is selected.
 * One tab stop (ARIA listbox): Page Up and Page Down choose an item, the arrow keys move what is selected.
 */
import { useId, useMemo, useRef } from 'react';
import type { CSSProperties } from 'react';
import { useStore } from 'zustand';
import type { Item } from '../../../shared/studio/document-schema.ts';
import type { Point, Rectangle } from '../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { nextFrame } from '../../state/frame-batch.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { selectedItems, selection } from '../../state/selection.ts';
import { frameAfter } from '../sources/index.ts';
import { ContextMenu } from '../../ui/overlays/ContextMenu.tsx';
import { shownKeys } from '../../ui/keyboard/shortcut-keys.ts';
import { clipboard } from './actions/clipboard.ts';
import { editorItems } from './editor-item.ts';
import type { EditorScene, OpenGroup } from './editor-item.ts';
import { editorMenu } from './actions/editor-menu.ts';
import { shownBox } from './geometry/shown-box.ts';
import { GuideLine } from './GuideLine.tsx';
import { ItemOutline, styleOf } from './ItemOutline.tsx';
import { TransformEdits } from './transform-edits.ts';
import { useAnnouncement } from './use-announcement.ts';
import { useEditorKeys } from './actions/use-editor-keys.ts';
import { usePointer } from './use-pointer.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './CanvasEditor.module.css';

/** Of an element as large as the canvas, whose content counts in the group's pixels. */
function groupStyle({ matrix: [a, b, c, d, x, y] }: OpenGroup, { width, height }: Size): CSSProperties {
  const place = `translate(${(100 * x) / width}%, ${(100 * y) / height}%)`;
  return { transform: `${place} matrix(${a}, ${b}, ${c}, ${d}, 0, 0)` };
}

function placeOn({ x, y, width, height }: Rectangle, canvas: Size) {
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return {
    ...{ left: percent(x, canvas.width), top: percent(y, canvas.height) },
    ...{ width: percent(width, canvas.width), height: percent(height, canvas.height) },
  };
}

export interface CanvasEditorProps {
  readonly editor: EditorScene;
  /** Opens a group; nothing happens for what is none. @param point of the canvas, where a pointer opened it. */
  readonly onEnter: (item: Item, point: Point | undefined) => void;
  /** Closes the open group. @param point of the canvas, where a pointer closed it. */
  readonly onLeave: (point: Point | undefined) => void;
}

export function CanvasEditor({ editor, onEnter, onLeave }: CanvasEditorProps) {
  const services = useServices();
  const { scene, canvas, group } = editor;
  const edits = useMemo(() => {
    const { run, settings, capture } = services;
    return new TransformEdits({
      run,
      schedule: nextFrame,
      onRefused: (cause) => runOrShowError(services, Promise.reject(cause)),
      frameAfter: ({ sceneId, transforms }) =>
        frameAfter(settings.store.getState().studio, capture.store.getState(), sceneId, transforms),
    });
  }, [services]);
  const items = editorItems(editor, useStore(edits.draft));
  const state = useStore(selection);
  const selectedIds = state.sceneId === scene.id ? state.itemIds.filter(isInScene) : [];
  const root = useRef<HTMLDivElement>(null);
  const element = () => root.current ?? undefined;
  const id = useId();
  const pointer = usePointer({
    ...{ element, sceneId: scene.id, canvas, group, items, selectedIds, edits, onEnter, onLeave },
  });
  const keys = useEditorKeys({
    ...{ editor, items, selectedIds, edits, cancelDrag: pointer.cancel, onEnter, onLeave },
  });
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
          aria-label={
            group === undefined ? texts.canvasEditor.title : texts.canvasEditor.titleOfGroup(group.name)
          }
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
          {group === undefined ? undefined : (
            <div className={css['group']} style={styleOf(shownBox(group.frame, group.matrix), canvas)} />
          )}
          {items.map((item) => (
            <ItemOutline
              key={item.id}
              id={`${id}-${item.id}`}
              item={item}
              canvas={canvas}
              matrix={group?.matrix}
              isSelected={selectedIds.includes(item.id)}
              isHovered={item.id === pointer.hoveredId}
              hasHandles={selectedIds.length === 1 && selectedIds[0] === item.id && !item.isLocked}
            />
          ))}
          {pointer.marquee === undefined ? undefined : (
            <div className={css['marquee']} style={placeOn(pointer.marquee, canvas)} />
          )}
          <div className={css['guides']} style={group && groupStyle(group, canvas)}>
            {pointer.guides.map((line) => (
              <GuideLine key={`${line.axis}${line.at}`} line={line} canvas={canvas} />
            ))}
          </div>
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
