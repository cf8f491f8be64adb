/**
 * RNNoise, compiled to WebAssembly: a network of the year 2018 that knows speech from noise. One module for all states,
 * because its memory is 16 MB large. The newer network of 2024 removes more and needs 8 % of a core for each side.
 */
import { readBytes } from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?kernel';
import { assert } from '../../../../../shared/assert.ts';

/** At 48 kHz, in and out at a time; the output is later by as much. */
export const RNNOISE_FRAMES = 480;
export const RNNOISE_RATE = 48_000;
/** RNNoise reckons with samples of 16 bits. */
const SCALE = 32_768;
/** Louder sound is cut: +12 dB. */
const MAX_INPUT = 4;
/** Quieter sound, −180 dBFS, is silence. RNNoise reckons in 32 bits: numbers near the smallest that exist take it ten times as long. */
const SILENT = 1e-9;
/** After so much silence nothing comes out any more: RNNoise rests, since what it remembers fades away into such numbers too. */
const FRAMES_TO_REST = 50;

interface Exports {
  readonly memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  malloc(bytes: number): number;
  rnnoise_create(model: number): number;
  rnnoise_destroy(state: number): void;
  rnnoise_process_frame(state: number, output: number, input: number): number;
}

interface Module extends Exports {
  readonly frame: number;
  readonly samples: Float32Array;
}

let module: Module | undefined;

function load(): Module {
  const imports = {
    emscripten_memcpy_big(to: number, from: number, count: number) {
      new Uint8Array(exports.memory.buffer).copyWithin(to, from, from + count);
    },
    // The memory keeps its size, and views of it their buffer.
    emscripten_resize_heap: () => 0,
    __assert_fail: () => assert(false, 'RNNoise failed'),
  };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readBytes()), { env: imports });
  const exports = instance.exports as unknown as Exports;
  exports.__wasm_call_ctors();
  const frame = exports.malloc(RNNOISE_FRAMES * Float32Array.BYTES_PER_ELEMENT);
  return { ...exports, frame, samples: new Float32Array(exports.memory.buffer, frame, RNNOISE_FRAMES) };
}

/** Of one side. There is memory for some 600: what is opened beyond that leaves samples as they are. */
export class Rnnoise {
  readonly #module = (module ??= load());
  /** 0 without memory. */
  readonly #state = this.#module.rnnoise_create(0);
  #silentFrames = 0;

  /** @param samples 480 at 48 kHz, in place */
  process(samples: Float32Array): void {
    if (this.#state === 0) return;
    const { samples: frame, frame: pointer } = this.#module;
    let isSilent = true;
    for (let at = 0; at < RNNOISE_FRAMES; at += 1) {
      const sample = samples[at] as number;
      const isHeard = sample > SILENT || sample < -SILENT;
      isSilent &&= !isHeard;
      const bounded = sample > MAX_INPUT ? MAX_INPUT : sample < -MAX_INPUT ? -MAX_INPUT : sample;
      frame[at] = isHeard ? SCALE * bounded : 0;
    }
    this.#silentFrames = isSilent ? this.#silentFrames + 1 : 0;
    if (this.#silentFrames > FRAMES_TO_REST) {
      samples.fill(0);
      return;
    }
    this.#module.rnnoise_process_frame(this.#state, pointer, pointer);
    for (let at = 0; at < RNNOISE_FRAMES; at += 1) samples[at] = (frame[at] as number) / SCALE;
  }

  end(): void {
    if (this.#state !== 0) this.#module.rnnoise_destroy(this.#state);
  }
}
