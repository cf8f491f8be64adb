/**
 * Commands of studio mode: a scene is prepared in the preview and goes on air by a transition. What is on air, and what is prepared,
 * is no step of undo; the list of quick transitions is one.
 */
import * as z from 'zod';
import { idSchema, MAX_QUICK_TRANSITIONS } from '../document-schema.ts';
import { transitionSchema } from '../transition.ts';

const canvasId = idSchema;
const gestureId = z.string().min(1).max(64).optional();

export const studioModeCommandSchema = z.discriminatedUnion('type', [
  /** Switched on, the preview begins with the scene on air. */
  z.strictObject({
    ...{ type: z.literal('setStudioMode'), canvasId, gestureId },
    isOn: z.boolean().optional(),
    /** Whether the scene that was on air is prepared next, after a transition. */
    isSwapping: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('setPreviewScene'), canvasId, sceneId: idSchema, gestureId }),
  /** Puts the preview on air: by this transition, or else by the scene's own or the canvas's. */
  z.strictObject({
    ...{ type: z.literal('transition'), canvasId, gestureId },
    transition: transitionSchema.optional(),
  }),
  /** The T-bar: 0 shows what is on air, 1 puts the preview there for good. What has no middle fades. */
  z.strictObject({
    ...{ type: z.literal('setTransitionPosition'), canvasId, gestureId },
    position: z.number().min(0).max(1),
  }),
  z.strictObject({
    ...{ type: z.literal('setQuickTransitions'), canvasId, gestureId },
    quickTransitions: z.array(transitionSchema).max(MAX_QUICK_TRANSITIONS),
  }),
]);
export type StudioModeCommand = z.infer<typeof studioModeCommandSchema>;
