/**
 * How loud a program should be for those who get it, and what to do when it isn't. Figures and codes; the words are the
 * catalogue's. Pure.
 */

/** What a loudness meter knows of a program. LUFS, LU, dB below full scale; −Infinity is unknown. */
export interface LoudnessFigures {
  /** Of the last 400 ms. */
  readonly momentary: number;
  /** Of the last 3 s. */
  readonly shortTerm: number;
  /** Gated, since the meter was reset. */
  readonly integrated: number;
  /** Gated, of the last minute. */
  readonly recent: number;
  /** LU, since the meter was reset. */
  readonly range: number;
  readonly samplePeakDb: number;
  readonly truePeakDb: number;
  /** Of the last minute or a little less. */
  readonly recentTruePeakDb: number;
}

export const loudnessTargetIds = [
  'youtube',
  'twitch',
  'facebook',
  'streaming',
  'podcast',
  'ebu-r128',
  'atsc-a85',
] as const;
export type LoudnessTargetId = (typeof loudnessTargetIds)[number];

export interface LoudnessTarget {
  /** `own`: a number that the user chose. */
  readonly id: LoudnessTargetId | 'own';
  /** What to aim at; a program between `minLufs` and `maxLufs` is right. */
  readonly lufs: number;
  readonly minLufs: number;
  readonly maxLufs: number;
  /** Highest true peak, dBTP. */
  readonly truePeakDb: number;
}

/** Targets that a user sets as a number, LUFS. */
export const LOWEST_TARGET_LUFS = -40;
export const HIGHEST_TARGET_LUFS = -6;

const targets: Readonly<Record<LoudnessTargetId, Omit<LoudnessTarget, 'id'>>> = {
  /**
   * YouTube publishes no figure. Its player shows a video's "content loudness" against −14 LUFS under Stats for nerds; louder
   * videos are turned down to that, quieter ones stay as they are.
   */
  youtube: { lufs: -14, minLufs: -16, maxLufs: -13, truePeakDb: -1 },
  /** Twitch publishes no figure and plays streams as they come; −14 LUFS is what broadcasters there agree on. */
  twitch: { lufs: -14, minLufs: -16, maxLufs: -13, truePeakDb: -1 },
  /**
   * Meta brings sessions to one loudness and doesn't publish which (engineering.fb.com, "Why xHE-AAC is being embraced at
   * Meta", 2023). So the recommendation for all streams holds.
   */
  facebook: { lufs: -16, minLufs: -18, maxLufs: -14, truePeakDb: -1 },
  /** AES TD1008 (2021): speech and mixed content at −18 LUFS, music at −16, albums up to −14; true peak up to −1 dBTP. */
  streaming: { lufs: -16, minLufs: -18, maxLufs: -14, truePeakDb: -1 },
  /** Apple Podcasts, audio requirements: −16 dB LKFS ± 1, true peak up to −1 dB. */
  podcast: { lufs: -16, minLufs: -17, maxLufs: -15, truePeakDb: -1 },
  /** EBU R 128 (2020): −23.0 LUFS, ± 1.0 LU for live programs; true peak up to −1 dBTP. */
  'ebu-r128': { lufs: -23, minLufs: -24, maxLufs: -22, truePeakDb: -1 },
  /** ATSC A/85 (2013): −24 LKFS ± 2 dB; true peak up to −2 dBTP. */
  'atsc-a85': { lufs: -24, minLufs: -26, maxLufs: -22, truePeakDb: -2 },
};

/** Either side of a number that the user chose. */
const OWN_TOLERANCE_LU = 1;
const OWN_TRUE_PEAK_DB = -1;

/** @param chosen a target, or LUFS within `LOWEST_TARGET_LUFS` and `HIGHEST_TARGET_LUFS`. */
export function loudnessTarget(chosen: LoudnessTargetId | number): LoudnessTarget {
  if (typeof chosen !== 'number') return { id: chosen, ...targets[chosen] };
  return {
    id: 'own',
    lufs: chosen,
    minLufs: chosen - OWN_TOLERANCE_LU,
    maxLufs: chosen + OWN_TOLERANCE_LU,
    truePeakDb: OWN_TRUE_PEAK_DB,
  };
}

/** Ids of services in the catalogue of destinations that have a target of their own. */
const targetsOfServices: ReadonlyMap<string, LoudnessTargetId> = new Map([
  ['youtube', 'youtube'],
  ['twitch', 'twitch'],
  ['facebook', 'facebook'],
  ['instagram', 'facebook'],
]);

/** The target for a program that goes to all of these services: the quietest, since none turns a program down that meets it. */
export function targetForServices(serviceIds: readonly string[]): LoudnessTargetId {
  const wanted = serviceIds.map((id) => targetsOfServices.get(id) ?? 'streaming');
  const [first = 'streaming', ...others] = wanted;
  return others.reduce((quietest, id) => (targets[id].lufs < targets[quietest].lufs ? id : quietest), first);
}

export type LoudnessAdvice =
  | { readonly code: 'onTarget' }
  /** @property byLu whole LU to the target, at least 1. */
  | { readonly code: 'tooQuiet' | 'tooLoud'; readonly byLu: number }
  | { readonly code: 'peaksTooHigh'; readonly truePeakDb: number; readonly ceilingDb: number };

/** A program has to be so much inside of its limits before advice about it ends. */
const HYSTERESIS_LU = 0.5;
/** Figures that are shown with one decimal are equal within this. */
const PEAK_TOLERANCE_DB = 0.05;

/**
 * Judges the last minute: what is past can't be turned up any more. Says nothing of loudness while that is unknown.
 * @param before the advice that is shown now
 */
export function adviseLoudness(
  { recent, recentTruePeakDb }: Pick<LoudnessFigures, 'recent' | 'recentTruePeakDb'>,
  target: LoudnessTarget,
  before: readonly LoudnessAdvice[] = [],
): readonly LoudnessAdvice[] {
  const advice: LoudnessAdvice[] = [];
  const had = (code: LoudnessAdvice['code']): boolean => before.some((one) => one.code === code);
  if (recent > -Infinity) {
    const lowest = target.minLufs + (had('tooQuiet') ? HYSTERESIS_LU : 0);
    const highest = target.maxLufs - (had('tooLoud') ? HYSTERESIS_LU : 0);
    const byLu = Math.max(1, Math.round(Math.abs(recent - target.lufs)));
    if (recent < lowest) advice.push({ code: 'tooQuiet', byLu });
    else if (recent > highest) advice.push({ code: 'tooLoud', byLu });
    else advice.push({ code: 'onTarget' });
  }
  if (recentTruePeakDb > target.truePeakDb + PEAK_TOLERANCE_DB) {
    advice.push({ code: 'peaksTooHigh', truePeakDb: recentTruePeakDb, ceilingDb: target.truePeakDb });
  }
  return advice;
}
