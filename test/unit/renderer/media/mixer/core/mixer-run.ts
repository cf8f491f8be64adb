/** Runs a mixer on simulated time: sources that give parts as devices do, a clock that ticks, and what comes out. */
import type { AudioBlock } from '../../../../../../shared/media/media-port.ts';
import { Mixer } from '../../../../../../renderer/media/mixer/core/mixer.ts';
import type { TrackNumber } from '../../../../../../shared/media/track.ts';
import type {
  MasterSettings,
  MixerChannel,
  MixerOptions,
} from '../../../../../../renderer/media/mixer/core/mixer-types.ts';

export const RATE = 48_000;
/** The page's clock has been running for a while. */
export const START_US = 5_000_000;
const TICK_US = 10_000;

export function channel(id: string, change: Partial<MixerChannel> = {}): MixerChannel {
  return {
    ...{ id, gain: 1, isMuted: false, balance: 0, isMono: false, tracks: 0b11_1111, monitoring: 'off' },
    ...{ syncOffsetMs: 0, filters: [], presence: 1, fadeMs: 0, isSoundExpected: true },
    ...change,
  };
}

/** A device: what its samples are at a time of the page's clock, seconds since the start. */
export interface Device {
  readonly id: string;
  readonly at: (seconds: number) => number;
  readonly right?: (seconds: number) => number;
  readonly sampleRate?: number;
  readonly channels?: 1 | 2;
  readonly partMs?: number;
  /** How much faster than the page's its clock runs. */
  readonly drift?: number;
  readonly isOn?: (seconds: number) => boolean;
  /** How much later than its last sample a part comes. */
  readonly lateMs?: (seconds: number) => number;
  /** What the times of its parts are off by. */
  readonly jitterMs?: (seconds: number) => number;
}

/** A run of sound with the time of its first sample, frames since the start. */
export interface Taken {
  readonly blocks: { readonly timestampUs: number; readonly frames: number; readonly atUs: number }[];
  readonly left: number[];
  readonly right: number[];
}

export class MixerRun {
  readonly mixer: Mixer;
  readonly tracks = new Map<TrackNumber, Taken>();
  readonly monitor: Taken = { blocks: [], left: [], right: [] };
  nowUs = START_US;
  readonly #devices = new Map<string, { device: Device; sample: number; dueUs: number }>();

  constructor(options: Partial<MixerOptions> = {}, master: Partial<MasterSettings> = {}) {
    this.mixer = new Mixer({
      sampleRate: RATE,
      channels: 2,
      nowUs: () => this.nowUs,
      onTrack: (track, block) => {
        const taken = this.tracks.get(track) ?? { blocks: [], left: [], right: [] };
        this.tracks.set(track, taken);
        this.#take(taken, block);
      },
      onMonitor: (block) => this.#take(this.monitor, block),
      onMeters: () => undefined,
      onFaults: () => undefined,
      ...options,
    });
    this.mixer.setMaster({ isLimiterOn: false, ceilingDb: -1, tracks: 1, meteredTrack: 1, ...master });
  }

  get seconds(): number {
    return (this.nowUs - START_US) / 1e6;
  }

  /** Track 1. */
  get main(): Taken {
    return this.tracks.get(1) ?? { blocks: [], left: [], right: [] };
  }

  /** From now on the device gives sound. */
  plugIn(...devices: readonly Device[]): this {
    for (const device of devices) this.#devices.set(device.id, { device, sample: 0, dueUs: this.nowUs });
    return this;
  }

  unplug(id: string): void {
    this.#devices.delete(id);
  }

  /** Lets time pass. */
  runTo(seconds: number): this {
    const endUs = START_US + seconds * 1e6;
    while (this.nowUs < endUs) {
      this.nowUs += TICK_US;
      for (const source of this.#devices.values()) this.#give(source);
      this.mixer.tick();
    }
    return this;
  }

  #give(source: { device: Device; sample: number; dueUs: number }): void {
    const { device } = source;
    const { id, sampleRate = RATE, channels = 2, partMs = 20, drift = 0 } = device;
    const ownRate = sampleRate * (1 + drift);
    const frames = Math.round((sampleRate * partMs) / 1000);
    for (;;) {
      const startUs = source.dueUs;
      const endUs = startUs + (frames * 1e6) / ownRate;
      const second = (startUs - START_US) / 1e6;
      if (endUs + (device.lateMs?.(second) ?? 0) * 1000 > this.nowUs) return;
      source.dueUs = endUs;
      if (device.isOn?.(second) === false) continue;
      const samples = new Float32Array(frames * channels);
      for (let frame = 0; frame < frames; frame += 1) {
        const at = second + frame / ownRate;
        samples[frame * channels] = device.at(at);
        if (channels === 2) samples[frame * 2 + 1] = (device.right ?? device.at)(at);
      }
      const timestampUs = startUs + (device.jitterMs?.(second) ?? 0) * 1000;
      this.mixer.push(id, { timestampUs, sampleRate, channels, samples });
      this.mixer.tick();
    }
  }

  #take(taken: Taken, { timestampUs, channels, data }: AudioBlock): void {
    const samples = new Float32Array(data);
    const frames = samples.length / channels;
    taken.blocks.push({ timestampUs, frames, atUs: this.nowUs });
    for (let frame = 0; frame < frames; frame += 1) {
      taken.left.push(samples[frame * channels] as number);
      taken.right.push(samples[frame * channels + channels - 1] as number);
    }
  }
}

export const tone =
  (hertz: number, amplitude = 0.5) =>
  (seconds: number): number =>
    amplitude * Math.sin(2 * Math.PI * hertz * seconds);

/** The frame since the start that what was taken begins with; negative before the start. */
export function firstFrame({ blocks }: Taken): number {
  return Math.round((((blocks[0]?.timestampUs ?? 0) - START_US) * RATE) / 1e6);
}
