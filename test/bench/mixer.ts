/**
 * `npm run bench -- mixer`: what mixing costs. The share of one core at the pace of real sound, and how long a block of ten
 * milliseconds takes, for one microphone as it is and for eight channels with three filters each on six tracks; then what noise
 * suppression, a source of another rate and a clock that drifts cost for each channel.
 */
import { Mixer } from '../../renderer/media/mixer/core/mixer.ts';
import type { MixerChannel } from '../../renderer/media/mixer/core/mixer-types.ts';
import type { ChainFilter } from '../../renderer/media/mixer/filters/filter-chain.ts';
import { soundFilterDefaults } from '../../shared/studio/mixer/sound-filter.ts';
import type { SoundFilterSettings } from '../../shared/studio/mixer/sound-filter.ts';

const RATE = 48_000;
const PART_SECONDS = 0.02;
const WARM_UP_SECONDS = 4;
const SECONDS = 20;
const ALL_TRACKS = 0b11_1111;

interface Scenario {
  readonly channels: number;
  readonly filters: readonly SoundFilterSettings[];
  readonly tracks: number;
  readonly sampleRate?: number;
  /** Both sides are the same, as a microphone's are. */
  readonly isOneSide?: boolean;
  /** How much faster than the page's the sources' clocks run. */
  readonly drift?: number;
}

interface Cost {
  readonly coreShare: number;
  readonly blockMedianMs: number;
  readonly blockP99Ms: number;
}

const { gate, compressor, parametric, noise } = soundFilterDefaults;
const threeFilters = [gate, compressor, parametric];
const eight: Scenario = { channels: 8, filters: threeFilters, tracks: ALL_TRACKS };
const one: Scenario = { channels: 1, filters: [], tracks: 1 };

export function run(): Promise<object> {
  // The first of all would count what compiling costs, and come out dearer than one with a filter.
  measure({ ...eight, filters: [], tracks: 1 });
  const plain = measure({ ...eight, filters: [], tracks: 1 });
  const each = (scenario: Partial<Scenario>): number => {
    const { coreShare } = measure({ ...eight, filters: [], tracks: 1, ...scenario });
    return percent((coreShare - plain.coreShare) / eight.channels);
  };
  return Promise.resolve({
    unit: 'coreShare: % of a core; blocks: ms',
    'one microphone': rounded(measure(one)),
    'eight channels, three filters each, six tracks': rounded(measure(eight)),
    'the same, all clocks drift by 100 ppm': rounded(measure({ ...eight, drift: 100e-6 })),
    'for each channel, % of a core': {
      'mixed as it is': percent(plain.coreShare / eight.channels),
      ...Object.fromEntries(
        Object.values(soundFilterDefaults).map((filter) => [filter.type, each({ filters: [filter] })]),
      ),
      'noise suppression of a microphone': each({ filters: [noise], isOneSide: true }),
      'from 44.1 kHz': each({ sampleRate: 44_100 }),
      'a clock that drifts by 200 ppm': each({ drift: 200e-6 }),
    },
  });
}

function measure(scenario: Scenario): Cost {
  const { channels, sampleRate = RATE, drift = 0, isOneSide = false } = scenario;
  let nowUs = 0;
  let blocks = 0;
  const mixer = new Mixer({
    ...{ sampleRate: RATE, channels: 2, nowUs: () => nowUs },
    onTrack: (track, { data }) => {
      if (track === 1) blocks += data.byteLength / 8 / (RATE / 100);
    },
    onMonitor: () => undefined,
    onMeters: () => undefined,
    onFaults: () => undefined,
  });
  mixer.setMaster({ isLimiterOn: true, ceilingDb: -1, tracks: scenario.tracks, meteredTrack: 1 });
  const ids = Array.from({ length: channels }, (_, index) => `c${index}`);
  mixer.setChannels(ids.map((id, index) => channelOf(id, index, scenario)));
  const parts = ids.map((_, index) => music(index, sampleRate, isOneSide));
  const times: number[] = [];
  let begun: NodeJS.CpuUsage | undefined;
  for (let part = 0; nowUs < (WARM_UP_SECONDS + SECONDS) * 1e6; part += 1) {
    const timestampUs = (part * PART_SECONDS * 1e6) / (1 + drift);
    nowUs = timestampUs + PART_SECONDS * 1e6;
    blocks = 0;
    const isWarm = nowUs > WARM_UP_SECONDS * 1e6;
    if (isWarm) begun ??= process.cpuUsage();
    let mixingMs = 0;
    for (const [index, id] of ids.entries()) {
      const list = parts[index] ?? [];
      const samples = list[part % list.length];
      if (samples === undefined) continue;
      const start = performance.now();
      mixer.push(id, { timestampUs, sampleRate, channels: 2, samples });
      mixingMs = Math.max(mixingMs, performance.now() - start);
    }
    if (isWarm && blocks > 0) times.push(mixingMs / blocks);
  }
  const { user, system } = process.cpuUsage(begun);
  mixer.close();
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { coreShare: (user + system) / 1e6 / SECONDS, blockMedianMs: at(0.5), blockP99Ms: at(0.99) };
}

/** Each channel is at another level and on other tracks than the next, so that no two tracks are the same. */
function channelOf(id: string, index: number, { filters, channels }: Scenario): MixerChannel {
  const chain: ChainFilter[] = filters.map((settings, at) => ({
    id: `${id}-${at}`,
    isEnabled: true,
    settings,
  }));
  return {
    ...{ id, isMuted: false, isMono: false, monitoring: 'off', syncOffsetMs: 0, filters: chain },
    ...{ presence: 1, fadeMs: 0, isSoundExpected: false },
    gain: channels === 1 ? 1 : 0.3 + index / 20,
    balance: channels === 1 ? 0 : index / 10 - 0.4,
    tracks: channels === 1 ? 1 : ALL_TRACKS & ~(1 << (index % 6)),
  };
}

/** A second of notes and noise: eight at these faders reach the limiter's ceiling now and then. */
function music(index: number, sampleRate: number, isOneSide: boolean): Float32Array[] {
  let state = index + 1;
  const frames = sampleRate * PART_SECONDS;
  return Array.from({ length: 1 / PART_SECONDS }, (_, part) =>
    Float32Array.from({ length: 2 * frames }, (_unused, at) => {
      if (!isOneSide || at % 2 === 0) state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const second = (part * frames + Math.floor(at / 2)) / sampleRate;
      const note = Math.sin(2 * Math.PI * (110 * (index + 1)) * second) * (1 - ((4 * second) % 1));
      return 0.3 * note + 0.1 * (state / 2 ** 31 - 1);
    }),
  );
}

function rounded({ coreShare, blockMedianMs, blockP99Ms }: Cost): object {
  return {
    coreShare: percent(coreShare),
    blockMedianMs: Number(blockMedianMs.toFixed(3)),
    blockP99Ms: Number(blockP99Ms.toFixed(3)),
  };
}

function percent(share: number): number {
  return Number((100 * share).toFixed(2));
}
