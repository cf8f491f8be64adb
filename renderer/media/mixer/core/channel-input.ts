/**
 * What a channel's source gave, on the mixer's frames: its own clock and rate are followed, gaps are faded silence. A source runs
 * from its first part until it ends or is too late; only a source that runs is waited for.
 */
import { PcmContinuity } from '../../../../shared/sound/pcm-continuity.ts';
import type { PcmPart } from './mixer-types.ts';
import { SampleRing } from './sample-ring.ts';

/** Sound may come so much before its time. */
const AHEAD_SECONDS = 1.5;
/** Of sound that breaks off: held back, so whoever hears the mix hears all of it so much later. */
export const FADE_SECONDS = 0.003;
/** What `PcmContinuity` holds back, and some. */
const HELD_SECONDS = 0.02;
/** Rates that a source may have. */
const [LOWEST_RATE, HIGHEST_RATE] = [4000, 384_000];
const LONGEST_PART_SECONDS = 1;

export class ChannelInput {
  readonly #sampleRate: number;
  #continuity: PcmContinuity;
  readonly #ring: SampleRing;
  #isRunning = false;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#continuity = new PcmContinuity({ sampleRate, channels: 2 }, FADE_SECONDS);
    this.#ring = new SampleRing(AHEAD_SECONDS * sampleRate);
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** The frame after the last that can be read. */
  get end(): number {
    return this.#ring.end;
  }

  /** Keeps what was captured up to so many frames ago. */
  keep(frames: number): void {
    this.#ring.reserve(frames + AHEAD_SECONDS * this.#sampleRate);
  }

  /** Whether what ends at this frame fits in without loss of what is still to be read. */
  hasRoomFor(endFrame: number, readFrame: number): boolean {
    return endFrame - readFrame <= this.#ring.capacity;
  }

  /**
   * @param readFrame what is read next: the source may begin there and no earlier. @param isInTime a source that begins is waited for,
   * though all of this part lies before. @returns whether the source runs.
   */
  push(part: PcmPart, timeUs: number, readFrame: number, isInTime: boolean): boolean {
    const before = this.#continuity.writtenFrames;
    if (!this.#isRunning) {
      const frame = Math.max(before, Math.round((timeUs * this.#sampleRate) / 1e6), readFrame);
      if (frame > before) {
        this.#continuity.skipTo(frame);
        this.#ring.skipTo(frame);
      }
    }
    const start = this.#continuity.writtenFrames;
    this.#ring.write(this.#continuity.push({ ...part, timeUs }));
    const isHeard = this.#continuity.writtenFrames > start;
    this.#isRunning ||= isHeard || isInTime;
    return isHeard || isInTime;
  }

  /** Nothing more is expected: what came last is faded out. */
  stop(): void {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    const untilUs = (this.#continuity.writtenFrames * 1e6) / this.#sampleRate + HELD_SECONDS * 1e6;
    const samples = this.#continuity.fillTo(untilUs);
    if (samples !== undefined) this.#ring.write(samples);
  }

  read(frame: number, left: Float32Array, right: Float32Array): void {
    this.#ring.read(frame, left, right);
  }

  /** Frames are counted anew from another origin. */
  clear(): void {
    this.#isRunning = false;
    this.#continuity = new PcmContinuity({ sampleRate: this.#sampleRate, channels: 2 }, FADE_SECONDS);
    this.#ring.clear();
  }
}

/** Whether a part can be placed at all. */
export function isPart({ timestampUs, sampleRate, channels, samples }: PcmPart): boolean {
  const frames = samples.length / channels;
  return (
    Number.isFinite(timestampUs) &&
    sampleRate >= LOWEST_RATE &&
    sampleRate <= HIGHEST_RATE &&
    (channels === 1 || channels === 2) &&
    Number.isInteger(frames) &&
    frames > 0 &&
    frames <= LONGEST_PART_SECONDS * sampleRate
  );
}
