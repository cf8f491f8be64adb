/** One channel's application: each of its streams is recorded by a process of its own, and all are added up. */
import type { AppError } from '../../../shared/errors/app-error.ts';
import { APPLICATION_BLOCKS, APPLICATION_CHANNELS } from '../../../shared/media/application-port.ts';
import type {
  ApplicationFailed,
  ApplicationSound,
  ApplicationWaits,
  TakeApplication,
} from '../../../shared/media/application-port.ts';
import { inputsOfApplication } from './sink-inputs.ts';
import type { SinkInput } from './sink-inputs.ts';
import { SoundSum } from './sound-sum.ts';
import { recordInput } from './sound-tools.ts';
import type { SoundTool } from './sound-tools.ts';

export interface ApplicationRecorderParts {
  readonly wanted: TakeApplication;
  readonly nowMs: () => number;
  send(message: ApplicationSound | ApplicationWaits | ApplicationFailed): void;
  /** A stream ended by itself: it may be gone, or be on other speakers now. @param isFault it gave nothing. */
  onStreamEnded(isFault: boolean): void;
}

const MAX_STREAMS = 8;
const FRAME_BYTES = APPLICATION_CHANNELS * Float32Array.BYTES_PER_ELEMENT;

interface Stream {
  readonly tool: SoundTool;
  /** Of a frame that came in part. */
  rest: Uint8Array;
  hasSound: boolean;
}

export class ApplicationRecorder {
  readonly #parts: ApplicationRecorderParts;
  readonly #sum: SoundSum;
  readonly #streams = new Map<number, Stream>();
  /** Of streams that gave nothing. */
  readonly #faults = new Map<number, number>();
  #frames = 0;
  #free = APPLICATION_BLOCKS;
  /** Nothing is said twice. */
  #said = '';

  constructor(parts: ApplicationRecorderParts) {
    this.#parts = parts;
    this.#sum = new SoundSum(parts.wanted.sampleRate);
  }

  get run(): number {
    return this.#parts.wanted.run;
  }

  get pids(): readonly number[] {
    return [...this.#streams.values()].map(({ tool }) => tool.pid).filter((pid) => pid !== undefined);
  }

  /** What plays on the server now. */
  follow(inputs: readonly SinkInput[]): void {
    const { wanted } = this.#parts;
    const found = inputsOfApplication(wanted.application, inputs).slice(0, MAX_STREAMS);
    const indices = new Set(found.map(({ index }) => index));
    for (const [index, { tool }] of this.#streams) {
      if (indices.has(index)) continue;
      tool.stop();
      this.#forget(index);
    }
    for (const index of indices) if (!this.#streams.has(index)) this.#record(index);
    for (const index of this.#faults.keys()) if (!indices.has(index)) this.#faults.delete(index);
    if (indices.size === 0) this.#say({ type: 'applicationWaits', ...this.#ids });
  }

  /** The server doesn't answer. */
  fail(error: AppError): void {
    this.stop();
    this.#say({ type: 'applicationFailed', ...this.#ids, error: error.toRecord() });
  }

  taken(blocks: number): void {
    this.#free = Math.min(APPLICATION_BLOCKS, this.#free + blocks);
  }

  stop(): void {
    for (const [index, { tool }] of this.#streams) {
      tool.stop();
      this.#forget(index);
    }
  }

  get #ids() {
    const { channelId, run } = this.#parts.wanted;
    return { channelId, run };
  }

  #record(index: number): void {
    const { sampleRate } = this.#parts.wanted;
    const tool = recordInput(
      { index, sampleRate },
      {
        onData: (bytes) => this.#read(index, bytes),
        onEnded: (error) => {
          const hadSound = this.#streams.get(index)?.hasSound === true;
          this.#forget(index);
          if (error !== undefined && !hadSound) this.#countFault(index, error);
          this.#parts.onStreamEnded(!hadSound);
        },
      },
    );
    this.#streams.set(index, { tool, rest: new Uint8Array(0), hasSound: false });
  }

  /** A stream that is gone fails once, before the list is without it. */
  #countFault(index: number, error: AppError): void {
    const faults = (this.#faults.get(index) ?? 0) + 1;
    this.#faults.set(index, faults);
    if (faults > 1) this.#say({ type: 'applicationFailed', ...this.#ids, error: error.toRecord() });
  }

  #forget(index: number): void {
    this.#streams.delete(index);
    this.#sum.remove(index);
    // The next sound is of another time.
    if (this.#streams.size === 0) this.#frames = 0;
  }

  #read(index: number, bytes: Uint8Array): void {
    const stream = this.#streams.get(index);
    if (stream === undefined) return;
    const all = stream.rest.length === 0 ? bytes : Buffer.concat([stream.rest, bytes]);
    const whole = all.length - (all.length % FRAME_BYTES);
    stream.rest = all.slice(whole);
    if (whole === 0) return;
    stream.hasSound = true;
    // A copy of its own, aligned as samples are.
    const samples = new Float32Array(whole / Float32Array.BYTES_PER_ELEMENT);
    new Uint8Array(samples.buffer).set(all.subarray(0, whole));
    const sum = this.#sum.add(index, samples, this.#parts.nowMs());
    if (sum === undefined) return;
    if (sum.isNewLine) this.#frames = 0;
    this.#send(sum.samples);
  }

  #send(samples: Float32Array<ArrayBuffer>): void {
    const { sampleRate } = this.#parts.wanted;
    const lineUs = (this.#frames * 1_000_000) / sampleRate;
    this.#frames += samples.length / APPLICATION_CHANNELS;
    if (this.#free === 0) return;
    this.#free -= 1;
    this.#said = '';
    const data = samples.buffer;
    this.#parts.send({ type: 'applicationSound', ...this.#ids, lineUs, sampleRate, data });
  }

  #say(message: ApplicationWaits | ApplicationFailed): void {
    const said = JSON.stringify(message);
    if (said !== this.#said) this.#parts.send(message);
    this.#said = said;
  }
}
