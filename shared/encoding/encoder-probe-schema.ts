/** How the result of an encoder's probe is saved and sent. */
import * as z from 'zod';
import { encoderNames, RENDER_NODE } from './encoder-list.ts';
import type { EncoderName, EncoderProbe } from './encoder-list.ts';

export const encoderProbeSchema = z.strictObject({
  encoder: z.enum(encoderNames as [EncoderName, ...EncoderName[]]),
  isWorking: z.boolean(),
  speed: z.number().min(0).max(10_000),
  device: z.string().regex(RENDER_NODE).optional(),
  reason: z.string().max(300).optional(),
  tooOldFfmpeg: z.string().max(100).optional(),
}) satisfies z.ZodType<EncoderProbe>;
