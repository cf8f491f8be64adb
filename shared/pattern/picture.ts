/**
 * Renders the test picture as I420 bytes, BT.709 limited range. A frame is a function of size, rate, frame number and
 * capture time alone, so it can be rendered anew for comparison. Only what changes between frames is painted.
 */
import { wholeFrameRate } from '../encoding/frame-rate.ts';
import { encodeStamp, paintBarcode, STAMP_BYTES } from './barcode.ts';
import { barArea, planPattern } from './geometry.ts';
import type { Area, PatternPlan } from './geometry.ts';
import { bars, toYCbCr } from './colour.ts';

/** The flash is as long as the beep, at least one frame. */
const FLASH_SECONDS = 0.05;
const FLASH_WHITE = 235;
const BACKGROUND = 40;
const DIGIT_COUNT = 8;
const NOISE_BYTES = 1 << 16;
/** Code values either way around mid-grey. */
const NOISE_AMPLITUDE = 40;

/** Segments a to g of a seven-segment digit, one bit each, lowest is a. */
const segments = [0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f] as const;

export function isFlashFrame(frameNumber: number, fps: number): boolean {
  return frameNumber % wholeFrameRate(fps) < Math.max(1, Math.round(FLASH_SECONDS * fps));
}

export class PatternPicture {
  readonly plan: PatternPlan;
  /** The frame rendered last: Y, U, V without padding. Reused by every `render`. */
  readonly data: Uint8Array<ArrayBuffer>;
  readonly #fps: number;
  readonly #texture: Uint8Array;
  readonly #noise: Uint8Array;
  readonly #stamp = new Uint8Array(STAMP_BYTES);
  readonly #paintedStamp = new Uint8Array(STAMP_BYTES);
  #isStampPainted = false;
  #paintedFlash: boolean | undefined;
  #paintedDigits: (number | undefined)[] = Array.from({ length: DIGIT_COUNT });

  /** @param fps frames per second. */
  constructor(width: number, height: number, fps: number) {
    this.plan = planPattern(width, height);
    this.#fps = fps;
    this.data = new Uint8Array((width * height * 3) / 2);
    this.data.fill(128, width * height);
    this.#fill({ x: 0, y: 0, width, height }, BACKGROUND);
    this.#paintBars();
    this.#texture = buildTexture(width);
    this.#noise = buildNoise();
  }

