/**
 * Web Audio in front of the worker: a microphone or a file's sound goes through an audio worklet that batches it. The
 * context has no output device: Upcast plays nothing back, and a machine without a sound card is as good as any.
 */
import type { ToWorklet } from '../capture/worker-messages.ts';
import workletUrl from './batcher-worklet.ts?worker&url';

interface SinklessOptions extends AudioContextOptions {
  readonly sinkId: { readonly type: 'none' };
}

export class SoundInput {
  readonly #context: AudioContext;
  readonly #channels: 1 | 2;
  readonly #isLoaded: Promise<void>;
  #source: AudioNode | undefined;
  #batcher: AudioWorkletNode | undefined;
  /** A player's sound can be taken only once: the node is kept with it. */
  readonly #playerNodes = new WeakMap<HTMLMediaElement, MediaElementAudioSourceNode>();

  constructor(sampleRate: number, channels: 1 | 2) {
    const options: SinklessOptions = { sampleRate, latencyHint: 'interactive', sinkId: { type: 'none' } };
    this.#context = new AudioContext(options);
    this.#channels = channels;
    this.#isLoaded = this.#context.audioWorklet.addModule(workletUrl);
  }

  matches(sampleRate: number, channels: 1 | 2): boolean {
    return this.#context.sampleRate === sampleRate && this.#channels === channels;
  }

  takeStream(stream: MediaStream): Promise<MessagePort> {
    return this.#take(this.#context.createMediaStreamSource(stream));
  }

  takePlayer(player: HTMLMediaElement): Promise<MessagePort> {
    const known = this.#playerNodes.get(player);
    const node = known ?? this.#context.createMediaElementSource(player);
    if (known === undefined) this.#playerNodes.set(player, node);
    return this.#take(node);
  }

  /** Stops handing blocks over. */
  release(): void {
    this.#source?.disconnect();
    this.#batcher?.port.postMessage({ type: 'close' } satisfies ToWorklet);
    this.#batcher?.disconnect();
    this.#source = undefined;
    this.#batcher = undefined;
  }

  async close(): Promise<void> {
    this.release();
    await this.#context.close();
  }

  /** The port on which blocks arrive. */
  async #take(source: AudioNode): Promise<MessagePort> {
    this.release();
    await this.#isLoaded;
    await this.#context.resume();
    const batcher = new AudioWorkletNode(this.#context, 'upcast-batcher', {
      numberOfInputs: 1,
      numberOfOutputs: 1,
      channelCount: this.#channels,
      channelCountMode: 'explicit',
      channelInterpretation: 'speakers',
      processorOptions: { channels: this.#channels },
    });
    const { port1, port2 } = new MessageChannel();
    batcher.port.postMessage({ type: 'connect' } satisfies ToWorklet, [port1]);
    source.connect(batcher);
    // Its output stays silent; without a way to the end of the graph it would not be run.
    batcher.connect(this.#context.destination);
    this.#source = source;
    this.#batcher = batcher;
    return port2;
  }
}
