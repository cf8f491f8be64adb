/** The meters that the window shows: elements that the worker draws. */
import type { OpenedMeter } from '../meters/shown-meters.ts';
import type { CaptureWorker } from './worker-client.ts';

export type MeterLook = Omit<OpenedMeter, 'meterId' | 'canvas'>;

export class MeterViews {
  readonly #worker: CaptureWorker;
  readonly #figures = new Map<number, (heldDb: number) => void>();
  #opened = 0;

  constructor(worker: CaptureWorker) {
    this.#worker = worker;
  }

  /**
   * Fills `container` with a meter.
   * @param onFigure gets the highest peak of the last second in dB below full scale, a few times a second.
   * @returns what takes the meter out again.
   */
  open(container: HTMLElement, look: MeterLook, onFigure: (heldDb: number) => void): () => void {
    this.#opened += 1;
    const meterId = this.#opened;
    const element = document.createElement('canvas');
    Object.assign(element.style, { display: 'block', width: '100%', height: '100%' });
    const canvas = element.transferControlToOffscreen();
    this.#figures.set(meterId, onFigure);
    this.#worker.send({ type: 'openMeter', meter: { ...look, meterId, canvas } }, [canvas]);
    const sized = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      this.#worker.send({
        ...{ type: 'sizeMeter', meterId },
        ...{ width: Math.round(width * devicePixelRatio), height: Math.round(height * devicePixelRatio) },
      });
    });
    sized.observe(element);
    container.append(element);
    return () => {
      sized.disconnect();
      this.#figures.delete(meterId);
      this.#worker.send({ type: 'closeMeter', meterId });
      element.remove();
    };
  }

  onFigure(meterId: number, heldDb: number): void {
    this.#figures.get(meterId)?.(heldDb);
  }
}
