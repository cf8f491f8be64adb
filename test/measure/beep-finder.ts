/**
 * Finds where the test sound's beeps begin, to a fraction of a millisecond: the signal is mixed down from the beep's
 * frequency and summed over the beep's length; the magnitude rises and falls as a triangle whose top is the moment when
 * the whole beep lies in the window. The middle between its half heights is that moment. Pure.
 */
import { BEEP_HZ, BEEP_SECONDS } from '../../shared/pattern/sound.ts';

/** Quieter than this (linear, full scale is 1) is no beep. */
const MIN_AMPLITUDE = 0.01;
/** Longer than this many beep lengths is a steady tone. */
const MAX_REGION = 4;

export class BeepFinder {
  readonly onsetsSeconds: number[] = [];
  #sampleRate = 0;
  #window = 0;
  #inPhase = new Float64Array(0);
  #quadrature = new Float64Array(0);
  #sumI = 0;
  #sumQ = 0;
  #position = 0;
  #expectedSeconds: number | undefined;
  #baseSeconds = 0;
  #region: number[] = [];
  #regionStart = 0;

  /** Blocks come in order; a step in time or a new rate starts anew. */
  push(samples: Float32Array, ptsSeconds: number, sampleRate: number): void {
    const isStep =
      this.#expectedSeconds === undefined || Math.abs(ptsSeconds - this.#expectedSeconds) > 0.002;
    if (isStep || sampleRate !== this.#sampleRate) this.#restart(ptsSeconds, sampleRate);
    this.#expectedSeconds = ptsSeconds + samples.length / sampleRate;
    for (const sample of samples) this.#step(sample);
  }

  #restart(ptsSeconds: number, sampleRate: number): void {
    this.#sampleRate = sampleRate;
    this.#window = Math.round(BEEP_SECONDS * sampleRate);
    this.#inPhase = new Float64Array(this.#window);
    this.#quadrature = new Float64Array(this.#window);
    this.#sumI = 0;
    this.#sumQ = 0;
    this.#position = 0;
    this.#baseSeconds = ptsSeconds;
    this.#region = [];
  }

  #step(sample: number): void {
    const slot = this.#position % this.#window;
    const angle = (2 * Math.PI * ((BEEP_HZ * this.#position) % this.#sampleRate)) / this.#sampleRate;
    const i = sample * Math.cos(angle);
    const q = sample * Math.sin(angle);
    this.#sumI += i - (this.#inPhase[slot] ?? 0);
    this.#sumQ += q - (this.#quadrature[slot] ?? 0);
    this.#inPhase[slot] = i;
    this.#quadrature[slot] = q;
    const amplitude = (2 * Math.hypot(this.#sumI, this.#sumQ)) / this.#window;
    if (amplitude >= MIN_AMPLITUDE) {
      if (this.#region.length === 0) this.#regionStart = this.#position;
      if (this.#region.length <= MAX_REGION * this.#window) this.#region.push(amplitude);
    } else if (this.#region.length > 0) {
      this.#closeRegion();
    }
    this.#position += 1;
  }

  #closeRegion(): void {
    const region = this.#region;
    this.#region = [];
    if (region.length > MAX_REGION * this.#window || region.length < this.#window / 2) return;
    let top = 0;
    for (const value of region) top = Math.max(top, value);
    const first = region.findIndex((value) => value >= top / 2);
    const last = region.findLastIndex((value) => value >= top / 2);
    const middle = this.#regionStart + (first + last) / 2;
    this.onsetsSeconds.push(this.#baseSeconds + (middle - this.#window + 1) / this.#sampleRate);
  }
}
