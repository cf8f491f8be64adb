/**
 * Sound in the worker: a track's PCM placed on the one clock by its capture timestamps, or beeps and tone made from the
 * sample number alone at the pace of the clock. Both go through the same stage of gain and meter.
 */
import { beepPeriod, renderBeeps, renderTone } from '../../../shared/pattern/sound.ts';
import type { AudioBlock } from '../../../shared/media/media-port.ts';
import { AudioStage } from '../audio/audio-stage.ts';
import type { Level } from '../audio/audio-stage.ts';
import { DelayLine } from '../audio/delay-line.ts';
import { OneSided } from '../audio/one-sided.ts';
import type { Side } from '../audio/one-sided.ts';
import { PcmGatherer } from '../audio/pcm-gatherer.ts';
import type { PickedChannel } from '../audio/pcm-gatherer.ts';
import { ClockMapper } from '../sources/clock-mapper.ts';
import { nowUs } from './clock.ts';
import type { SoundSink } from '../sources/frame-source.ts';
import type { ProgramFormat } from './worker-messages.ts';

const BLOCK_FRAMES = 1024;
/** A worker that slept longer makes no more than this much sound at once. */
const MAX_BEHIND_US = 500_000;

export interface SoundEvents {
  started(): void;
  failed(message: string): void;
  /** The sound is on this side alone; undefined when on both again. */
  oneSided(side: Side | undefined): void;
}

export class SoundPath {
  readonly #stage = new AudioStage();
  readonly #delay: DelayLine;
  readonly #onLevel: (level: Level) => void;
  #stop: (() => void) | undefined;
  #gatherer: PcmGatherer | undefined;
  #picked: PickedChannel = 'stereo';
  #watcher: ((block: AudioBlock) => void) | undefined;

  constructor(sink: SoundSink, onLevel: (level: Level) => void) {
    this.#delay = new DelayLine((block) => {
      this.#watcher?.(block);
      sink.sendSound(block);
    });
    this.#onLevel = onLevel;
  }

  /** How much later than captured the sound is sent. */
  setDelay(delayMs: number): void {
    this.#delay.setDelay(delayMs);
  }

  /** Gets each block as it is sent, in place of whoever got them before. */
  watch(watcher: ((block: AudioBlock) => void) | undefined): void {
    this.#watcher = watcher;
  }

  /** Whatever the level is. */
  setSilent(isSilent: boolean): void {
    this.#stage.setSilent(isSilent);
  }

  setLevel(gain: number, isMuted: boolean): void {
    this.#stage.setGain(gain, isMuted);
  }

  /** Which side of a microphone is heard. */
  pickChannel(channel: PickedChannel): void {
    this.#picked = channel;
    this.#gatherer?.pick(channel);
  }

  take(readable: ReadableStream<AudioData>, channels: 1 | 2, events: SoundEvents): void {
    this.end();
    const reader = readable.getReader();
    const mapper = new ClockMapper();
    let isEnded = false;
    let hasStarted = false;
    const oneSided = new OneSided();
    const gatherer = new PcmGatherer(
      channels,
      (samples, timestampUs, sampleRate) => {
        this.#send(samples.buffer, Math.round(timestampUs), sampleRate, channels);
        if (!hasStarted) events.started();
        hasStarted = true;
      },
      (left, right, sampleRate) => {
        if (oneSided.add(left, right, sampleRate)) events.oneSided(oneSided.side);
      },
    );
    gatherer.pick(this.#picked);
    this.#gatherer = gatherer;
    const read = async (): Promise<void> => {
      while (!isEnded) {
        const { done, value: data } = await reader.read();
        if (done) return;
        // A block comes when its last sample is there: its first is at least its own length older.
        const lengthUs = (data.numberOfFrames * 1_000_000) / data.sampleRate;
        const startUs = mapper.map(data.timestamp, nowUs() - lengthUs);
        if (!isEnded) gatherer.add(data, startUs);
        data.close();
      }
    };
    read().catch((error: unknown) => {
      if (!isEnded) events.failed(error instanceof Error ? error.message : String(error));
    });
    this.#stop = () => {
      isEnded = true;
      reader.cancel().catch(() => undefined);
    };
  }

  /** @param originUs when sample 0 sounds: the moment of the test picture's frame 0. */
  make(kind: 'beeps' | 'tone', program: ProgramFormat, originUs: number): void {
    this.end();
    const { sampleRate, channels } = program;
    const periodSeconds = beepPeriod(program.fps);
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
        if (kind === 'tone') renderTone(samples, next * BLOCK_FRAMES, sampleRate, channels);
        else renderBeeps(samples, next * BLOCK_FRAMES, sampleRate, channels, periodSeconds);
        this.#send(samples.buffer, Math.round(timeOf(next)), sampleRate, channels);
        next += 1;
      }
      timer = setTimeout(run, Math.max(1, (timeOf(next + 1) - nowUs()) / 1000));
    };
    run();
    this.#stop = () => clearTimeout(timer);
  }

  end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#gatherer = undefined;
    this.#delay.clear();
  }

  #send(data: ArrayBuffer, timestampUs: number, sampleRate: number, channels: 1 | 2): void {
    const level = this.#stage.process(new Float32Array(data), sampleRate, channels);
    this.#delay.push({ timestampUs, sampleRate, channels, data });
    if (level !== undefined) this.#onLevel(level);
  }
}
