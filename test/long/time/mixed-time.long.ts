/**
 * `npm run prove -- mixed-time --minutes 30`: simulated time, as fast as the mixer is. Four devices, three of them with clocks that are
 * off, one that is unplugged now and then, give a pulse each second; each is heard within 5 ms of its second to the end.
 */
import { Mixer } from '../../../renderer/media/mixer/core/mixer.ts';
import type { MixerChannel } from '../../../renderer/media/mixer/core/mixer-types.ts';
import { soundFilterDefaults } from '../../../shared/studio/mixer/sound-filter.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { atMost } from '../support/findings.ts';

const RATE = 48_000;
const PART_SECONDS = 0.02;
const PULSE_SECONDS = 0.01;
const WORST_MS = 5;
/** An unplugged device is away for ten seconds of every minute. */
const [UNPLUGGED_FROM, UNPLUGGED_TO] = [30.5, 40.5];

interface Device {
  readonly id: string;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** How much faster than the page's its clock runs. */
  readonly drift: number;
  readonly isUnplugged?: boolean;
}

const devices: readonly Device[] = [
  { id: 'right', sampleRate: 48_000, channels: 2, drift: 0 },
  { id: 'fast', sampleRate: 48_000, channels: 2, drift: 200e-6 },
  { id: 'slow', sampleRate: 44_100, channels: 1, drift: -200e-6 },
  { id: 'unplugged', sampleRate: 16_000, channels: 1, drift: 150e-6, isUnplugged: true },
];

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'minutes', 30) * 60;
  const watches = devices.map(() => new PulseWatch());
  let nowUs = 0;
  let endUs = 0;
  const mixer = new Mixer({
    ...{ sampleRate: RATE, channels: 2, nowUs: () => nowUs },
    onTrack: (track, { timestampUs, data }) => {
      const samples = new Float32Array(data);
      watches[track - 1]?.add(timestampUs / 1e6, samples);
      if (track === 1) endUs = timestampUs + (samples.length / 2 / RATE) * 1e6;
    },
    onMonitor: () => undefined,
    onMeters: () => undefined,
    onFaults: () => undefined,
  });
  mixer.setMaster({ isLimiterOn: true, ceilingDb: -1, tracks: 0b1111, meteredTrack: 1 });
  mixer.setChannels(devices.map(({ id }, index) => channelOf(id, index)));
  const parts = devices.map(() => 0);
  while (nowUs < seconds * 1e6) {
    nowUs += PART_SECONDS * 1e6;
    for (const [index, device] of devices.entries()) {
      const startOf = (part: number): number => (part * PART_SECONDS) / (1 + device.drift);
      for (; startOf((parts[index] ?? 0) + 1) * 1e6 <= nowUs; parts[index] = (parts[index] ?? 0) + 1)
        give(mixer, device, startOf(parts[index] ?? 0));
    }
    mixer.tick();
  }
  mixer.close();
  for (const [index, { id, isUnplugged }] of devices.entries()) {
    const { count = 0, worstMs = Infinity } = watches[index] ?? {};
    const least = seconds * (isUnplugged === true ? 5 / 6 : 1) - seconds / 60 - 2;
    yield { promise: `${id}: a pulse each second`, seen: count, holds: count >= least };
    yield atMost(`${id}: the farthest from its second, ms`, worstMs, WORST_MS);
  }
  yield atMost('the end of the sound is behind the clock by, ms', (nowUs - endUs) / 1000, 100);
}

function give(mixer: Mixer, { id, sampleRate, channels, drift, isUnplugged }: Device, start: number): void {
  const inMinute = start % 60;
  if (isUnplugged === true && inMinute >= UNPLUGGED_FROM && inMinute < UNPLUGGED_TO) return;
  const frames = sampleRate * PART_SECONDS;
  const samples = new Float32Array(frames * channels);
  for (let at = 0; at < samples.length; at += 1) {
    const second = start + Math.floor(at / channels) / (sampleRate * (1 + drift));
    const off = second - Math.round(second);
    if (second > 0.5 && Math.abs(off) < PULSE_SECONDS / 2)
      samples[at] = 0.25 + 0.25 * Math.cos((2 * Math.PI * off) / PULSE_SECONDS);
  }
  mixer.push(id, { timestampUs: start * 1e6, sampleRate, channels, samples });
}

/** Each device on a track of its own; the one that is right through filters that need time. */
function channelOf(id: string, index: number): MixerChannel {
  const settings = soundFilterDefaults.threeBand;
  return {
    ...{ id, gain: 1, isMuted: false, balance: 0, isMono: false, monitoring: 'off', syncOffsetMs: 0 },
    ...{ presence: 1, fadeMs: 0, isSoundExpected: false, tracks: 1 << index },
    filters: index === 0 ? [{ id: 'f', isEnabled: true, settings }] : [],
  };
}

/** Notes how far from a full second each pulse's centre of gravity lies. */
class PulseWatch {
  count = 0;
  worstMs = 0;
  #weight = 0;
  #moment = 0;

  /** @param samples of both sides, interleaved */
  add(startSeconds: number, samples: Float32Array): void {
    for (let at = 0; at < samples.length; at += 2) {
      const value = samples[at] ?? 0;
      if (value > 1e-3) {
        this.#weight += value;
        this.#moment += value * (startSeconds + at / 2 / RATE);
      } else if (this.#weight > 0) this.#end();
    }
  }

  #end(): void {
    const time = this.#moment / this.#weight;
    this.count += 1;
    this.worstMs = Math.max(this.worstMs, 1000 * Math.abs(time - Math.round(time)));
    this.#weight = 0;
    this.#moment = 0;
  }
}
