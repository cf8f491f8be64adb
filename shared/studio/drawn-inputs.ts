/** Inputs that Upcast draws itself: a colour, an image file, text, another scene. Lengths are pixels. */
import { z } from 'zod';
import { colourSchema } from './colour.ts';

/** Pixels each way. */
const MAX_SIDE = 8192;
const MAX_PATH_LENGTH = 4096;

const side = z.number().int().min(1).max(MAX_SIDE);
const flag = z.boolean();

export const sourceSizeSchema = z.strictObject({ width: side, height: side });

export const colourInputSchema = z.strictObject({
  ...{ type: z.literal('colour'), colour: colourSchema, width: side, height: side },
});

export const imageInputSchema = z.strictObject({
  type: z.literal('image'),
  /** Absolute. A person chooses a file in main's own dialog: no command may name another one. */
  path: z
    .string()
    .max(MAX_PATH_LENGTH)
    .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)[^\0]+$/),
});

export const textInputSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().max(10_000),
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
  /** Lines break at this width, and the box is as wide. Absent: lines break where the text says so. */
  wrapWidth: side.optional(),
  /** 1 is the font's own. */
  lineSpacing: z.number().min(0.5).max(5),
});

/** Another scene; none contains itself, however deep. */
export const sceneInputSchema = z.strictObject({
  type: z.literal('scene'),
  sceneId: z.string().min(1).max(64),
});
