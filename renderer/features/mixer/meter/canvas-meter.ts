/** Two bars on a canvas, left and right: what a meter shows of a channel or of the program. */
import type { MeterReading } from '../../../media/mixer/loudness/channel-meter.ts';
import { looksSame, paintMeter } from './meter-drawing.ts';
import type { MeterLevels, MeterShade, MeterZone } from './meter-drawing.ts';
import { PeakMeter } from './peak-meter.ts';

export type MeterColours = Readonly<Record<MeterZone, string>>;

export interface CanvasMeterOptions {
  readonly canvas: HTMLCanvasElement;
  readonly isVertical: boolean;
  /** Asked once there is something to draw: the page is laid out by then, and doesn't have to be for this alone. */
  readonly readColours: () => MeterColours;
}

const opacities: Readonly<Record<MeterShade, number>> = { ground: 0.16, peak: 0.5, rms: 1, hold: 1 };
/** Between the bars of the two sides, of the display's own pixels. */
const GAP_PIXELS = 2;

/** What falls slowly of one side. */
class Side {
  readonly #peak = new PeakMeter();
  readonly #rms = new PeakMeter();

  get levels(): MeterLevels {
    return { peakDb: this.#peak.levelDb, rmsDb: this.#rms.levelDb, heldDb: this.#peak.heldDb };
  }

  read(peakDb: number, rmsDb: number): void {
    this.#peak.read(peakDb);
    this.#rms.read(rmsDb);
  }
}

export class CanvasMeter {
  readonly #options: CanvasMeterOptions;
  readonly #sides = [new Side(), new Side()] as const;
  #drawn: readonly MeterLevels[] = [];
  #colours: MeterColours | undefined;
  /** Its size on the display is known. */
  #isSized = false;

  constructor(options: CanvasMeterOptions) {
    this.#options = options;
  }

  /** The highest peak of the last second. */
  get heldDb(): number {
    return Math.max(...this.#sides.map(({ levels }) => levels.heldDb));
  }

  /** Undefined is silence. */
  read(reading: Pick<MeterReading, 'peakDb' | 'rmsDb'> | undefined): void {
    for (const [index, side] of this.#sides.entries())
      side.read(reading?.peakDb[index] ?? -Infinity, reading?.rmsDb[index] ?? -Infinity);
  }

  resize(width: number, height: number): void {
    const { canvas } = this.#options;
    canvas.width = width;
    canvas.height = height;
    this.#isSized = true;
    this.#drawn = [];
    this.draw();
  }

  draw(): void {
    if (!this.#isSized) return;
    const { canvas, isVertical, readColours } = this.#options;
    const [length, breadth] = isVertical ? [canvas.height, canvas.width] : [canvas.width, canvas.height];
    const levels = this.#sides.map((side) => side.levels);
    const isSame = levels.every((each, index) => {
      const before = this.#drawn[index];
      return before !== undefined && looksSame(each, before, length);
    });
    const context = canvas.getContext('2d');
    if (isSame || context === null) return;
    this.#drawn = levels;
    const colours = (this.#colours ??= readColours());
    context.clearRect(0, 0, canvas.width, canvas.height);
    const thickness = Math.max(1, Math.floor((breadth - GAP_PIXELS) / 2));
    for (const [index, each] of levels.entries()) {
      const across = index * (breadth - thickness);
      paintMeter(each, length, (zone, shade, from, to) => {
        context.fillStyle = colours[zone];
        context.globalAlpha = opacities[shade];
        if (isVertical) context.fillRect(across, length - to, thickness, to - from);
        else context.fillRect(from, across, to - from, thickness);
      });
    }
  }
}
