/**
 * Brings the mixer's readings to figures and bars of the page, past React: all are drawn together, at most once a picture of the display.
 * The meters of levels are drawn in the worker (`renderer/media/meters`).
 */
import type { CaptureController } from '../../../media/capture/capture-controller.ts';
import type { MixerReadings } from '../../../media/mixer/core/mixer-types.ts';
import { createBatch, nextFrame } from '../../../state/frame-batch.ts';
import type { Batch, Schedule } from '../../../state/frame-batch.ts';

/** What shows some of the readings. */
export interface MeterPainter<Readings> {
  /** 30 times a second at most. */
  read(readings: Readings): void;
  draw(): void;
}

export class MeterBoard<Readings> {
  readonly #attach: (callback: (readings: Readings) => void) => () => void;
  readonly #painters = new Set<MeterPainter<Readings>>();
  readonly #batch: Batch;
  #detach: (() => void) | undefined;

  /** @param attach begins readings, and returns what ends them; asked while there is a painter. */
  constructor(attach: (callback: (readings: Readings) => void) => () => void, schedule: Schedule) {
    this.#attach = attach;
    this.#batch = createBatch(() => {
      for (const painter of this.#painters) painter.draw();
    }, schedule);
  }

  /** The returned function ends it. */
  add(painter: MeterPainter<Readings>): () => void {
    this.#painters.add(painter);
    painter.draw();
    this.#detach ??= this.#attach((readings) => {
      for (const each of this.#painters) each.read(readings);
      this.#batch.request();
    });
    return () => {
      this.#painters.delete(painter);
      if (this.#painters.size > 0) return;
      this.#detach?.();
      this.#detach = undefined;
    };
  }
}

const boards = new WeakMap<CaptureController, MeterBoard<MixerReadings>>();

export function meterBoardOf(capture: CaptureController): MeterBoard<MixerReadings> {
  const board = boards.get(capture) ?? new MeterBoard((show) => capture.attachMeters(show), nextFrame);
  boards.set(capture, board);
  return board;
}
