/** Inputs that Upcast draws itself: a colour, image files, text, another scene. Lengths are pixels. */
import * as z from 'zod';
import { isNetworkPath } from './files/network-path.ts';
import { colourSchema } from './colour.ts';

/** Pixels each way. */
const MAX_SIDE = 8192;
const MAX_PATH_LENGTH = 4096;
/** Of one source. */
export const MAX_SOURCE_FILES = 500;

const side = z.number().int().min(1).max(MAX_SIDE);
const flag = z.boolean();

export const sourceSizeSchema = z.strictObject({ width: side, height: side });

export const MAX_STOPS = 16;

const gradientSchema = z.strictObject({
  /** Degrees, clockwise: 0 runs from left to right, 90 from top to bottom. */
  angle: z.number().min(-360).max(360),
  /** Each somewhere from the beginning, 0, to the end, 1; in any order. */
  stops: z
    .array(z.strictObject({ at: z.number().min(0).max(1), colour: colourSchema }))
    .min(2)
    .max(MAX_STOPS),
});
export type Gradient = z.infer<typeof gradientSchema>;

export const colourInputSchema = z.strictObject({
  ...{ type: z.literal('colour'), colour: colourSchema, width: side, height: side },
  /** In place of the colour. */
  gradient: gradientSchema.optional(),
});

/**
 * Absolute, on this computer or a drive of it: to open `\\server\share`, Windows signs in to whatever server a document names. A person
 * chooses a file in main's own dialog: no command may name another one.
 */
export const filePathSchema = z
  .string()
  .max(MAX_PATH_LENGTH)
  .regex(/^(\/|[A-Za-z]:[\\/])[^\0]+$/)
  .refine((text) => !isNetworkPath(text));

export const imageInputSchema = z.strictObject({ type: z.literal('image'), path: filePathSchema });

/** Images one after the other, each as large as fits. */
export const slideshowInputSchema = z.strictObject({
  type: z.literal('slideshow'),
  paths: z.array(filePathSchema).min(1).max(MAX_SOURCE_FILES),
  ...{ width: side, height: side },
  /** From the start of one slide to the start of the next. */
  slideMs: z.number().int().min(100).max(86_400_000),
  /** 0 cuts. */
  fadeMs: z.number().int().min(0).max(60_000),
  /** `once` stays on the last slide. */
  order: z.enum(['loop', 'once', 'random']),
});

/** What a text shows in place of the words that were typed for it. */
const textContentSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...{ type: z.literal('file'), path: filePathSchema },
    /** So many lines of its end, as of a chat's log. All of its beginning when absent. */
    lastLines: z.number().int().min(1).max(1000).optional(),
  }),
  /** As `strftime` has it: `%H:%M:%S`. Local time; days and months are named in the window's language. */
  z.strictObject({ type: z.literal('clock'), format: z.string().min(1).max(200) }),
  /** To a moment, in milliseconds since the epoch; `over` shows from then on. */
  z.strictObject({
    ...{ type: z.literal('countdown'), targetMs: z.number().int().min(0).max(8.64e15) },
    over: z.string().max(1000),
  }),
]);

/** A text that moves through a window without an end. */
const scrollSchema = z.strictObject({
  /** Where the text goes. */
  direction: z.enum(['left', 'right', 'up', 'down']),
  /** Pixels a second. The text moves the same whole number of pixels in each frame, the nearest that there is. */
  speedPx: z.number().int().min(1).max(5000),
  /** Of the window, along the way. */
  lengthPx: side,
  /** From the end of the text to its next beginning. */
  gapPx: z.number().int().min(0).max(MAX_SIDE),
});
export type TextScroll = z.infer<typeof scrollSchema>;

export const MAX_TEXT_LENGTH = 10_000;

export const textInputSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().max(MAX_TEXT_LENGTH),
  content: textContentSchema.optional(),
  family: z.string().min(1).max(200),
  /** Height of the font's em. */
  sizePx: z.number().min(1).max(2000),
  isBold: flag,
  isItalic: flag,
  isUnderlined: flag,
  isStruckOut: flag,
  colour: colourSchema,
  /** Fills the whole box. */
  background: colourSchema,
  /** Outside the letters. */
  outline: z.strictObject({ widthPx: z.number().min(0).max(200), colour: colourSchema }).optional(),
  shadow: z
    .strictObject({
      offsetX: z.number().min(-500).max(500),
      offsetY: z.number().min(-500).max(500),
      blurPx: z.number().min(0).max(200),
      colour: colourSchema,
    })
    .optional(),
  /** Of the lines within the box. */
  alignment: z.enum(['left', 'centre', 'right']),
  /** Of the letters, over the whole box, in place of their colour. */
  gradient: gradientSchema.optional(),
  /** Letters stand under each other; the lines go from right to left. */
  isVertical: flag.optional(),
  scroll: scrollSchema.optional(),
  /** Lines break at this width, and the box is as wide; where letters stand under each other, its height. Absent: lines break where the text says so. */
  wrapWidth: side.optional(),
  /** 1 is the font's own. */
  lineSpacing: z.number().min(0.5).max(5),
});

/** Another scene; none contains itself, however deep. */
export const sceneInputSchema = z.strictObject({
  type: z.literal('scene'),
  sceneId: z.string().min(1).max(64),
});
