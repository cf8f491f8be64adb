/** What a source is made from: a device, a screen, a generated picture or sound. */
import { z } from 'zod';

export const videoInputSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('camera'), deviceId: z.string().max(512).optional() }),
  /** `sourceId` is an id of desktopCapturer; the primary screen when absent. */
  z.strictObject({ type: z.literal('screen'), sourceId: z.string().max(512).optional() }),
  z.strictObject({ type: z.literal('pattern') }),
]);

export const audioInputSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('microphone'), deviceId: z.string().max(512).optional() }),
  z.strictObject({ type: z.literal('tone') }),
]);

const noInputSchema = z.strictObject({ type: z.literal('none') });

export const sourceChoiceSchema = z.discriminatedUnion('type', [...videoInputSchema.options, noInputSchema]);
export type SourceChoice = z.infer<typeof sourceChoiceSchema>;

export const audioChoiceSchema = z.discriminatedUnion('type', [
  ...audioInputSchema.options,
  /** The sound that comes with the video source: the test picture's beeps. */
  z.strictObject({ type: z.literal('source') }),
  noInputSchema,
]);
export type AudioChoice = z.infer<typeof audioChoiceSchema>;
