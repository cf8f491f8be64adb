/** Which encoders work on this machine, as the probe found them; what `auto` stands for, which is always H.264. Pure. */
import { encoderChoices } from './profile.ts';
import type { EncodingProfile } from './profile.ts';

export type EncoderName = Exclude<EncodingProfile['encoder'], 'auto'>;

export const encoderNames = encoderChoices.filter((choice): choice is EncoderName => choice !== 'auto');

/** A graphics card of Linux' kernel, without its display. */
export const RENDER_NODE = /^\/dev\/dri\/renderD\d{1,4}$/;

export interface EncoderProbe {
  readonly encoder: EncoderName;
  readonly isWorking: boolean;
  /** Times real time at 720p30, start of the process included; 0 when it does not work. */
  readonly speed: number;
  /** The graphics card that it works on, where the first one has no such encoder (Linux). */
  readonly device?: string | undefined;
  /** Why not, for the log: mostly ffmpeg's first error. */
  readonly reason?: string | undefined;
  /** The version of ffmpeg, where it is too old to put this encoder's codec into FLV. */
  readonly tooOldFfmpeg?: string | undefined;
}

/** What the window shows of it. */
export interface EncoderList {
  readonly phase: 'unknown' | 'probing' | 'known';
  /** Empty unless known. */
  readonly probes: readonly EncoderProbe[];
}

const PREFERENCE: readonly EncoderName[] = [
  'h264_nvenc',
  'h264_videotoolbox',
  'h264_qsv',
  'h264_amf',
  'h264_vaapi',
  'h264_mf',
  'libx264',
];
/** An encoder that is not at least this much faster than real time is no help. */
export const MIN_SPEED = 1.5;

/** What `auto` stands for: the first working hardware encoder that is fast enough, else x264. */
export function pickEncoder(probes: readonly EncoderProbe[]): EncoderName {
  const isGood = (encoder: EncoderName): boolean =>
    probes.some((probe) => probe.encoder === encoder && probe.isWorking && probe.speed >= MIN_SPEED);
  return PREFERENCE.find(isGood) ?? 'libx264';
}
