/**
 * What changes the sound of a channel. Names, ranges and defaults are those of OBS Studio where OBS Studio has the filter.
 * Levels are dB below full scale, gains and ratios dB, times milliseconds.
 */
import * as z from 'zod';
import { MAX_BAND_HZ, MAX_EQUALISER_BANDS, MAX_SOUND_DELAY_MS, MIN_BAND_HZ } from './sound-filter-limits.ts';

const decibels = (least: number, most: number) => z.number().min(least).max(most);
const milliseconds = (least: number, most: number) => z.number().min(least).max(most);
const outputDb = decibels(-32, 32);
/** As the document's ids are; the document's schema is made of this one. */
const channelId = z.string().regex(/^[a-z0-9-]{1,64}$/);

export const bandKinds = ['peak', 'lowShelf', 'highShelf', 'lowPass', 'highPass', 'notch'] as const;

export const equaliserBandSchema = z.strictObject({
  kind: z.enum(bandKinds),
  hz: z.number().min(MIN_BAND_HZ).max(MAX_BAND_HZ),
  /** Of a peak or a shelf; the others have none. */
  db: decibels(-24, 24),
  q: z.number().min(0.1).max(20),
  isEnabled: z.boolean(),
});
export type EqualiserBand = z.infer<typeof equaliserBandSchema>;

export const soundFilterSettingsSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('gain'), db: decibels(-30, 30) }),
  /** Opens above one level, closes below the other. */
  z.strictObject({
    ...{ type: z.literal('gate'), openDb: decibels(-96, 0), closeDb: decibels(-96, 0) },
    attackMs: milliseconds(0, 10_000),
    holdMs: milliseconds(0, 10_000),
    releaseMs: milliseconds(0, 10_000),
  }),
  /** Below the threshold, each dB of the input is `ratio` dB of the output. */
  z.strictObject({
    ...{ type: z.literal('expander'), ratio: z.number().min(1).max(20), thresholdDb: decibels(-60, 0) },
    ...{ attackMs: milliseconds(1, 100), releaseMs: milliseconds(1, 1000), outputDb },
    detector: z.enum(['rms', 'peak']),
  }),
  /** Raises what is below the threshold: each dB of the input is `ratio` dB of the output. */
  z.strictObject({
    ...{ type: z.literal('upward'), ratio: z.number().min(0).max(1), thresholdDb: decibels(-60, 0) },
    ...{ attackMs: milliseconds(1, 100), releaseMs: milliseconds(1, 1000), kneeDb: decibels(0, 20) },
  }),
  /** Above the threshold, `ratio` dB of the input are one dB of the output. */
  z.strictObject({
    ...{ type: z.literal('compressor'), ratio: z.number().min(1).max(32), thresholdDb: decibels(-60, 0) },
    ...{ attackMs: milliseconds(1, 500), releaseMs: milliseconds(1, 1000), outputDb },
    /** The channel whose level counts instead of the own one. */
    sideChannelId: channelId.optional(),
  }),
  z.strictObject({
    ...{ type: z.literal('limiter'), thresholdDb: decibels(-60, 0), releaseMs: milliseconds(1, 1000) },
  }),
  /** Below 800 Hz, above 5 kHz, and what is between. */
  z.strictObject({
    type: z.literal('threeBand'),
    ...{ lowDb: decibels(-20, 20), midDb: decibels(-20, 20), highDb: decibels(-20, 20) },
  }),
  z.strictObject({
    type: z.literal('parametric'),
    bands: z.array(equaliserBandSchema).min(1).max(MAX_EQUALISER_BANDS),
  }),
  /** RNNoise. */
  z.strictObject({ type: z.literal('noise') }),
  /** Of both sides. */
  z.strictObject({ type: z.literal('invert') }),
  z.strictObject({ type: z.literal('delay'), ms: milliseconds(0, MAX_SOUND_DELAY_MS) }),
]);
export type SoundFilterSettings = z.infer<typeof soundFilterSettingsSchema>;
export type SoundFilterType = SoundFilterSettings['type'];
export type SoundSettingsOf<Type extends SoundFilterType> = Extract<SoundFilterSettings, { type: Type }>;

/** As a new band begins. */
export const bandDefaults: EqualiserBand = { kind: 'peak', hz: 1000, db: 0, q: 1, isEnabled: true };

/** As a new filter begins. */
export const soundFilterDefaults: { readonly [Type in SoundFilterType]: SoundSettingsOf<Type> } = {
  gain: { type: 'gain', db: 0 },
  gate: { type: 'gate', openDb: -26, closeDb: -32, attackMs: 25, holdMs: 200, releaseMs: 150 },
  expander: {
    ...{ type: 'expander', ratio: 2, thresholdDb: -40, attackMs: 10, releaseMs: 50 },
    ...{ outputDb: 0, detector: 'rms' },
  },
  upward: { type: 'upward', ratio: 0.5, thresholdDb: -20, attackMs: 10, releaseMs: 50, kneeDb: 10 },
  compressor: {
    ...{ type: 'compressor', ratio: 10, thresholdDb: -18, attackMs: 6, releaseMs: 60, outputDb: 0 },
  },
  limiter: { type: 'limiter', thresholdDb: -6, releaseMs: 60 },
  threeBand: { type: 'threeBand', lowDb: 0, midDb: 0, highDb: 0 },
  parametric: {
    type: 'parametric',
    bands: [
      { ...bandDefaults, kind: 'lowShelf', hz: 100, q: 0.7 },
      { ...bandDefaults, hz: 400 },
      { ...bandDefaults, hz: 2500 },
      { ...bandDefaults, kind: 'highShelf', hz: 8000, q: 0.7 },
    ],
  },
  noise: { type: 'noise' },
  invert: { type: 'invert' },
  delay: { type: 'delay', ms: 0 },
};

/** As the menu lists them. */
export const soundFilterTypes = [
  'noise',
  'gate',
  'expander',
  'upward',
  'compressor',
  'limiter',
  'gain',
  'threeBand',
  'parametric',
  'invert',
  'delay',
] as const satisfies readonly SoundFilterType[];
