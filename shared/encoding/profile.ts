/** How the program is encoded: one profile for all destinations (encode once, send many). */

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

export interface EncodingProfile {
  /** Pixels, even. */
  readonly width: number;
  readonly height: number;
  /** Frames per second, constant; 29.97 and the like are exact rationals. */
  readonly fps: number;
  /** kbit/s of video, constant bitrate with a VBV of one second. */
  readonly videoKbps: number;
  /** kbit/s of AAC-LC. */
  readonly audioKbps: number;
  readonly audioSampleRate: 44100 | 48000;
  readonly audioChannels: 1 | 2;
  /** Seconds between keyframes, exact. */
  readonly keyframeSeconds: number;
  /**
   * `low`: no B-frames, no look-ahead. `quality`: both, at about half a second more delay. SVT-AV1 keeps a constant bitrate
   * only without either: `quality` is a slower preset there.
   */
  readonly latency: (typeof latencyModes)[number];
  /** Decides the codec as well, see `codecOf`: H.264, HEVC or AV1. `auto` is always H.264. */
  readonly encoder: (typeof encoderChoices)[number];
  /** x264 preset; other encoders map it to their nearest. */
  readonly preset: 'ultrafast' | 'superfast' | 'veryfast' | 'faster' | 'fast' | 'medium';
  /** Of no meaning to HEVC and AV1, which are encoded in their main profile. */
  readonly h264Profile: 'baseline' | 'main' | 'high';
}

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
