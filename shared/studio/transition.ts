/** How a canvas goes from one scene to another, and how an item comes and goes. */
import * as z from 'zod';
import { colourSchema } from './colour.ts';

const durationMs = z.number().int().min(50).max(20_000);
/** Where the next scene moves to. */
const direction = z.enum(['left', 'right', 'up', 'down']);

/** The shapes of a luma wipe: where the next scene shows first, and which way its edge goes. */
export const wipePatterns = [
  ...(['right', 'left', 'down', 'up', 'downRight', 'downLeft', 'upRight', 'upLeft'] as const),
  ...(['iris', 'diamond', 'box', 'clock', 'fan'] as const),
  ...(['barnDoorAcross', 'barnDoorDown', 'blindsAcross', 'blindsDown', 'checkerboard'] as const),
] as const;
export type WipePattern = (typeof wipePatterns)[number];

const fade = z.strictObject({ kind: z.literal('fade'), durationMs });
const slide = z.strictObject({ kind: z.literal('slide'), durationMs, direction });
const wipe = z.strictObject({ kind: z.literal('wipe'), durationMs, direction });

export const stingerSchema = z.strictObject({
  kind: z.literal('stinger'),
  /** Of a video source, which plays over both scenes from its beginning. */
  sourceId: z.string().regex(/^[a-z0-9-]{1,64}$/),
  /** When the next scene takes the place of the one before, from the beginning. */
  cutMs: z.number().int().min(0).max(20_000),
  /** How long the source plays over the scenes. */
  durationMs,
  /** `outIn`, when absent: the sound of the scene before is gone at the cut, that of the next one begins there. */
  soundFade: z.enum(['outIn', 'cross']).optional(),
});

export const transitionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cut') }),
  fade,
  z.strictObject({ kind: z.literal('fadeToColour'), durationMs, colour: colourSchema }),
  slide,
  z.strictObject({ kind: z.literal('push'), durationMs, direction }),
  wipe,
  z.strictObject({
    kind: z.literal('lumaWipe'),
    durationMs,
    pattern: z.enum(wipePatterns),
    /** Which part of the way the edge is wide, 0 to 1. */
    softness: z.number().min(0).max(1),
    /** The last parts go first. */
    isInverted: z.boolean(),
  }),
  stingerSchema,
]);
export type Transition = z.infer<typeof transitionSchema>;

export const defaultTransition: Transition = { kind: 'fade', durationMs: 300 };

/** How an item comes or goes while its scene is on air: within its own box. */
export const itemTransitionSchema = z.discriminatedUnion('kind', [fade, slide, wipe]);
export type ItemTransition = z.infer<typeof itemTransitionSchema>;
