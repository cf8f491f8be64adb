/** What to change when the machine is too slow: less effort first, then fewer pictures, then smaller ones. Pure. */
import { isFrameRate } from './frame-rate.ts';
import type { EncodingProfile } from './profile.ts';

/**
 * Processor time of x264's presets, `veryfast` being 1, by our own measurement: the test picture at 720p30 and
 * 2500 kbit/s. What matters is the proportion.
 */
export const PRESET_COST = {
  ultrafast: 0.35,
  superfast: 0.65,
  veryfast: 1,
  faster: 1.65,
  fast: 2.35,
  medium: 2.65,
} as const satisfies Record<EncodingProfile['preset'], number>;
const PRESETS = Object.keys(PRESET_COST) as EncodingProfile['preset'][];

/** Short sides that pictures step down to. */
const SHORT_SIDES = [2160, 1440, 1080, 720, 540, 480, 360] as const;
/** Of what the machine can do, so much may be used: encoding is not all that it does. */
const SPARE = 0.9;

/**
 * The first step down that would hold. @param capacity frames encoded per frame that came, below 1.
 * @param isProcessor whether the processor encodes: only there does the preset cost much. Undefined when nothing is left to lower; the lowest when none would hold.
 */
export function decideStepDown(
  profile: EncodingProfile,
  capacity: number,
  isProcessor: boolean,
): EncodingProfile | undefined {
  const now = cost(profile, isProcessor);
  const steps = sizesFrom(profile).flatMap((size) =>
    ratesFrom(profile.fps).flatMap((fps) =>
      (isProcessor ? presetsFrom(profile.preset) : [profile.preset]).map((preset) => ({
        ...profile,
        ...size,
        fps,
        preset,
      })),
    ),
  );
  const limit = Math.max(0.01, Math.min(1, capacity)) * SPARE * now;
  // Where none would hold, the last is the least there is.
  const next = steps.find((step) => cost(step, isProcessor) <= limit) ?? steps.at(-1);
  if (next === undefined || cost(next, isProcessor) >= now) return undefined;
  return next;
}

function cost({ width, height, fps, preset }: EncodingProfile, isProcessor: boolean): number {
  return width * height * fps * (isProcessor ? PRESET_COST[preset] : 1);
}

/** The present one first, then faster ones. */
function presetsFrom(preset: EncodingProfile['preset']): EncodingProfile['preset'][] {
  return PRESETS.slice(0, PRESETS.indexOf(preset) + 1).toReversed();
}

/** Half of a high rate stays even to the eye; below 24 motion falls apart. */
function ratesFrom(fps: number): number[] {
  const half = fps / 2;
  return isFrameRate(half) && half > 23 ? [fps, half] : [fps];
}

function sizesFrom({ width, height }: EncodingProfile): Pick<EncodingProfile, 'width' | 'height'>[] {
  const short = Math.min(width, height);
  const even = (side: number, to: number): number => Math.round((side * to) / short / 2) * 2;
  const smaller = SHORT_SIDES.filter((side) => side < short).map((side) => ({
    width: even(width, side),
    height: even(height, side),
  }));
  return [{ width, height }, ...smaller];
}
