/**
 * Where and how an item shows its source, in OBS's relative units: a unit is half the canvas's height and the origin is the
 * canvas's middle, so that a canvas of another size shows the same layout. `geometry/placement.ts` turns a transform into pixels.
 */
import * as z from 'zod';
import { MAX_CROP, MAX_RELATIVE, MAX_SCALE, MIN_SCALE } from './transform-limits.ts';

const alignments = [
  ...(['topLeft', 'top', 'topRight'] as const),
  ...(['left', 'centre', 'right'] as const),
  ...(['bottomLeft', 'bottom', 'bottomRight'] as const),
] as const;
const alignmentSchema = z.enum(alignments);
export type Alignment = z.infer<typeof alignmentSchema>;

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
