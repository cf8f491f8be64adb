/**
 * The meters of the window, drawn in the worker, where the readings are: a canvas of the page's own would have the page paint and
 * compose itself anew thirty times a second.
 */
import type { MixerReadings } from '../mixer/core/mixer-types.ts';
import { CanvasMeter } from './canvas-meter.ts';
import type { MeterColours } from './canvas-meter.ts';

/** Readings from one figure to the next. */
const FIGURE_READINGS = 7;

export interface OpenedMeter {
  readonly meterId: number;
  readonly canvas: OffscreenCanvas;
  /** The program's where absent. */
  readonly channelId?: string | undefined;
  /** No reading comes from a source that is gone: the last one would stand. */
  readonly isRunning: boolean;
  readonly isVertical: boolean;
  readonly colours: MeterColours;
}

interface ShownMeter {
  readonly meter: CanvasMeter;
  readonly channelId: string | undefined;
  readonly isRunning: boolean;
}

export class ShownMeters {
  readonly #meters = new Map<number, ShownMeter>();
  readonly #onFigure: (meterId: number, heldDb: number) => void;
  #readings = 0;

  /** @param onFigure gets the highest peak of the last second, a few times a second. */
  constructor(onFigure: (meterId: number, heldDb: number) => void) {
    this.#onFigure = onFigure;
  }

  /** Whether there is a meter that moves. */
  get isReading(): boolean {
    return [...this.#meters.values()].some(({ isRunning }) => isRunning);
  }

  open({ meterId, canvas, channelId, isRunning, isVertical, colours }: OpenedMeter): void {
    const meter = new CanvasMeter({ canvas, isVertical, colours });
    this.#meters.set(meterId, { meter, channelId, isRunning });
  }

  /** In pixels of the display. */
  resize(meterId: number, width: number, height: number): void {
    this.#meters.get(meterId)?.meter.resize(width, height);
  }

  close(meterId: number): void {
    this.#meters.delete(meterId);
  }

  /** 30 times a second at most. */
  read({ channels, program }: MixerReadings): void {
    const isFigure = this.#readings % FIGURE_READINGS === 0;
    this.#readings += 1;
    for (const [meterId, { meter, channelId, isRunning }] of this.#meters) {
      if (!isRunning) continue;
      meter.read(channelId === undefined ? program : channels.get(channelId));
      meter.draw();
      if (isFigure) this.#onFigure(meterId, meter.heldDb);
    }
  }
}
