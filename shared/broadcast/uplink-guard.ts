/**
 * What all destinations together need of the uplink, against what it was measured to carry before going live, and
 * against what really leaves while live. Numbers only; the window puts them into words. Pure.
 */
import type { Destination } from '../destinations/destination.ts';
import type { UplinkMeasurement } from '../network/uplink-measurement.ts';
import type { EncodingProfile } from '../encoding/profile.ts';
import type { StatsSample } from './statistics.ts';

/** RTMP's own framing, and what TLS adds. */
const OVERHEAD = 1.02;
/** Of a measured uplink; the rest is for its bad moments and for everybody else at home. */
export const SAFE_SHARE = 0.8;
/** Below, a picture is not worth sending: better to switch a destination off. */
const LEAST_VIDEO_KBPS = 300;
/** Live: so many seconds in a row, and so much waiting, make a congestion. */
const CONGESTED_SAMPLES = 5;
const CONGESTED_QUEUE_MS = 400;
/** What leaves is this much less than what is made: it is not only one burst. */
const SHORT_OF = 0.95;

type Rates = Pick<EncodingProfile, 'videoKbps' | 'audioKbps'>;

/** How often the stream leaves for one destination: a hot backup gets its own copy. */
export function copiesOf({ backupUrl, backupMode }: Pick<Destination, 'backupUrl' | 'backupMode'>): number {
  return backupUrl !== undefined && backupMode === 'both' ? 2 : 1;
}

/** kbit/s that `copies` of the stream take. */
export function neededKbps({ videoKbps, audioKbps }: Rates, copies: number): number {
  return Math.ceil((videoKbps + audioKbps) * OVERHEAD * copies);
}

/** The video bitrate at which `copies` of the stream fit into `kbps`, rounded down; undefined where no picture would be left. */
export function fittingVideoKbps(kbps: number, audioKbps: number, copies: number): number | undefined {
  if (copies === 0) return undefined;
  const exact = kbps / copies / OVERHEAD - audioKbps;
  const step = exact >= 1_000 ? 100 : 50;
  const videoKbps = Math.floor(exact / step) * step;
  return videoKbps >= LEAST_VIDEO_KBPS ? videoKbps : undefined;
}

export interface UplinkFinding {
  /** `over`: more than was measured. `tight`: nothing left for a bad moment. `unknown`: more than was tried. */
  readonly level: 'over' | 'tight' | 'unknown';
  readonly copies: number;
  readonly neededKbps: number;
  readonly measuredKbps: number;
  /** Merged into the profile, everything fits; undefined where that would leave no picture. */
  readonly videoKbps: number | undefined;
  /** Without this one the others fit as they are. */
  readonly switchOff: Pick<Destination, 'id' | 'name'> | undefined;
}

/** Undefined when all fits, when nothing was measured yet and when nothing is switched on. */
export function judgeUplink(
  profile: Rates,
  destinations: readonly Destination[],
  measurement: UplinkMeasurement | undefined,
): UplinkFinding | undefined {
  if (measurement === undefined) return undefined;
  const enabled = destinations.filter(({ isEnabled }) => isEnabled);
  const copies = enabled.reduce((sum, destination) => sum + copiesOf(destination), 0);
  const needed = neededKbps(profile, copies);
  const { kbps, isAtLeast } = measurement;
  if (copies === 0 || needed <= kbps * (isAtLeast ? 1 : SAFE_SHARE)) return undefined;
  const found = { copies, neededKbps: needed, measuredKbps: kbps };
  if (isAtLeast) return { ...found, level: 'unknown', videoKbps: undefined, switchOff: undefined };
  const videoKbps = fittingVideoKbps(kbps * SAFE_SHARE, profile.audioKbps, copies);
  const spare = enabled.findLast(
    (destination) => neededKbps(profile, copies - copiesOf(destination)) <= kbps * SAFE_SHARE,
  );
  return {
    ...found,
    level: needed > kbps ? 'over' : 'tight',
    videoKbps: videoKbps !== undefined && videoKbps < profile.videoKbps ? videoKbps : undefined,
    switchOff: spare === undefined || enabled.length < 2 ? undefined : { id: spare.id, name: spare.name },
  };
}

export interface CongestionFinding {
  readonly copies: number;
  /** kbit/s that leave for all destinations together, and that would have to. */
  readonly leavingKbps: number;
  readonly neededKbps: number;
  readonly videoKbps: number | undefined;
}

/**
 * In each of the last two seconds much of what was made waited for this link, or was dropped because it had waited too long:
 * dropping empties the queue, so its length alone tells only half of the time. Two seconds, so that one burst is none.
 * @param samples of this broadcast, oldest first.
 */
export function isHeldBack(samples: readonly StatsSample[], id: string): boolean {
  return samples.length > 2 && [-2, -1].every((index) => waitsAt(samples, samples.length + index, id));
}

function waitsAt(samples: readonly StatsSample[], index: number, id: string): boolean {
  const read = (at: number) => samples[at]?.destinations.find((candidate) => candidate.id === id);
  const now = read(index);
  const before = read(index - 1);
  if (now === undefined) return false;
  return (
    now.queueMs >= CONGESTED_QUEUE_MS || (before !== undefined && now.droppedFrames > before.droppedFrames)
  );
}

/**
 * Several links hold back at the same time: it is the uplink and not one of the servers. Where there is only one link, it
 * may be either, and the same mends it. Undefined when that is not so.
 * @param samples of this broadcast, oldest first; only the last few are looked at, and the one before them for what it had dropped.
 */
export function judgeCongestion(
  profile: Rates,
  samples: readonly StatsSample[],
): CongestionFinding | undefined {
  const recent = samples.slice(-CONGESTED_SAMPLES);
  if (recent.length < CONGESTED_SAMPLES) return undefined;
  const isCongested = ({ destinations }: StatsSample, index: number): boolean => {
    const at = samples.length - CONGESTED_SAMPLES + index;
    const waiting = destinations.filter(({ id }) => waitsAt(samples, at, id)).length;
    return destinations.length === 1 ? waiting === 1 : waiting >= 2 && waiting * 2 > destinations.length;
  };
  if (!recent.every(isCongested)) return undefined;
  const mean = (read: (sample: StatsSample) => number): number =>
    recent.reduce((sum, sample) => sum + read(sample), 0) / recent.length;
  const leavingKbps = Math.round(
    mean(({ destinations }) => destinations.reduce((sum, { sentKbps }) => sum + sentKbps, 0)),
  );
  const copies = recent.at(-1)?.destinations.length ?? 0;
  const needed = Math.round(mean(({ encodedKbps }) => encodedKbps) * copies * OVERHEAD);
  if (leavingKbps >= needed * SHORT_OF) return undefined;
  const videoKbps = fittingVideoKbps(leavingKbps * SAFE_SHARE, profile.audioKbps, copies);
  return {
    copies,
    leavingKbps,
    neededKbps: needed,
    videoKbps: videoKbps !== undefined && videoKbps < profile.videoKbps ? videoKbps : undefined,
  };
}
