/** The meter of a channel or of the program. Its readings never come to the page. */
import { useEffect, useRef } from 'react';
import { useServices, useSettings } from '../../../state/services.ts';
import { resolveColours } from '../../../ui/resolve-colours.ts';
import { useSystemColours } from '../../../ui/use-system-colours.ts';
import css from './Meter.module.css';

export interface MeterProps {
  /** The program's where absent. */
  readonly channelId?: string | undefined;
  readonly isVertical?: boolean;
  /** No reading comes from a source that is gone: the last one would stand. */
  readonly isRunning: boolean;
  /** Gets the held peak a few times a second, past React. */
  readonly onFigure?: (heldDb: number) => void;
}

export function Meter({ channelId, isVertical = false, isRunning, onFigure }: MeterProps) {
  const { capture } = useServices();
  const theme = useSettings((state) => state.theme);
  const systemColours = useSystemColours();
  const element = useRef<HTMLDivElement>(null);
  const newest = useRef(onFigure);
  newest.current = onFigure;
  useEffect(() => {
    const container = element.current;
    if (container === null) return undefined;
    const say = (heldDb: number) => newest.current?.(heldDb);
    say(-Infinity);
    let close = (): void => undefined;
    // With the next frame: to resolve colours before means to lay the window out once more than it is shown.
    const frame = requestAnimationFrame(() => {
      const colours = resolveColours(container, (read) => ({
        good: read('--color-good'),
        warn: read('--series-5'),
        hot: read('--color-live-fill'),
      }));
      close = capture.openMeter(container, { channelId, isVertical, isRunning, colours }, say);
    });
    return () => {
      cancelAnimationFrame(frame);
      close();
    };
  }, [capture, channelId, isVertical, isRunning, theme, systemColours]);
  return (
    <div ref={element} className={css['meter']} data-vertical={isVertical} data-testid="meter" aria-hidden />
  );
}
