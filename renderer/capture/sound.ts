/**
 * Sound in the worker: blocks from the audio worklet placed on the one clock, or beeps and tone made from the sample
 * number alone, at the pace of the clock. Both go through the same stage of gain and meter.
 */
import { renderBeeps, renderTone } from '../../shared/pattern/sound.ts';
import { AudioStage } from '../audio/audio-stage.ts';
import type { Level } from '../audio/audio-stage.ts';
import { ClockMapper } from './clock-mapper.ts';
import { nowUs } from './clock.ts';
import type { EnginePort } from './engine-port.ts';
import type { ProgramFormat, ToWorklet, WorkletBlock } from './worker-messages.ts';

const BLOCK_FRAMES = 1024;
/** A worker that slept longer makes no more than this much sound at once. */
const MAX_BEHIND_US = 500_000;

export class SoundPath {
  readonly #stage = new AudioStage();
  readonly #port: EnginePort;
  readonly #onLevel: (level: Level) => void;
  #stop: (() => void) | undefined;

  constructor(port: EnginePort, onLevel: (level: Level) => void) {
    this.#port = port;
    this.#onLevel = onLevel;
  }

  setLevel(gain: number, isMuted: boolean): void {
    this.#stage.setGain(gain, isMuted);
  }

  /** @param latencyUs how long the device itself holds sound back before it hands it over. */
  take(worklet: MessagePort, latencyUs: number, onStarted: () => void): void {
    this.end();
    const mapper = new ClockMapper();
    let isStarted = false;
    worklet.onmessage = (event: MessageEvent<WorkletBlock>) => {
      const { data, firstFrame, sampleRate, channels } = event.data;
      const lengthUs = (data.byteLength / (4 * channels) / sampleRate) * 1_000_000;
      const startUs = (firstFrame / sampleRate) * 1_000_000;
      const endUs = mapper.map(startUs + lengthUs, nowUs());
      this.#send(data, Math.round(endUs - lengthUs - latencyUs), sampleRate, channels);
      worklet.postMessage(data, [data]);
      if (!isStarted) onStarted();
      isStarted = true;
    };
    worklet.start();
    this.#stop = () => {
      worklet.onmessage = null;
      worklet.postMessage({ type: 'close' } satisfies ToWorklet);
      worklet.close();
    };
  }

  /** @param originUs when sample 0 sounds: the moment of the test picture's frame 0. */
  make(kind: 'beeps' | 'tone', program: ProgramFormat, originUs: number): void {
    this.end();
    const { sampleRate, channels } = program;
    const render = kind === 'beeps' ? renderBeeps : renderTone;
    const samples = new Float32Array(BLOCK_FRAMES * channels);
    const timeOf = (block: number): number => originUs + (block * BLOCK_FRAMES * 1_000_000) / sampleRate;
    const blockAt = (timeUs: number): number =>
      Math.floor(((timeUs - originUs) * sampleRate) / 1_000_000 / BLOCK_FRAMES);
    let next = Math.max(0, blockAt(nowUs()));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = (): void => {
      const now = nowUs();
      if (now - timeOf(next) > MAX_BEHIND_US) next = blockAt(now);
      while (timeOf(next + 1) <= now) {
        render(samples, next * BLOCK_FRAMES, sampleRate, channels);
        this.#send(samples.buffer, Math.round(timeOf(next)), sampleRate, channels);
        next++;
      }
      timer = setTimeout(run, Math.max(1, (timeOf(next + 1) - nowUs()) / 1000));
    };
    run();
    this.#stop = () => clearTimeout(timer);
  }

  end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #send(data: ArrayBuffer, timestampUs: number, sampleRate: number, channels: 1 | 2): void {
    const level = this.#stage.process(new Float32Array(data), sampleRate, channels);
    this.#port.send({ type: 'audio', timestampUs, sampleRate, channels, data });
    if (level !== undefined) this.#onLevel(level);
  }
}
