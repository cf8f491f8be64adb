/** Rows of a list that are dragged to another place. A row says its id in `data-row`; where it would go is drawn by the list. */
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';

/** Pixels before a press becomes a drag. */
const BEGIN = 5;

export interface DragOrder {
  /** The row that is dragged. */
  readonly draggedId: string | undefined;
  /** Before which row it would go; the number of rows is the end. */
  readonly gap: number | undefined;
  readonly onPointerDown: (event: PointerEvent) => void;
}

/** @param onMove gets the row and its new place in the list. */
export function useDragOrder(onMove: (id: string, index: number) => void): DragOrder {
  const [drag, setDrag] = useState<{ readonly id: string; readonly gap: number }>();
  const ending = useRef<AbortController>(undefined);
  useEffect(() => () => ending.current?.abort(), []);
  const onPointerDown = (event: PointerEvent) => {
    const list = event.currentTarget;
    const pressed = event.target instanceof Element ? event.target : undefined;
    const id = pressed?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const isControl = pressed?.closest('button, input') instanceof Element;
    if (event.button !== 0 || id === undefined || isControl) return;
    const startY = event.clientY;
    const controller = new AbortController();
    const { signal } = controller;
    ending.current = controller;
    let gap: number | undefined;
    const end = () => {
      controller.abort();
      setDrag(undefined);
    };
    addEventListener(
      'pointermove',
      ({ clientY }) => {
        if (gap === undefined && Math.abs(clientY - startY) < BEGIN) return;
        gap = gapAt(rowsOf(list), clientY);
        setDrag({ id, gap });
      },
      { signal },
    );
    addEventListener(
      'pointerup',
      () => {
        end();
        const from = rowsOf(list).findIndex((row) => row.dataset['row'] === id);
        if (gap === undefined || from === -1) return;
        const to = gap > from ? gap - 1 : gap;
        if (to !== from) onMove(id, to);
      },
      { signal },
    );
    addEventListener('pointercancel', end, { signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
  };
  return { draggedId: drag?.id, gap: drag?.gap, onPointerDown };
}

/** Where the mark of the gap stands at a row. */
export function dropMark({ gap }: DragOrder, index: number, count: number): 'before' | 'after' | undefined {
  if (gap === index) return 'before';
  return gap === count && index === count - 1 ? 'after' : undefined;
}

function rowsOf(list: Element): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')];
}

function gapAt(rows: readonly HTMLElement[], y: number): number {
  const index = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return index === -1 ? rows.length : index;
}
