/** An item in the editor: an option of its list for a screen reader, and what of it is drawn: its edge and its handles. */
import type { CSSProperties } from 'react';
import type { Matrix, Point } from '../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { describeItem } from './describe.ts';
import type { EditorItem } from './editor-item.ts';
import { cursorOf, handles, shareOf } from './geometry/handles.ts';
import { pointOfShown, shownBox } from './geometry/shown-box.ts';
import type { ShownBox } from './geometry/shown-box.ts';
import css from './CanvasEditor.module.css';

export interface ItemOutlineProps {
  readonly id: string;
  readonly item: EditorItem;
  readonly canvas: Size;
  /** Of the group that the item is in, to the canvas. */
  readonly matrix: Matrix | undefined;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly hasHandles: boolean;
}

/** Heights of the canvas that the rotation handle needs over the box; where there is less, the handle lies in the box. */
const TURN_ROOM = 0.06;

export function ItemOutline(props: ItemOutlineProps) {
  const { id, item, canvas, matrix, isSelected, isHovered, hasHandles } = props;
  const shown = shownBox(item.box, matrix);
  const above = { x: 0.5, y: -TURN_ROOM * (canvas.height / shown.height) };
  const isTurnInside = !isOnCanvas(pointOfShown(shown, above), canvas);
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-label={describeItem(item, canvas)}
      className={css['item']}
      style={styleOf(shown, canvas)}
      data-selected={isSelected}
      data-hovered={isHovered}
      data-visible={item.isVisible}
      data-locked={item.isLocked}
    >
      {hasHandles ? (
        <>
          <span className={css['stem']} data-inside={isTurnInside} />
          <span className={css['turn']} data-inside={isTurnInside} data-grip="turn" />
          {handles.map((handle) => {
            const { x, y } = shareOf(handle);
            const style = {
              ...{ left: percent(x, 1), top: percent(y, 1) },
              cursor: cursorOf(handle, shown),
            };
            return <span key={handle} className={css['handle']} data-grip={handle} style={style} />;
          })}
        </>
      ) : undefined}
    </div>
  );
}

export function styleOf({ corner, width, height, across, down }: ShownBox, canvas: Size): CSSProperties {
  return {
    left: percent(corner.x, canvas.width),
    top: percent(corner.y, canvas.height),
    width: percent(width, canvas.width),
    height: percent(height, canvas.height),
    transform: `matrix(${across.x}, ${across.y}, ${down.x}, ${down.y}, 0, 0)`,
  };
}

function isOnCanvas({ x, y }: Point, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

function percent(part: number, whole: number): string {
  return `${(100 * part) / whole}%`;
}
