/**
 * The argument list of ffmpeg for one encoding profile: raw Matroska on stdin, FLV on stdout, progress and messages on
 * stderr. Pure. Every value is a number or a word from our own lists: nothing a user typed gets in here.
 */
import type { EncoderName } from '../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type { VideoFrameMessage } from '../../shared/media/media-port.ts';

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

/** Frames a B-frame encoder holds back, `quality` latency only. */
const B_FRAMES = 2;
/** VBV in seconds of bitrate. */
const VBV_SECONDS = 1;
/**
 * How full x264's buffer begins. A second's bits are the rate less what the buffer gained: begun emptier than it settles
 * (0.4), the first second falls 15 % short; begun fuller (0.9), it goes 15 % over. Here it begins as it goes on: over a
 * minute of the test picture at 720p30 and 2500 kbit/s each second is within 5 % (`low`) and 9 % (`quality`).
 * `nal-hrd=cbr` makes the rate truly constant: what a still picture does not need is filled with filler NAL units, as
 * other broadcasters do. A buffer of less than a second starves keyframes: SSIM falls and the seconds get less even.
 */
const VBV_START = { low: 0.65, quality: 0.7 } as const;
const MAX_THREADS = 8;

export interface ArgumentOptions {
  readonly profile: EncodingProfile;
  readonly input: EncoderInput;
  /** What `auto` stands for here. */
  readonly encoder: EncoderName;
  /** Processors of this machine. */
  readonly processors: number;
}

/** Frames between keyframes. */
export function keyframeInterval(profile: EncodingProfile): number {
  return Math.max(1, Math.round(profile.fps * profile.keyframeSeconds));
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
    ...['-c:v', encoder, ...rateControl(profile), ...encoderOptions(options)],
    ...['-r', String(profile.fps), '-fps_mode', 'cfr'],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
    // Parameter sets go with each keyframe as well: not every receiver honours new configuration after a hand-over.
    ...['-bsf:v', 'dump_extra=freq=keyframe'],
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
  const pixelFormat = encoder === 'libx264' ? 'yuv420p' : 'nv12';
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
  if (encoder === 'h264_vaapi') filters.push('hwupload');
  return filters.join(',');
}

function hardwareDevice(encoder: EncoderName): string[] {
  return encoder === 'h264_vaapi' ? ['-init_hw_device', 'vaapi=device', '-filter_hw_device', 'device'] : [];
}

function rateControl(profile: EncodingProfile): string[] {
  const rate = `${profile.videoKbps}k`;
  const interval = String(keyframeInterval(profile));
  return [
    ...['-b:v', rate, '-maxrate', rate, '-bufsize', `${Math.round(profile.videoKbps * VBV_SECONDS)}k`],
    ...['-g', interval],
  ];
}

const X264_PRESETS = ['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium'] as const;

/** Picks from a list that runs from fast to good, at the place the x264 preset has in its own. */
function nearest<T>(preset: EncodingProfile['preset'], list: readonly [T, ...T[]]): T {
  const place = X264_PRESETS.indexOf(preset) / (X264_PRESETS.length - 1);
  return list[Math.round(place * (list.length - 1))] ?? list[0];
}

function encoderOptions({ profile, encoder, processors }: ArgumentOptions): string[] {
  const isLow = profile.latency === 'low';
  const hasBFrames = !isLow && profile.h264Profile !== 'baseline';
  const bFrames = ['-bf', String(hasBFrames ? B_FRAMES : 0)];
  const named = ['-profile:v', profile.h264Profile];
  const { preset } = profile;
  switch (encoder) {
    case 'libx264':
      return [
        ...['-preset', preset, ...(isLow ? ['-tune', 'zerolatency'] : []), ...named, ...bFrames],
        ...['-keyint_min', String(keyframeInterval(profile)), '-sc_threshold', '0'],
        ...['-x264-params', `nal-hrd=cbr:vbv-init=${VBV_START[profile.latency]}:force-cfr=1:open-gop=0`],
        ...['-threads', String(Math.max(1, Math.min(MAX_THREADS, processors)))],
      ];
    case 'h264_nvenc':
      return [
        ...['-preset', nearest(preset, ['p1', 'p2', 'p3', 'p4', 'p5']), '-tune', isLow ? 'ull' : 'hq'],
        ...['-rc', 'cbr', '-no-scenecut', '1', '-forced-idr', '1', '-strict_gop', '1'],
        ...['-zerolatency', isLow ? '1' : '0', ...(isLow ? ['-delay', '0'] : []), ...named, ...bFrames],
      ];
    case 'h264_qsv':
      return [
        ...['-preset', nearest(preset, ['veryfast', 'faster', 'fast', 'medium'])],
        ...['-look_ahead', '0', '-async_depth', isLow ? '1' : '4', ...named, ...bFrames],
      ];
    case 'h264_amf':
      return [
        ...[
          '-usage',
          isLow ? 'ultralowlatency' : 'transcoding',
          '-quality',
          nearest(preset, ['speed', 'balanced', 'quality']),
        ],
        ...['-rc', 'cbr', '-enforce_hrd', '1', '-filler_data', '1', ...amfProfile(profile), ...bFrames],
      ];
    case 'h264_vaapi':
      return ['-rc_mode', 'CBR', '-async_depth', isLow ? '1' : '2', ...vaapiProfile(profile), ...bFrames];
    case 'h264_videotoolbox':
      return ['-realtime', '1', '-allow_sw', '0', ...named, ...bFrames];
    case 'h264_mf':
      return ['-rate_control', 'cbr', '-scenario', 'live_streaming', '-hw_encoding', '1', ...bFrames];
  }
}

function amfProfile(profile: EncodingProfile): string[] {
  return ['-profile:v', profile.h264Profile === 'baseline' ? 'constrained_baseline' : profile.h264Profile];
}

function vaapiProfile(profile: EncodingProfile): string[] {
  return ['-profile:v', profile.h264Profile === 'baseline' ? 'constrained_baseline' : profile.h264Profile];
}

/** Two seconds of a test picture through an encoder, for the probe; the output is thrown away. */
export function buildProbeArguments(encoder: EncoderName): string[] {
  const filter = encoder === 'h264_vaapi' ? 'format=nv12,hwupload' : 'format=nv12';
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'level+error', ...hardwareDevice(encoder)],
    ...['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=30', '-t', '2'],
    ...['-vf', filter, '-c:v', encoder, '-b:v', '2500k', '-f', 'null', '-'],
  ];
}
