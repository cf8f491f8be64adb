/** What changes the picture of a source or of a scene. Names, ranges and defaults are those of OBS where OBS has the filter. */
import * as z from 'zod';
import { colourSchema } from '../colour.ts';
import { filePathSchema } from '../drawn-inputs.ts';

/** Of one source or scene. */
export const MAX_FILTERS = 50;
/** Pixels that are cut off or added at a side. */
export const MAX_FILTER_PIXELS = 8192;
export const MAX_BLUR_RADIUS = 100;
/** Frames wait in memory meanwhile. */
export const MAX_DELAY_MS = 500;
/** Pixels a second. */
export const MAX_SCROLL_SPEED = 500;

const pixels = z.number().int().min(-MAX_FILTER_PIXELS).max(MAX_FILTER_PIXELS);
const side = z.number().int().min(1).max(MAX_FILTER_PIXELS);
const share = z.number().min(0).max(1);
const thousandths = z.number().min(1).max(1000);
const speed = z.number().min(-MAX_SCROLL_SPEED).max(MAX_SCROLL_SPEED);
/** A person chooses it in main's own dialog. Without a file the filter changes nothing. */
const path = filePathSchema.optional();

/** -3 to 3, -4 to 4 and -1 to 1; 0 changes nothing. */
const light = {
  gamma: z.number().min(-3).max(3),
  contrast: z.number().min(-4).max(4),
  brightness: z.number().min(-1).max(1),
};

/** Of keys, whose brightness OBS counts like this. */
const keyed = { opacity: share, ...light };

export const filterSettingsSchema = z.discriminatedUnion('kind', [
  /** Below 0 a side gets transparent pixels. With a size the picture begins at left and top; without one, right and bottom count. */
  z.strictObject({
    kind: z.literal('crop'),
    ...{ left: pixels, top: pixels, right: pixels, bottom: pixels },
    size: z.strictObject({ width: side, height: side }).optional(),
  }),
  z.strictObject({
    kind: z.literal('colourCorrection'),
    ...light,
    /** -1 is grey. */
    saturation: z.number().min(-1).max(5),
    /** Degrees. */
    hueShift: z.number().min(-180).max(180),
    opacity: share,
    /** Red, green and blue count. */
    multiply: colourSchema,
    add: colourSchema,
  }),
  /** Distances of chroma in thousandths. */
  z.strictObject({
    ...{ kind: z.literal('chromaKey'), colour: colourSchema },
    ...{ similarity: thousandths, smoothness: thousandths, spill: thousandths },
    ...keyed,
  }),
  /** Distances between colours in thousandths. */
  z.strictObject({
    ...{ kind: z.literal('colourKey'), colour: colourSchema },
    ...{ similarity: thousandths, smoothness: thousandths },
    ...keyed,
  }),
  /** What is darker than the least brightness, or brighter than the most, is transparent. */
  z.strictObject({
    kind: z.literal('lumaKey'),
    ...{ least: share, leastSmoothness: share, most: share, mostSmoothness: share },
  }),
  /** Shows the picture as much as an image says: by its colours, white being all, or by its alpha. */
  z.strictObject({
    ...{ kind: z.literal('mask'), path },
    by: z.enum(['colour', 'alpha']),
    isInverted: z.boolean(),
    /** The image has the picture's proportions then; otherwise its own, and covers the picture. */
    isStretched: z.boolean(),
    opacity: share,
  }),
  /** Of a `.cube` file. */
  z.strictObject({ kind: z.literal('lut'), path, amount: share }),
  z.strictObject({ kind: z.literal('sharpen'), sharpness: share }),
  /** Pixels to each side. */
  z.strictObject({
    ...{ kind: z.literal('blur'), form: z.enum(['gaussian', 'box']) },
    radius: z.number().int().min(0).max(MAX_BLUR_RADIUS),
  }),
  z.strictObject({
    ...{ kind: z.literal('scroll'), speedX: speed, speedY: speed },
    /** What leaves at one side comes back at the other. */
    isLooping: z.boolean(),
    /** Of what shows at a time; the picture's own when absent. */
    ...{ width: side.optional(), height: side.optional() },
  }),
  z.strictObject({ kind: z.literal('delay'), delayMs: z.number().int().min(0).max(MAX_DELAY_MS) }),
]);
export type FilterSettings = z.infer<typeof filterSettingsSchema>;
export type FilterKind = FilterSettings['kind'];
export type SettingsOf<Kind extends FilterKind> = Extract<FilterSettings, { kind: Kind }>;

const NEUTRAL = { gamma: 0, contrast: 0, brightness: 0 };
const SHOWN = { opacity: 1, ...NEUTRAL };
const GREEN = '#00ff00ff';

/** As a new filter begins. */
export const filterDefaults: { readonly [Kind in FilterKind]: SettingsOf<Kind> } = {
  crop: { kind: 'crop', left: 0, top: 0, right: 0, bottom: 0 },
  colourCorrection: {
    ...{ kind: 'colourCorrection', ...SHOWN, saturation: 0, hueShift: 0 },
    ...{ multiply: '#ffffffff', add: '#000000ff' },
  },
  chromaKey: {
    ...{ kind: 'chromaKey', colour: GREEN, similarity: 400, smoothness: 80, spill: 100 },
    ...SHOWN,
  },
  colourKey: { kind: 'colourKey', colour: GREEN, similarity: 80, smoothness: 50, ...SHOWN },
  lumaKey: { kind: 'lumaKey', least: 0, leastSmoothness: 0, most: 1, mostSmoothness: 0 },
  mask: { kind: 'mask', by: 'colour', isInverted: false, isStretched: false, opacity: 1 },
  lut: { kind: 'lut', amount: 1 },
  sharpen: { kind: 'sharpen', sharpness: 0.08 },
  blur: { kind: 'blur', form: 'gaussian', radius: 10 },
  scroll: { kind: 'scroll', speedX: 0, speedY: 0, isLooping: true },
  delay: { kind: 'delay', delayMs: 0 },
};

/** As the menu lists them. */
export const filterKinds = [
  'chromaKey',
  'colourCorrection',
  'colourKey',
  'lut',
  'crop',
  'blur',
  'mask',
  'lumaKey',
  'delay',
  'scroll',
  'sharpen',
] as const satisfies readonly FilterKind[];

/** The file that the filter needs, where one was chosen. */
export function filterFileOf(settings: FilterSettings): string | undefined {
  return settings.kind === 'mask' || settings.kind === 'lut' ? settings.path : undefined;
}
