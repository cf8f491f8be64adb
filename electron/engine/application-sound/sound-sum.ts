/**
 * Adds up the streams of an application that plays more than one, as a browser with two tabs does. One stream sets the pace; what others
 * gave meanwhile is added to it. All come from one sound server, so their clocks hardly part. Pure.
 */
import { APPLICATION_CHANNELS } from '../../../shared/media/application-port.ts';

/** A stream that gave nothing for longer no longer sets the pace. */
const PATIENCE_MS = 60;
/** A stream that goes on after longer had paused; after less, this process was late to read. */
const PAUSE_MS = 250;
/** A stream that ran dry is added again once so much of it waits. */
const CUSHION_SECONDS = 0.04;
/** More than this waits for nobody: what is older is left out. */
const MAX_WAITING_SECONDS = 0.2;

interface Stream {
  waiting: Float32Array;
  isAdded: boolean;
  givenMs: number;
}

export class SoundSum {
  readonly #cushion: number;
  readonly #most: number;
  readonly #streams = new Map<number, Stream>();
  #leader: number | undefined;

  constructor(sampleRate: number) {
    this.#cushion = Math.round(CUSHION_SECONDS * sampleRate) * APPLICATION_CHANNELS;
    this.#most = Math.round(MAX_WAITING_SECONDS * sampleRate) * APPLICATION_CHANNELS;
  }

  /**
   * @param samples whole frames, interleaved; kept, or given back with the sum in them.
   * @returns the sum, or undefined where another stream sets the pace. `isNewLine`: time passed before it in which nothing came.
   */
  add(
    id: number,
    samples: Float32Array<ArrayBuffer>,
    nowMs: number,
  ): { readonly samples: Float32Array<ArrayBuffer>; readonly isNewLine: boolean } | undefined {
    const stream = this.#streams.get(id) ?? { waiting: new Float32Array(0), isAdded: false, givenMs: nowMs };
    this.#streams.set(id, stream);
    const leader = this.#leader === undefined ? undefined : this.#streams.get(this.#leader);
    const patienceMs = leader === stream ? PAUSE_MS : PATIENCE_MS;
    const hasStalled = leader !== undefined && nowMs - leader.givenMs > patienceMs;
    stream.givenMs = nowMs;
    if (leader === undefined || hasStalled) this.#leader = id;
    stream.waiting = joined(stream.waiting, samples);
    if (id !== this.#leader) {
      if (stream.waiting.length > this.#most) stream.waiting = stream.waiting.slice(-this.#cushion);
      return undefined;
    }
    stream.isAdded = true;
    const sum = new Float32Array(samples.length);
    for (const each of this.#streams.values()) this.#addWaiting(each, sum);
    return { samples: sum, isNewLine: hasStalled };
  }

  /** The stream has ended: another one sets the pace from here on. */
  remove(id: number): void {
    this.#streams.delete(id);
    if (this.#leader !== id) return;
    this.#leader = this.#streams.keys().next().value;
  }

  #addWaiting(stream: Stream, sum: Float32Array): void {
    const { waiting } = stream;
    stream.isAdded ||= waiting.length >= this.#cushion;
    if (!stream.isAdded) return;
    const count = Math.min(waiting.length, sum.length);
    for (let at = 0; at < count; at += 1) sum[at] = (sum[at] ?? 0) + (waiting[at] ?? 0);
    stream.waiting = waiting.slice(count);
    if (count < sum.length) stream.isAdded = false;
  }
}

function joined(one: Float32Array, other: Float32Array): Float32Array {
  if (one.length === 0) return other;
  const both = new Float32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
