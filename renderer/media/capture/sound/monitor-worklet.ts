/** Plays the headphones' mix on the audio thread. Blocks come from the capture worker by a port of its own. */
import { MonitorRing } from '../../audio/monitor-ring.ts';
import type { MonitorBlock } from '../../audio/monitor-block.ts';

/** The part of an AudioWorklet's scope that is needed; the types of a page don't know it. */
interface WorkletScope {
  readonly sampleRate: number;
  readonly AudioWorkletProcessor: new () => { readonly port: MessagePort };
  registerProcessor(name: string, processor: unknown): void;
}

const { AudioWorkletProcessor, registerProcessor, sampleRate } = globalThis as unknown as WorkletScope;

class MonitorPlayer extends AudioWorkletProcessor {
  readonly #ring = new MonitorRing(sampleRate);

  constructor() {
    super();
    this.port.onmessage = ({ data: blocks }: MessageEvent<MessagePort>) => {
      blocks.onmessage = ({ data }: MessageEvent<MonitorBlock>) => {
        this.#ring.push(new Float32Array(data.samples));
        // The writer counts what is on its way.
        blocks.postMessage(undefined);
      };
    };
  }

  process(_inputs: unknown, [output]: readonly (readonly Float32Array[])[]): boolean {
    const [left, right] = output ?? [];
    if (left !== undefined && right !== undefined) this.#ring.pull(left, right);
    return true;
  }
}

registerProcessor('monitor', MonitorPlayer);
