/** The T-bar: brings the preview on air by hand. At its end the preview is on air, and the bar begins anew. */
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { nextFrame } from '../../state/frame-batch.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { PositionEdits } from './position-edits.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './StudioMode.module.css';

/** Of the whole way, 0 to this. */
const STEPS = 100;

export function TBar({ canvasId, position }: { readonly canvasId: string; readonly position: number }) {
  const services = useServices();
  const edits = useMemo(
    () =>
      new PositionEdits(services.run, canvasId, nextFrame, (cause) =>
        runOrShowError(services, Promise.reject(cause)),
      ),
    [services, canvasId],
  );
  const shown = useStore(edits.draft).position ?? position;
  /** A drag that came to the end begins nothing anew until the pointer is up. */
  const isOver = useRef(false);
  const begin = () => {
    isOver.current = false;
  };
  return (
    <input
      type="range"
      className={css['bar']}
      aria-label={texts.studioMode.bar}
      aria-valuetext={texts.studioMode.barAt(shown)}
      min={0}
      max={STEPS}
      step={1}
      value={Math.round(shown * STEPS)}
      onPointerDown={begin}
      onKeyDown={begin}
      onChange={({ target }) => {
        if (isOver.current) return;
        const next = Number(target.value) / STEPS;
        isOver.current = next === 1;
        edits.push(next);
      }}
    />
  );
}
