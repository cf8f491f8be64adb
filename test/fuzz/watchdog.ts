/**
 * Ends a run whose input never returns: a second thread sees that the count of inputs stands still, prints the
 * input, keeps it, and stops the process.
 */
import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const longestInputMs = 20_000;
const sharedInputBytes = 16 * 1024;

export interface WatchdogData {
  readonly counter: SharedArrayBuffer;
  readonly input: SharedArrayBuffer;
  readonly folder: string;
}

/** The count and the length of the current input. */
const countAt = 0;
const lengthAt = 1;

export class Watchdog {
  readonly #counter: Int32Array;
  readonly #input: Uint8Array;
  readonly #worker: Worker;

  /** `script` is this program: its entry calls `watch` when it finds itself in a worker. */
  constructor(script: URL, folder: string) {
    const data: WatchdogData = {
      counter: new SharedArrayBuffer(8),
      input: new SharedArrayBuffer(sharedInputBytes),
      folder,
    };
    this.#counter = new Int32Array(data.counter);
    this.#input = new Uint8Array(data.input);
    this.#worker = new Worker(script, { workerData: data });
  }

  beginInput(input: Uint8Array): void {
    const kept = input.subarray(0, sharedInputBytes);
    this.#input.set(kept);
    Atomics.store(this.#counter, lengthAt, kept.length);
    Atomics.add(this.#counter, countAt, 1);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The worker's side; returns never. */
export function watch({ counter, input, folder }: WatchdogData): void {
  const view = new Int32Array(counter);
  for (;;) {
    const seen = Atomics.load(view, countAt);
    // Nobody notifies: this is a wait for time to pass.
    Atomics.wait(view, countAt, seen, longestInputMs);
    if (Atomics.load(view, countAt) !== seen) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
      continue;
    }
    const bytes = Buffer.from(new Uint8Array(input)).subarray(0, Atomics.load(view, lengthAt));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `hang-${Date.now()}.bin`), bytes);
    writeSync(2, `hang: no end after ${longestInputMs} ms with ${bytes.toString('hex')}\n`);
    process.kill(process.pid, 'SIGKILL');
  }
}
