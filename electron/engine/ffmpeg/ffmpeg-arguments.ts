/**
 * The argument list of ffmpeg for one encoding profile: raw Matroska on stdin, FLV on stdout, progress and messages on
 * stderr. Pure. Every value is a number or a word from our own lists: nothing a user typed gets in here.
 */
import { codecOf } from '../../../shared/encoding/codec.ts';
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { ffmpegFrameRate } from '../../../shared/encoding/frame-rate.ts';
import { ENCODER_OFFSET_MS } from '../../../shared/media/timeline.ts';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import { encoderOptions, keyframeInterval, rateBuffer } from './encoder-options.ts';
import type { EncoderOptionsInput } from './encoder-options.ts';
import { buildVideoFilter, pixelFormatOf } from './video-filter.ts';
import type { EncoderInput } from './video-filter.ts';

/** Of the still picture. Hardware encoders take no picture that is much smaller. */
export const stillFormat = { width: 640, height: 360, fps: 30, videoKbps: 200 } as const;

export interface ArgumentOptions {
  readonly profile: EncodingProfile;
  readonly input: EncoderInput;
  /** What `auto` stands for here. */
  readonly encoder: EncoderName;
  /** Processors of this machine. */
  readonly processors: number;
  /** As `process.arch` names it. */
  readonly architecture?: string | undefined;
  /** Of the graphics card, where it isn't the first. */
  readonly device?: string | undefined;
  readonly matrixFilter: MatrixFilter;
}

export function buildFfmpegArguments(options: ArgumentOptions): string[] {
  const { profile, input, encoder, matrixFilter } = options;
  const { width, height } = profile;
  const shift = String(ENCODER_OFFSET_MS / 1000);
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'level+warning', '-nostats'],
    ...['-progress', 'pipe:2', '-stats_period', '0.5'],
    ...hardwareDevice(encoder, options.device),
    // No `-fflags nobuffer`: it throws away the first picture, which was read while the input was examined.
    ...['-probesize', '32', '-analyzeduration', '0'],
    ...['-copyts', '-itsoffset', `-${shift}`, '-f', 'matroska', '-i', 'pipe:0'],
    ...['-map', '0:v:0', '-map', '0:a:0'],
    ...['-vf', buildVideoFilter({ width, height, input, encoder, matrixFilter })],
    ...['-c:v', encoder, ...rateControl(profile, encoder), ...encoderOptions(options)],
    ...['-r', ffmpegFrameRate(profile.fps), '-fps_mode', 'cfr'],
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

function isVaapi(encoder: EncoderName): boolean {
  return encoder.endsWith('_vaapi');
}

function hardwareDevice(encoder: EncoderName, device: string | undefined): string[] {
  if (!isVaapi(encoder)) return [];
  const named = device === undefined ? 'vaapi=device' : `vaapi=device:${device}`;
  return ['-init_hw_device', named, '-filter_hw_device', 'device'];
}

/** SVT-AV1 takes no `-maxrate` beside a constant bitrate: its own parameters say that it is one. */
function rateControl(profile: EncodingProfile, encoder: EncoderName): string[] {
  const rate = `${profile.videoKbps}k`;
  const interval = String(keyframeInterval(profile));
  const buffer = `${Math.round(profile.videoKbps * rateBuffer(profile, encoder).seconds)}k`;
  const ceiling = encoder === 'libsvtav1' ? [] : ['-maxrate', rate];
  return [...['-b:v', rate, ...ceiling, '-bufsize', buffer], ...['-g', interval]];
}

/**
 * Two seconds of a test picture through an encoder into FLV on stdout, for the probe: with the very options of a
 * broadcast, as a driver may know the encoder and not what we ask of it.
 */
export function buildProbeArguments(
  encoder: EncoderName,
  processors: number,
  { architecture, device }: { readonly architecture?: string; readonly device?: string | undefined } = {},
): string[] {
  const profile = defaultEncodingProfile;
  const options = { profile, encoder, processors, architecture };
  return generate('testsrc2=size=1280x720:rate=30', options, device);
}

/** Two seconds of a grey picture that stands still, one group of pictures without B-frames, at next to no bitrate. */
export function buildStillArguments(
  encoder: EncoderName,
  processors: number,
  architecture?: string,
): string[] {
  const { width, height, fps, videoKbps } = stillFormat;
  const profile: EncodingProfile = {
    ...defaultEncodingProfile,
    ...{ width, height, fps, videoKbps, keyframeSeconds: 2, preset: 'ultrafast', latency: 'low' },
  };
  return generate(`color=gray:size=${width}x${height}:rate=${ffmpegFrameRate(fps)}`, {
    profile,
    encoder,
    processors,
    architecture,
  });
}

function generate(picture: string, options: EncoderOptionsInput, device?: string): string[] {
  const { profile, encoder } = options;
  const filter = `format=${pixelFormatOf(encoder)}${isVaapi(encoder) ? ',hwupload' : ''}`;
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'level+error', ...hardwareDevice(encoder, device)],
    ...['-f', 'lavfi', '-i', picture, '-t', '2', '-vf', filter],
    ...['-c:v', encoder, ...rateControl(profile, encoder), ...encoderOptions(options)],
    ...['-f', 'flv', '-flvflags', 'no_duration_filesize', 'pipe:1'],
  ];
}
