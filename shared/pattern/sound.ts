/**
 * The test picture's sound: a beep at the first sample of every second, exactly where the picture's flash begins.
 * Rendered from the sample number alone, so sound and picture share one clock by construction.
 */

import { wholeFrameRate } from '../encoding/frame-rate.ts';

export const BEEP_HZ = 1000;
export const BEEP_SECONDS = 0.05;
/** −12 dBFS peak. */
export const BEEP_AMPLITUDE = 0.25;

/** −20 dBFS peak: the line-up tone. */
export const TONE_AMPLITUDE = 0.1;

/** From flash to flash, in seconds: a second, or 1001/1000 of one at 29.97 frames a second. */
export function beepPeriod(fps: number): number {
  return wholeFrameRate(fps) / fps;
}

/**
 * Fills `output` (interleaved) from `firstSample` on, counted from the moment of frame 0. A beep starts and ends at a
 * zero crossing: it holds a whole number of periods.
 */
export function renderBeeps(
  output: Float32Array,
  firstSample: number,
  sampleRate: number,
  channels: 1 | 2,
  periodSeconds = 1,
): void {
  const frames = output.length / channels;
  const period = sampleRate * periodSeconds;
  const beepFrames = Math.round(BEEP_SECONDS * sampleRate);
  for (let i = 0; i < frames; i += 1) {
    const sample = firstSample + i;
    const position = sample - Math.ceil(Math.floor(sample / period) * period);
    const value =
      position >= 0 && position < beepFrames
        ? BEEP_AMPLITUDE * Math.sin((2 * Math.PI * BEEP_HZ * position) / sampleRate)
        : 0;
    for (let channel = 0; channel < channels; channel += 1) output[i * channels + channel] = value;
  }
}

/** Fills `output` with a steady sine of `BEEP_HZ`. */
export function renderTone(
  output: Float32Array,
  firstSample: number,
  sampleRate: number,
  channels: 1 | 2,
): void {
  const frames = output.length / channels;
  for (let i = 0; i < frames; i += 1) {
    const position = (firstSample + i) % sampleRate;
    const value = TONE_AMPLITUDE * Math.sin((2 * Math.PI * BEEP_HZ * position) / sampleRate);
    for (let channel = 0; channel < channels; channel += 1) output[i * channels + channel] = value;
  }
}