  /** Paints one frame into `data` and returns it. */
  render(frameNumber: number, captureTimeUs: number): Uint8Array<ArrayBuffer> {
    encodeStamp({ frameNumber, captureTimeUs }, this.#stamp);
    paintBarcode(this.data, this.plan, this.#stamp, this.#isStampPainted ? this.#paintedStamp : undefined);
    this.#paintedStamp.set(this.#stamp);
    this.#isStampPainted = true;
    this.#paintNoise(frameNumber);
    this.#paintMotion(frameNumber);
    this.#paintCounter(frameNumber);
    const isFlash = isFlashFrame(frameNumber, this.#fps);
    if (isFlash !== this.#paintedFlash) {
      this.#fill(this.plan.flash, isFlash ? FLASH_WHITE : BACKGROUND);
      this.#paintedFlash = isFlash;
    }
    return this.data;
  }

  #fill(area: Area, value: number): void {
    const end = area.y + area.height;
    for (let y = area.y; y < end; y += 1) {
      const start = y * this.plan.width + area.x;
      this.data.fill(value, start, start + area.width);
    }
  }

  #paintBars(): void {
    const { width, height } = this.plan;
    const chromaWidth = width / 2;
    const cbPlane = width * height;
    const crPlane = cbPlane + cbPlane / 4;
    bars.forEach((bar, index) => {
      const area = barArea(this.plan, index, bars.length);
      const colour = toYCbCr(...bar.rgb);
      this.#fill(area, colour.y);
      for (let y = area.y / 2; y < (area.y + area.height) / 2; y += 1) {
        const start = y * chromaWidth + area.x / 2;
        this.data.fill(colour.cb, cbPlane + start, cbPlane + start + area.width / 2);
        this.data.fill(colour.cr, crPlane + start, crPlane + start + area.width / 2);
      }
    });
  }

  #paintNoise(frameNumber: number): void {
    const { noise, width } = this.plan;
    for (let row = 0; row < noise.height; row += 1) {
      const seed = Math.imul(frameNumber + 1, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca6b);
      const offset = (seed >>> 8) % (NOISE_BYTES - width);
      this.data.set(this.#noise.subarray(offset, offset + width), (noise.y + row) * width);
    }
  }

  #paintMotion(frameNumber: number): void {
    const { motion, width } = this.plan;
    const texture = this.#texture.subarray((frameNumber * 4) % width, ((frameNumber * 4) % width) + width);
    for (let row = 0; row < motion.height; row += 1) this.data.set(texture, (motion.y + row) * width);
    const size = 2 * Math.floor(motion.height / 4);
    const travel = width - size;
    const phase = (frameNumber / (4 * this.#fps)) % 1;
    const x = Math.round(travel * (1 - Math.abs(1 - 2 * phase)));
    this.#fill({ x, y: motion.y + Math.floor(size / 2), width: size, height: size }, 200);
  }

  #paintCounter(frameNumber: number): void {
    const { counter } = this.plan;
    const digitWidth = Math.floor(counter.width / (DIGIT_COUNT + 1));
    let rest = frameNumber;
    for (let index = DIGIT_COUNT - 1; index >= 0; index -= 1) {
      const digit = rest % 10;
      rest = Math.floor(rest / 10);
      if (this.#paintedDigits[index] === digit) continue;
      this.#paintedDigits[index] = digit;
      const x = counter.x + Math.floor(digitWidth * (index + 0.5));
      this.#paintDigit(digit, { x, y: counter.y, width: digitWidth, height: counter.height });
    }
  }

  #paintDigit(digit: number, area: Area): void {
    this.#fill(area, BACKGROUND);
    const lit = segments[digit] ?? 0;
    const thick = Math.max(2, Math.floor(area.width / 7));
    const left = area.x + thick;
    const width = area.width - 2 * thick;
    const top = area.y + thick;
    const half = Math.floor((area.height - 3 * thick) / 2);
    const right = left + width - thick;
    const strokes: readonly Area[] = [
      { x: left, y: top, width, height: thick },
      { x: right, y: top, width: thick, height: half + thick },
      { x: right, y: top + half, width: thick, height: half + thick },
      { x: left, y: top + 2 * half, width, height: thick },
      { x: left, y: top + half, width: thick, height: half + thick },
      { x: left, y: top, width: thick, height: half + thick },
      { x: left, y: top + half, width, height: thick },
    ];
    strokes.forEach((stroke, index) => {
      if ((lit & (1 << index)) !== 0) this.#fill(stroke, 180);
    });
  }
}

/** Two periods of a row of waves, so that any offset below `width` gives a whole row. */
function buildTexture(width: number): Uint8Array {
  const texture = new Uint8Array(2 * width);
  for (let x = 0; x < texture.length; x += 1) {
    const angle = (2 * Math.PI * x) / width;
    texture[x] = Math.round(
      110 + 40 * Math.sin(5 * angle) + 25 * Math.sin(23 * angle) + 15 * Math.sin(61 * angle),
    );
  }
  return texture;
}

/** Noise around mid-grey by xorshift32, always the same. */
function buildNoise(): Uint8Array {
  const noise = new Uint8Array(NOISE_BYTES);
  let state = 0x2545f491;
  for (let i = 0; i < NOISE_BYTES; i += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    noise[i] = 128 - NOISE_AMPLITUDE + ((state >>> 0) % (2 * NOISE_AMPLITUDE + 1));
  }
  return noise;
}
