/** How a canvas goes from one scene to another. */
import * as z from 'zod';
import { colourSchema } from './colour.ts';

const durationMs = z.number().int().min(50).max(20_000);
/** Where the next scene moves to. */
const direction = z.enum(['left', 'right', 'up', 'down']);

export const transitionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cut') }),
  z.strictObject({ kind: z.literal('fade'), durationMs }),
  z.strictObject({ kind: z.literal('fadeToColour'), durationMs, colour: colourSchema }),
  z.strictObject({ kind: z.literal('slide'), durationMs, direction }),
  z.strictObject({ kind: z.literal('push'), durationMs, direction }),
  z.strictObject({ kind: z.literal('wipe'), durationMs, direction }),
]);
export type Transition = z.infer<typeof transitionSchema>;

export const defaultTransition: Transition = { kind: 'fade', durationMs: 300 };
