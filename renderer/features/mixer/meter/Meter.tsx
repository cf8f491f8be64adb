/** The meter of a channel or of the program. Its readings never pass through React. */
import { useEffect, useRef } from 'react';
import type { CaptureController } from '../../../media/capture/capture-controller.ts';
import type { MixerReadings } from '../../../media/mixer/core/mixer-types.ts';
import type { MeterReading } from '../../../media/mixer/loudness/channel-meter.ts';
import { nextFrame } from '../../../state/frame-batch.ts';
import { useServices, useSettings } from '../../../state/services.ts';
import { resolveColours } from '../../../ui/resolve-colours.ts';
import { useDarkScheme } from '../../../ui/use-dark-scheme.ts';
import { CanvasMeter } from './canvas-meter.ts';
import { MeterBoard } from './meter-board.ts';
import css from './Meter.module.css';

/** Readings from one text to the next. */
const TEXT_READINGS = 7;

const boards = new WeakMap<CaptureController, MeterBoard<MixerReadings>>();

export function meterBoardOf(capture: CaptureController): MeterBoard<MixerReadings> {
  const board = boards.get(capture) ?? new MeterBoard((show) => capture.attachMeters(show), nextFrame);
  boards.set(capture, board);
  return board;
}

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
  const isDark = useDarkScheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const newest = useRef(onFigure);
  newest.current = onFigure;
  useEffect(() => {
    const element = canvas.current;
    const parent = element?.parentElement;
    if (element === null || parent === null || parent === undefined) return undefined;
    const readColours = () =>
      resolveColours(parent, (read) => ({
        good: read('--color-good'),
        warn: read('--series-5'),
        hot: read('--color-live-fill'),
      }));
    const meter = new CanvasMeter({ canvas: element, isVertical, readColours });
    const sized = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      meter.resize(Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
    });
    sized.observe(element);
    const say = () => newest.current?.(meter.heldDb);
    say();
    const end = isRunning ? meterBoardOf(capture).add(reader(meter, channelId, say)) : undefined;
    return () => {
      sized.disconnect();
      end?.();
    };
  }, [capture, channelId, isVertical, isRunning, theme, isDark]);
  return (
    <canvas
      ref={canvas}
      className={css['meter']}
      data-vertical={isVertical}
      data-testid="meter"
      aria-hidden
    />
  );
}

function reader(meter: CanvasMeter, channelId: string | undefined, say: () => void) {
  let readings = 0;
  return {
    read: ({ channels, program }: MixerReadings) => {
      const reading: MeterReading | undefined = channelId === undefined ? program : channels.get(channelId);
      meter.read(reading);
      if (readings % TEXT_READINGS === 0) say();
      readings += 1;
    },
    draw: () => meter.draw(),
  };
}
