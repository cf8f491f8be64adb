/** The video codecs: which encoder makes which, what stands in for a broken one, and their names in FLV and in words. Pure. */
import type { EncodingProfile } from './profile.ts';

export const videoCodecs = ['h264', 'hevc', 'av1'] as const;
export type VideoCodec = (typeof videoCodecs)[number];
type Choice = EncodingProfile['encoder'];

/** In words, as users know them. */
export const codecNames: Readonly<Record<VideoCodec, string>> = { h264: 'H.264', hevc: 'HEVC', av1: 'AV1' };

/** FourCC in FLV and in Enhanced RTMP's negotiation. */
export const codecFourCcs = { h264: 'avc1', hevc: 'hvc1', av1: 'av01' } as const satisfies Record<
  VideoCodec,
  string
>;

/** Encodes with the processor alone: what takes over from a hardware encoder that fails. */
export const softwareEncoders = {
  h264: 'libx264',
  hevc: 'libx265',
  av1: 'libsvtav1',
} as const satisfies Record<VideoCodec, Choice>;

/** `auto` is always H.264: the one that every server takes. */
export function codecOf(encoder: Choice): VideoCodec {
  if (encoder === 'libx265' || encoder.startsWith('hevc_')) return 'hevc';
  return encoder === 'libsvtav1' || encoder.startsWith('av1_') ? 'av1' : 'h264';
}

/** Whether it is one of the processor's. */
export function isSoftwareEncoder(encoder: string): boolean {
  return Object.values<string>(softwareEncoders).includes(encoder);
}
