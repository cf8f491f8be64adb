/**
 * Notices what is wrong with the sound that a source gives, before filters, fader and mute: silence, clipping, sides out of
 * phase. A fault comes and goes by different limits, so that it doesn't flicker. Pure but for its memory.
 */
import { missingCase } from '../../../../shared/assert.ts';
import type { ChannelFault } from '../../../../shared/sound/channel-fault.ts';
import { channelFaults } from '../../../../shared/sound/channel-fault.ts';
import { FULL_SCALE } from './channel-meter.ts';

/** −60 dBFS: nobody means to send less. */
const SILENT_PEAK = 0.001;
/** −54 dBFS ends a silence. */
const SOUND_PEAK = 0.002;
const SILENT_SECONDS = 10;
/** So many of the last ten seconds have clipped; ten without end the fault. */
const CLIPPED_SECONDS = 3;
const CLIP_MEMORY = 0b11_1111_1111;
/** −50 dBFS RMS: noise of two inputs has a correlation too. */
const LOUD_SQUARE = 1e-5;
const OPPOSED_CORRELATION = -0.5;
const OPPOSED_SECONDS = 5;
/** Above, sides agree enough. */
const AGREED_CORRELATION = -0.2;
const AGREED_SECONDS = 2;

export class ChannelWatch {
  readonly #sampleRate: number;
  readonly #isSoundExpected: boolean;
  #faults: readonly ChannelFault[] = [];
  /** Of the second that runs. */
  #frames = 0;
  #peak = 0;
  #leftSquares = 0;
  #rightSquares = 0;
  #products = 0;
  /** Of the seconds before. */
  #hadSound = false;
  #isSilent = false;
  #silentSeconds = 0;
  #isClipping = false;
  /** A bit a second, the newest lowest: whether that second clipped. */
  #clippedSeconds = 0;
  #isOpposed = false;
  #opposedSeconds = 0;
  #agreedSeconds = 0;

  /** @param isSoundExpected false where silence is nothing to speak of: a page, a game, the system's sound. */
  constructor(sampleRate: number, isSoundExpected: boolean) {
    this.#sampleRate = sampleRate;
    this.#isSoundExpected = isSoundExpected;
  }

  /** In the order of `channelFaults`; another array after a change alone. */
  get faults(): readonly ChannelFault[] {
    return this.#faults;
  }

  /** Both sides have the same length. @returns whether `faults` changed. */
  add(left: Float32Array, right: Float32Array): boolean {
    let hasChanged = false;
    for (let from = 0; from < left.length;) {
      const to = Math.min(left.length, from + this.#sampleRate - this.#frames);
      this.#look(left, right, from, to);
      this.#frames += to - from;
      if (this.#frames === this.#sampleRate) hasChanged = this.#endSecond() || hasChanged;
      from = to;
    }
    return hasChanged;
  }

  /** The source was opened anew. */
  reset(): void {
    this.#faults = [];
    this.#startSecond();
    this.#hadSound = false;
    this.#isSilent = false;
    this.#silentSeconds = 0;
    this.#isClipping = false;
    this.#clippedSeconds = 0;
    this.#isOpposed = false;
    this.#opposedSeconds = 0;
    this.#agreedSeconds = 0;
  }

  #look(left: Float32Array, right: Float32Array, from: number, to: number): void {
    let peak = this.#peak;
    let leftSquares = 0;
    let rightSquares = 0;
    let products = 0;
    for (let at = from; at < to; at += 1) {
      const l = left[at] ?? 0;
      const r = right[at] ?? 0;
      const lSize = Math.abs(l);
      const rSize = Math.abs(r);
      // What is no number is no sound.
      if (!(lSize < Infinity && rSize < Infinity)) continue;
      if (lSize > peak) peak = lSize;
      if (rSize > peak) peak = rSize;
      leftSquares += l * l;
      rightSquares += r * r;
      products += l * r;
    }
    this.#peak = peak;
    this.#leftSquares += leftSquares;
    this.#rightSquares += rightSquares;
    this.#products += products;
  }

  #endSecond(): boolean {
    this.#judgeSilence();
    this.#judgeClipping();
    this.#judgePhase();
    this.#startSecond();
    const faults = channelFaults.filter((fault) => this.#has(fault));
    if (faults.length === this.#faults.length && faults.every((fault) => this.#faults.includes(fault))) {
      return false;
    }
    this.#faults = faults;
    return true;
  }

  #startSecond(): void {
    this.#frames = 0;
    this.#peak = 0;
    this.#leftSquares = 0;
    this.#rightSquares = 0;
    this.#products = 0;
  }

  #has(fault: ChannelFault): boolean {
    switch (fault) {
      case 'late':
        // Of sound that isn't mixed nothing comes here.
        return false;
      case 'noSignal':
        return this.#isSilent && !this.#hadSound;
      case 'wentSilent':
        return this.#isSilent && this.#hadSound;
      case 'clips':
        return this.#isClipping;
      case 'outOfPhase':
        return this.#isOpposed;
      default:
        return missingCase(fault);
    }
  }

  #judgeSilence(): void {
    if (!this.#isSoundExpected) return;
    this.#silentSeconds = this.#peak < SILENT_PEAK ? this.#silentSeconds + 1 : 0;
    if (this.#silentSeconds >= SILENT_SECONDS) this.#isSilent = true;
    else if (this.#peak >= SOUND_PEAK) this.#isSilent = false;
    if (!this.#isSilent && this.#silentSeconds === 0) this.#hadSound = true;
  }

  #judgeClipping(): void {
    const clipped = this.#peak >= FULL_SCALE ? 1 : 0;
    this.#clippedSeconds = ((this.#clippedSeconds << 1) | clipped) & CLIP_MEMORY;
    let count = 0;
    for (let seconds = this.#clippedSeconds; seconds !== 0; seconds >>= 1) count += seconds & 1;
    if (count >= CLIPPED_SECONDS) this.#isClipping = true;
    else if (count === 0) this.#isClipping = false;
  }

  #judgePhase(): void {
    const quietest = Math.min(this.#leftSquares, this.#rightSquares) / this.#frames;
    if (quietest < LOUD_SQUARE) return;
    const correlation = this.#products / Math.sqrt(this.#leftSquares * this.#rightSquares);
    this.#opposedSeconds = correlation < OPPOSED_CORRELATION ? this.#opposedSeconds + 1 : 0;
    this.#agreedSeconds = correlation > AGREED_CORRELATION ? this.#agreedSeconds + 1 : 0;
    if (this.#opposedSeconds >= OPPOSED_SECONDS) this.#isOpposed = true;
    else if (this.#agreedSeconds >= AGREED_SECONDS) this.#isOpposed = false;
  }
}
