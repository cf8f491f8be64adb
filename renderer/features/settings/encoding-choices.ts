/** What the settings offer for the encoding, with whatever is set already among it. Pure. */
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';

const sizes = [
  [3840, 2160, '4K'],
  [2560, 1440, '1440p'],
  [1920, 1080, '1080p'],
  [1280, 720, '720p'],
  [854, 480, '480p'],
  [640, 360, '360p'],
  [1080, 1920, 'upright 1080'],
  [720, 1280, 'upright 720'],
  [1080, 1080, 'square'],
] as const;

export interface PictureSize {
  /** `1280x720`. */
  readonly value: string;
  readonly label: string;
}

export function pictureSizes(current: Pick<EncodingProfile, 'width' | 'height'>): PictureSize[] {
  const offered = sizes.map(([width, height, name]) => ({
    value: `${width}x${height}`,
    label: `${width} × ${height}, ${name}`,
  }));
  const value = `${current.width}x${current.height}`;
  if (offered.some((size) => size.value === value)) return offered;
  return [{ value, label: `${current.width} × ${current.height}` }, ...offered];
}

export function frameRates(current: number): number[] {
  return [...new Set([current, 24, 25, 30, 48, 50, 60])].sort((a, b) => a - b);
}

export const encoderNames: readonly (readonly [EncodingProfile['encoder'], string])[] = [
  ['auto', 'Automatic'],
  ['libx264', 'Processor (x264)'],
  ['h264_nvenc', 'NVIDIA'],
  ['h264_qsv', 'Intel Quick Sync'],
  ['h264_amf', 'AMD'],
  ['h264_vaapi', 'VA-API'],
  ['h264_videotoolbox', 'Apple VideoToolbox'],
  ['h264_mf', 'Windows Media Foundation'],
];
