/** A rectangle over a live picture of the captured screen: drawn by a drag, moved by a drag within. */
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { PixelRectangle } from '../../../../../shared/studio/captured/region.ts';
import type { Size } from '../../../../../shared/studio/transform.ts';
import { useServices } from '../../../../state/services.ts';
import { Button } from '../../../../ui/controls/Button.tsx';
import { Dialog } from '../../../../ui/overlays/Dialog.tsx';
import { drawnRegion, movedRegion } from './region-drag.ts';
import { texts } from '../../../../../shared/text/text.ts';
import css from './RegionDialog.module.css';

export interface RegionDialogProps {
  readonly sourceId: string;
  /** The screen, in pixels; the region is in the same ones. */
  readonly whole: Size;
  readonly region: PixelRectangle;
  readonly onClose: () => void;
  readonly onChoose: (region: PixelRectangle) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drag {
  readonly from: Point;
  /** What is moved; undefined where a new rectangle is drawn. */
  readonly moved: PixelRectangle | undefined;
}

export function RegionDialog({ sourceId, whole, region, onClose, onChoose }: RegionDialogProps) {
  const { capture } = useServices();
  const [chosen, setChosen] = useState(region);
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag>(undefined);
  useEffect(
    () => (picture.current === null ? undefined : capture.attachSource(picture.current, sourceId)),
    [capture, sourceId, whole.width, whole.height],
  );
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left = 0, top = 0, width = 1, height = 1 } = stage.current?.getBoundingClientRect() ?? {};
    return {
      x: ((clientX - left) / Math.max(1, width)) * whole.width,
      y: ((clientY - top) / Math.max(1, height)) * whole.height,
    };
  };
  const begin = (event: PointerEvent, moved: PixelRectangle | undefined) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    stage.current?.setPointerCapture(event.pointerId);
    drag.current = { from: pointOf(event), moved };
  };
  const move = (event: PointerEvent) => {
    if (drag.current === undefined) return;
    const { from, moved } = drag.current;
    const to = pointOf(event);
    const next = moved === undefined ? drawnRegion(from, to, whole) : movedRegion(moved, from, to, whole);
    if (next !== undefined) setChosen(next);
  };
  const end = () => {
    drag.current = undefined;
  };
  const isWhole = chosen.width >= whole.width && chosen.height >= whole.height;
  const percent = (value: number, of: number) => `${(value / of) * 100}%`;
  return (
    <Dialog
      title={texts.sourceSettings.regionTitle}
      description={texts.sourceSettings.regionHint}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <span className={css['numbers']} aria-live="polite">
            {texts.sourceSettings.size(chosen.width, chosen.height)}
          </span>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" onClick={() => onChoose(chosen)}>
            {texts.sourceSettings.useRegion}
          </Button>
        </>
      }
    >
      <div
        ref={stage}
        className={css['stage']}
        style={{
          aspectRatio: `${whole.width} / ${whole.height}`,
          width: `min(100%, ${(60 * whole.width) / whole.height}vh)`,
        }}
        data-testid="region-stage"
        onPointerDown={(event) => begin(event, undefined)}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onLostPointerCapture={end}
      >
        <div
          ref={picture}
          className={css['picture']}
          role="img"
          aria-label={texts.sourceSettings.regionPicture}
        />
        <div
          className={css['frame']}
          data-testid="region-frame"
          style={{
            left: percent(chosen.x, whole.width),
            top: percent(chosen.y, whole.height),
            width: percent(chosen.width, whole.width),
            height: percent(chosen.height, whole.height),
          }}
          data-whole={isWhole}
          // The whole screen has nowhere to go: a drag draws.
          onPointerDown={(event) => begin(event, isWhole ? undefined : chosen)}
        />
      </div>
    </Dialog>
  );
}
