/** Settings that a measured uplink carries: picture, frame rate and bitrate, within the limits of the services. Pure. */
import { inFamilyOf, wholeFrameRate } from './frame-rate.ts';
import { copiesOf, fittingVideoKbps } from '../broadcast/uplink-guard.ts';
import { servicesOf } from '../destinations/destination-service.ts';
import type { Destination } from '../destinations/destination.ts';
import { fitToService } from '../destinations/services.ts';
import { isSoftwareEncoder } from './codec.ts';
import { MIN_SPEED, pickEncoder } from './encoder-list.ts';
import type { EncoderProbe } from './encoder-list.ts';
import { defaultEncodingProfile } from './profile.ts';
import type { EncodingProfile } from './profile.ts';
import { PRESET_COST } from './step-down.ts';

/** Of what was measured; a broadcast lasts longer than a test. */
const SHARE = 0.75;

/** Short side and frame rate, with the bitrates from which they look well and above which they gain little. */
interface QualityLevel {
  readonly short: number;
  readonly fps: number;
  readonly fromKbps: number;
  readonly toKbps: number;
}
const LOWEST_LEVEL: QualityLevel = { short: 360, fps: 30, fromKbps: 300, toKbps: 700 };
/** Best first. */
const qualityLevels: readonly QualityLevel[] = [
  { short: 1080, fps: 60, fromKbps: 4_500, toKbps: 6_000 },
  { short: 1080, fps: 30, fromKbps: 3_000, toKbps: 4_500 },
  { short: 720, fps: 60, fromKbps: 2_500, toKbps: 4_500 },
  { short: 720, fps: 30, fromKbps: 1_500, toKbps: 3_000 },
  { short: 480, fps: 30, fromKbps: 600, toKbps: 1_200 },
  LOWEST_LEVEL,
];

export interface RecommendInput {
  readonly profile: EncodingProfile;
  /** Those that are switched on count. */
  readonly destinations: readonly Destination[];
  /** kbit/s the uplink was measured to carry. */
  readonly uplinkKbps: number;
  /** Pixels a second that the encoder keeps up with, where that is known. */
  readonly pixelsPerSecond?: number;
}

/** Undefined where the uplink carries no picture at all. Never larger or faster than what the user chose. */
export function recommendProfile(input: RecommendInput): EncodingProfile | undefined {
  const { profile, uplinkKbps, pixelsPerSecond = Infinity } = input;
  const enabled = input.destinations.filter(({ isEnabled }) => isEnabled);
  const copies = Math.max(
    1,
    enabled.reduce((sum, destination) => sum + copiesOf(destination), 0),
  );
  const budgetKbps = fittingVideoKbps(uplinkKbps * SHARE, profile.audioKbps, copies);
  if (budgetKbps === undefined) return undefined;
  const shortSide = Math.min(profile.width, profile.height);
  const aspect = Math.max(profile.width, profile.height) / shortSide;
  const level = qualityLevels.find(
    ({ short, fps, fromKbps }) =>
      short <= shortSide &&
      fps <= Math.max(30, wholeFrameRate(profile.fps)) &&
      fromKbps <= budgetKbps &&
      short * short * aspect * fps <= pixelsPerSecond,
  ) ?? { ...LOWEST_LEVEL, short: Math.min(LOWEST_LEVEL.short, shortSide) };
  const long = even(level.short * aspect);
  const isWide = profile.width >= profile.height;
  const recommended: EncodingProfile = {
    ...profile,
    width: isWide ? long : even(level.short),
    height: isWide ? even(level.short) : long,
    fps: Math.min(profile.fps, inFamilyOf(level.fps, profile.fps)),
    videoKbps: Math.min(budgetKbps, level.toKbps),
  };
  const services = [...new Set(enabled.flatMap(servicesOf))];
  const fitted = services.reduce(fitToService, recommended);
  // A service's wish for more does not widen the uplink.
  return { ...fitted, videoKbps: Math.min(fitted.videoKbps, recommended.videoKbps) };
}

const PROBED_PIXELS_PER_SECOND = 1280 * 720 * 30;

/**
 * What the profile's encoder keeps up with by the machine's own probe, with room to spare; undefined where that is not
 * known. The probe runs the processor's encoders at the default profile's preset.
 */
export function measuredPixelsPerSecond(
  probes: readonly EncoderProbe[],
  { encoder, preset }: Pick<EncodingProfile, 'encoder' | 'preset'>,
): number | undefined {
  const name = encoder === 'auto' ? pickEncoder(probes) : encoder;
  const probe = probes.find((each) => each.encoder === name && each.isWorking);
  if (probe === undefined) return undefined;
  const ease = isSoftwareEncoder(name) ? PRESET_COST[defaultEncodingProfile.preset] / PRESET_COST[preset] : 1;
  return (probe.speed * ease * PROBED_PIXELS_PER_SECOND) / MIN_SPEED;
}

function even(pixels: number): number {
  return Math.round(pixels / 2) * 2;
}
