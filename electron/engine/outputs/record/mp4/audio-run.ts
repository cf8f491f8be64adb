/** The samples of one track of sound that wait for the next fragment. Their times follow from counting; only a real gap is one. Pure. */
import type { Sample } from './fragment.ts';
import type { AudioTrack } from './movie.ts';
import type { AudioConfig } from '../mux/codec-config.ts';

const AAC_FRAME_SAMPLES = 1024;
/** Sound whose timestamps are off by more than this many samples is a gap, not rounding. */
const GAP_SAMPLES = 2048;

export class AudioRun implements AudioTrack {
  readonly id: number;
  readonly name: string;
  readonly config: AudioConfig;
  #samples: Sample[] = [];
  #start = 0;
  #next = 0;
  #hasStarted = false;

  constructor({ id, name, config }: AudioTrack) {
    this.id = id;
    this.name = name;
    this.config = config;
  }

  /** Of what waits, ms. */
  get spanMs(): number {
    return this.#samples.length === 0 ? 0 : ((this.#next - this.#start) * 1000) / this.config.sampleRate;
  }

  /** In the file, whole ms. */
  get endMs(): number {
    return Math.round((this.#next * 1000) / this.config.sampleRate);
  }

  /** @param atMs in the file, at least 0. */
  place(atMs: number): void {
    const at = Math.round((atMs * this.config.sampleRate) / 1000);
    if (!this.#hasStarted) this.#next = at;
    this.#hasStarted = true;
    const gap = at - this.#next;
    if (gap <= GAP_SAMPLES) return;
    const last = this.#samples.at(-1);
    if (last) last.duration += gap;
    this.#next = at;
  }

  /** One frame of AAC, where `place` has put it. */
  add(data: Uint8Array): void {
    if (this.#samples.length === 0) this.#start = this.#next;
    this.#next += AAC_FRAME_SAMPLES;
    this.#samples.push({ data, duration: AAC_FRAME_SAMPLES, isKeyframe: true, composition: 0 });
  }

  /** Gives out what waits. */
  take(): { readonly track: number; readonly start: number; readonly samples: readonly Sample[] } {
    return { track: this.id, start: this.#start, samples: this.#samples.splice(0) };
  }
}
