/** How an encoding profile is saved and sent, and which values it takes. */
import * as z from 'zod';
import { exactFrameRate, HIGHEST_FRAME_RATE, isFrameRate } from './frame-rate.ts';
import { encoderChoices, latencyModes } from './profile.ts';
import type { EncodingProfile } from './profile.ts';

export const encodingProfileSchema = z.strictObject({
  width: z.number().int().min(160).max(3840).multipleOf(2),
  height: z.number().int().min(160).max(3840).multipleOf(2),
  fps: z
    .number()
    .min(1)
    .max(HIGHEST_FRAME_RATE)
    .overwrite(exactFrameRate)
    .refine(isFrameRate, 'a whole number, 23.976, 29.97 or 59.94'),
  videoKbps: z.number().int().min(100).max(51000),
  audioKbps: z.number().int().min(32).max(512),
  audioSampleRate: z.union([z.literal(44100), z.literal(48000)]),
  audioChannels: z.union([z.literal(1), z.literal(2)]),
  keyframeSeconds: z.number().min(0.5).max(10),
  latency: z.enum(latencyModes),
  encoder: z.enum(encoderChoices),
  preset: z.enum(['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium']),
  h264Profile: z.enum(['baseline', 'main', 'high']),
}) satisfies z.ZodType<EncodingProfile>;
