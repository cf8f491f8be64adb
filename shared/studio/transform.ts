/**
 * Where and how an item shows its source, in OBS's relative units: a unit is half the canvas's height and the origin is the
 * canvas's middle, so that a canvas of another size shows the same layout. `placement.ts` turns a transform into pixels.
 */
import * as z from 'zod';

const alignments = [
  ...(['topLeft', 'top', 'topRight'] as const),
  ...(['left', 'centre', 'right'] as const),
  ...(['bottomLeft', 'bottom', 'bottomRight'] as const),
] as const;
const alignmentSchema = z.enum(alignments);
export type Alignment = z.infer<typeof alignmentSchema>;

/** Half canvas heights: more than OBS's own limit of 90001 pixels on every canvas that Upcast has. */
export const MAX_RELATIVE = 1200;
/** A scale of nothing has no way back. */
export const MIN_SCALE = 0.0001;
export const MAX_SCALE = 10_000;
/** Source pixels. */
export const MAX_CROP = 32_768;

const relative = z.number().min(-MAX_RELATIVE).max(MAX_RELATIVE);
const relativeSize = z.number().min(0).max(MAX_RELATIVE);
const scaleFactor = z
  .number()
  .min(-MAX_SCALE)
  .max(MAX_SCALE)
  .refine((factor) => Math.abs(factor) >= MIN_SCALE, 'a scale of nothing');
const croppedPixels = z.number().int().min(0).max(MAX_CROP);

export const transformSchema = z.strictObject({
  /** Where the point lies that `alignment` names; the item turns about the same point. */
  position: z.strictObject({ x: relative, y: relative }),
  /** A negative factor mirrors. Without bounds the mirror stands at `position`; in a box the picture is mirrored in place. */
  scale: z.strictObject({
    x: scaleFactor,
    y: scaleFactor,
    /** Height of the canvas on which the factors hold as they are. Absent for a nested scene: it grows with the canvas. */
    referenceHeight: z.number().int().min(1).max(32_768).optional(),
  }),
  /** Degrees, clockwise. */
  rotation: z.number().min(-360).max(360),
  /** Cut off before anything else. */
  crop: z.strictObject({
    left: croppedPixels,
    top: croppedPixels,
    right: croppedPixels,
    bottom: croppedPixels,
  }),
  alignment: alignmentSchema,
  bounds: z.strictObject({
    /**
     * `inner` fits the picture into the box, `outer` fills the box, `width` and `height` fit one side, `maximum` only makes
     * smaller, `stretch` fits each side by itself.
     */
    type: z.enum(['none', 'stretch', 'inner', 'outer', 'width', 'height', 'maximum']),
    width: relativeSize,
    height: relativeSize,
    /** Of the picture in the box. */
    alignment: alignmentSchema,
    /** Whether what sticks out of the box is cut off. */
    isCropped: z.boolean(),
  }),
});
export type Transform = z.infer<typeof transformSchema>;

export const NO_CROP: Transform['crop'] = { left: 0, top: 0, right: 0, bottom: 0 };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The source in its own size in the canvas's middle. */
export function centredTransform(canvas: Size): Transform {
  return {
    position: { x: 0, y: 0 },
    scale: { x: 1, y: 1, referenceHeight: canvas.height },
    rotation: 0,
    crop: NO_CROP,
    alignment: 'centre',
    bounds: { type: 'none', width: 0, height: 0, alignment: 'centre', isCropped: false },
  };
}

/** The source as large as the canvas allows: `inner` shows it whole, `maximum` never makes it larger than it is. */
export function canvasTransform(type: 'inner' | 'stretch' | 'maximum', canvas: Size): Transform {
  return {
    ...centredTransform(canvas),
    position: { x: -canvas.width / canvas.height, y: -1 },
    alignment: 'topLeft',
    bounds: { type, ...canvasBox(canvas), alignment: 'centre', isCropped: false },
  };
}

/** The whole canvas in relative units. */
export function canvasBox({ width, height }: Size): Size {
  return { width: (2 * width) / height, height: 2 };
}
