/**
 * The audio worklet: gathers the context's 128-frame quanta into blocks, interleaves them and hands them to the capture
 * worker with their place on the context's clock. Buffers come back and are reused. Runs in AudioWorkletGlobalScope.
 */

const BLOCK_FRAMES = 1024;

interface WorkletScope {
  readonly currentFrame: number;
  readonly sampleRate: number;
  readonly AudioWorkletProcessor: new () => { readonly port: MessagePort };
  registerProcessor(name: string, processor: new (options: BatcherOptions) => unknown): void;
}

interface BatcherOptions {
  readonly processorOptions: { readonly channels: 1 | 2 };
}

const scope = globalThis as unknown as WorkletScope;

class Batcher extends scope.AudioWorkletProcessor {
  readonly #channels: 1 | 2;
  readonly #free: ArrayBuffer[] = [];
  #worker: MessagePort | undefined;
  #block: Float32Array<ArrayBuffer>;
  #filled = 0;
  #firstFrame = 0;
  #isClosed = false;

  constructor(options: BatcherOptions) {
    super();
    this.#channels = options.processorOptions.channels;
    this.#block = new Float32Array(BLOCK_FRAMES * this.#channels);
    this.port.onmessage = (event: MessageEvent) => {
      const worker = event.ports[0];
      if (worker === undefined) {
        this.#isClosed = true;
        return;
      }
      this.#worker = worker;
      worker.onmessage = (back: MessageEvent<unknown>) => {
        if (back.data instanceof ArrayBuffer) this.#free.push(back.data);
        else this.#isClosed = true;
      };
    };
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const input = inputs[0] ?? [];
    const left = input[0];
    const right = input[1] ?? left;
    const channels = this.#channels;
    const quantum = left?.length ?? 128;
    if (this.#filled === 0) this.#firstFrame = scope.currentFrame;
    const block = this.#block;
    let at = this.#filled * channels;
    for (let i = 0; i < quantum; i++) {
      block[at++] = left?.[i] ?? 0;
      if (channels === 2) block[at++] = right?.[i] ?? 0;
    }
    this.#filled += quantum;
    if (this.#filled >= BLOCK_FRAMES) this.#handOver();
    return !this.#isClosed;
  }

  #handOver(): void {
    this.#filled = 0;
    if (this.#worker === undefined) return;
    const data = this.#block.buffer;
    const message = {
      data,
      firstFrame: this.#firstFrame,
      sampleRate: scope.sampleRate,
      channels: this.#channels,
    };
    this.#worker.postMessage(message, [data]);
    this.#block = new Float32Array(this.#free.pop() ?? new ArrayBuffer(BLOCK_FRAMES * this.#channels * 4));
  }
}

scope.registerProcessor('upcast-batcher', Batcher);
