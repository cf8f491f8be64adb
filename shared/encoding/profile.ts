/** How the program is encoded: one profile for all destinations (encode once, send many). */
import * as z from 'zod';
import { exactFrameRate, HIGHEST_FRAME_RATE, isFrameRate } from './frame-rate.ts';

export const latencyModes = ['low', 'quality'] as const;
export const encoderChoices = [
  'auto',
  'libx264',
  'h264_nvenc',
  'h264_qsv',
  'h264_amf',
  'h264_vaapi',
  'h264_videotoolbox',
  'h264_mf',
  'libx265',
  'hevc_nvenc',
  'hevc_qsv',
  'hevc_amf',
  'hevc_vaapi',
  'hevc_videotoolbox',
  'hevc_mf',
  'libsvtav1',
  'av1_nvenc',
  'av1_qsv',
  'av1_amf',
  'av1_vaapi',
] as const;

export const encodingProfileSchema = z.strictObject({
  /** Pixels, even. */
  width: z.number().int().min(160).max(3840).multipleOf(2),
  height: z.number().int().min(160).max(3840).multipleOf(2),
  /** Frames per second, constant; 29.97 and the like are exact rationals. */
  fps: z
    .number()
    .min(1)
    .max(HIGHEST_FRAME_RATE)
    .overwrite(exactFrameRate)
    .refine(isFrameRate, 'a whole number, 23.976, 29.97 or 59.94'),
  /** kbit/s of video, constant bitrate with a VBV of one second. */
  videoKbps: z.number().int().min(100).max(51000),
  /** kbit/s of AAC-LC. */
  audioKbps: z.number().int().min(32).max(512),
  audioSampleRate: z.union([z.literal(44100), z.literal(48000)]),
  audioChannels: z.union([z.literal(1), z.literal(2)]),
  /** Seconds between keyframes, exact. */
  keyframeSeconds: z.number().min(0.5).max(10),
  /**
   * `low`: no B-frames, no look-ahead. `quality`: both, at about half a second more delay. SVT-AV1 keeps a constant bitrate
   * only without either: `quality` is a slower preset there.
   */
  latency: z.enum(latencyModes),
  /** Decides the codec as well, see `codecOf`: H.264, HEVC or AV1. `auto` is always H.264. */
  encoder: z.enum(encoderChoices),
  /** x264 preset; other encoders map it to their nearest. */
  preset: z.enum(['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium']),
  /** Of no meaning to HEVC and AV1, which are encoded in their main profile. */
  h264Profile: z.enum(['baseline', 'main', 'high']),
});

export type EncodingProfile = z.infer<typeof encodingProfileSchema>;

export const defaultEncodingProfile: EncodingProfile = {
  width: 1280,
  height: 720,
  fps: 30,
  videoKbps: 2500,
  audioKbps: 160,
  audioSampleRate: 48000,
  audioChannels: 2,
  keyframeSeconds: 2,
  latency: 'low',
  encoder: 'auto',
  preset: 'veryfast',
  h264Profile: 'high',
};
