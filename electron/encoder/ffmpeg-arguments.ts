/**
 * The argument list of ffmpeg for one encoding profile: raw Matroska on stdin, FLV on stdout, progress and messages on
 * stderr. Pure. Every value is a number or a word from our own lists: nothing a user typed gets in here.
 */
import { codecOf, isSoftwareEncoder } from '../../shared/encoding/codec.ts';
import type { EncoderName } from '../../shared/encoding/encoder-list.ts';
import { defaultEncodingProfile } from '../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type { VideoFrameMessage } from '../../shared/media/media-port.ts';
import { encoderOptions, keyframeInterval } from './encoder-options.ts';

/** What ffmpeg is fed with. Audio always comes as float PCM in the profile's own rate and channels. */
export interface EncoderInput {
  readonly width: number;
  readonly height: number;
  readonly format: VideoFrameMessage['format'];
  readonly colour: VideoFrameMessage['colour'];
}

/**
 * Times on stdin are written this much later, and ffmpeg shifts them back: sound may then begin before the first
 * picture, which is always at 0. The output is shifted again, so that no decode time is negative.
 */
export const TIMELINE_OFFSET_MS = 4000;

/** VBV in seconds of bitrate. */
const VBV_SECONDS = 1;
export interface ArgumentOptions {
  readonly profile: EncodingProfile;
  readonly input: EncoderInput;
  /** What `auto` stands for here. */
  readonly encoder: EncoderName;
  /** Processors of this machine. */
  readonly processors: number;
}

export function buildFfmpegArguments(options: ArgumentOptions): string[] {
  const { profile, input, encoder } = options;
  const shift = String(TIMELINE_OFFSET_MS / 1000);
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'level+warning', '-nostats'],
    ...['-progress', 'pipe:2', '-stats_period', '0.5'],
    ...hardwareDevice(encoder),
    // No `-fflags nobuffer`: it throws away the first picture, which was read while the input was examined.
    ...['-probesize', '32', '-analyzeduration', '0'],
    ...['-copyts', '-itsoffset', `-${shift}`, '-f', 'matroska', '-i', 'pipe:0'],
    ...['-map', '0:v:0', '-map', '0:a:0'],
    ...['-vf', buildVideoFilter(profile, input, encoder)],
    ...['-c:v', encoder, ...rateControl(profile, encoder), ...encoderOptions(options)],
    ...['-r', String(profile.fps), '-fps_mode', 'cfr'],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
    // Parameter sets go with each keyframe as well: not every receiver honours new configuration after a hand-over.
    // AV1 has its sequence header in each already.
    ...(codecOf(encoder) === 'av1' ? [] : ['-bsf:v', 'dump_extra=freq=keyframe']),
    ...['-c:a', 'aac', '-b:a', `${profile.audioKbps}k`],
    ...['-ar', String(profile.audioSampleRate), '-ac', String(profile.audioChannels)],
    ...['-map_metadata', '-1', '-output_ts_offset', shift, '-flush_packets', '1'],
    ...['-f', 'flv', '-flvflags', 'no_duration_filesize+no_sequence_end', 'pipe:1'],
  ];
}

const MATRIX = { 'bt709-limited': 'bt709', 'bt709-full': 'bt709', 'bt601-limited': 'smpte170m' } as const;

/** Letterboxes, converts to BT.709 limited range and says so; does neither where it is already so. */
function buildVideoFilter(profile: EncodingProfile, input: EncoderInput, encoder: EncoderName): string {
  const { width, height } = profile;
  const pixelFormat = pixelFormatOf(encoder);
  const isRightSize = input.width === width && input.height === height;
  const isRightColour = input.colour === 'bt709-limited';
  const filters: string[] = [];
  if (!isRightSize || !isRightColour) {
    const size = isRightSize
      ? ''
      : `w=${width}:h=${height}:force_original_aspect_ratio=decrease:force_divisible_by=2:`;
    const isRgb = input.colour === 'rgb-full';
    const matrix = input.colour === 'rgb-full' ? '' : `in_color_matrix=${MATRIX[input.colour]}:`;
    const range = isRgb ? '' : `in_range=${input.colour === 'bt709-full' ? 'pc' : 'tv'}:`;
    const flags = isRightSize ? 'bilinear+accurate_rnd+full_chroma_inp' : 'bicubic+accurate_rnd';
    filters.push(`scale=${size}${matrix}${range}out_color_matrix=bt709:out_range=tv:flags=${flags}`);
    filters.push(`format=${pixelFormat}`);
    if (!isRightSize) filters.push(`pad=w=${width}:h=${height}:x=(ow-iw)/2:y=(oh-ih)/2:color=black`);
  }
  filters.push(`format=${encoder === 'libx264' ? 'yuv420p|nv12' : pixelFormat}`);
  filters.push('setsar=1');
  filters.push('setparams=range=limited:color_primaries=bt709:color_trc=bt709:colorspace=bt709');
  if (isVaapi(encoder)) filters.push('hwupload');
  return filters.join(',');
}

function pixelFormatOf(encoder: EncoderName): 'yuv420p' | 'nv12' {
  return isSoftwareEncoder(encoder) ? 'yuv420p' : 'nv12';
}

function isVaapi(encoder: EncoderName): boolean {
  return encoder.endsWith('_vaapi');
}

function hardwareDevice(encoder: EncoderName): string[] {
  return isVaapi(encoder) ? ['-init_hw_device', 'vaapi=device', '-filter_hw_device', 'device'] : [];
}

/** SVT-AV1 takes no `-maxrate` beside a constant bitrate: its own parameters say that it is one. */
function rateControl(profile: EncodingProfile, encoder: EncoderName): string[] {
  const rate = `${profile.videoKbps}k`;
  const interval = String(keyframeInterval(profile));
  const ceiling = encoder === 'libsvtav1' ? [] : ['-maxrate', rate];
  return [
    ...['-b:v', rate, ...ceiling, '-bufsize', `${Math.round(profile.videoKbps * VBV_SECONDS)}k`],
    ...['-g', interval],
  ];
}

/**
 * Two seconds of a test picture through an encoder into FLV on stdout, for the probe: with the very options of a
 * broadcast, as a driver may know the encoder and not what we ask of it.
 */
export function buildProbeArguments(encoder: EncoderName, processors: number): string[] {
  const profile = defaultEncodingProfile;
  const filter = `format=${pixelFormatOf(encoder)}${isVaapi(encoder) ? ',hwupload' : ''}`;
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'level+error', ...hardwareDevice(encoder)],
    ...['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=30', '-t', '2', '-vf', filter],
    ...['-c:v', encoder, ...rateControl(profile, encoder)],
    ...encoderOptions({ profile, encoder, processors }),
    ...['-f', 'flv', '-flvflags', 'no_duration_filesize', 'pipe:1'],
  ];
}
