/**
 * Each encoder's own options: preset, latency, B-frames, closed groups of pictures, constant bitrate. Pure; every value is a
 * number or a word from our own lists. What all have in common is in `ffmpeg-arguments.ts`.
 */
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';

/** Frames a B-frame encoder holds back, `quality` latency only. */
const B_FRAMES = 2;
/** Frames that x265 looks ahead with B-frames; with one frame thread about half a second at 30 fps, as the latency setting says. */
const X265_LOOK_AHEAD = 10;
/**
 * How long x264's buffer (VBV) is, in seconds of bitrate, and how full it begins. A second's bits are the rate less what the
 * buffer gained: begun emptier than it settles, the first second falls short; begun fuller, it goes over. A shorter one makes
 * even seconds and poorer keyframes. Measured over the test picture at 720p30 and 2500 kbit/s: here each second is within 6 %
 * (`low`) and 10 % (`quality`), wherever in it one begins; with a whole second of buffer it was 9 % and 14 %, for the same SSIM.
 */
const X264_BUFFER = {
  low: { seconds: 0.8, start: 0.75 },
  quality: { seconds: 0.8, start: 0.9 },
} as const;
/**
 * Below so many bits a pixel a keyframe is a sixth of its second: at 720p30 and 600 kbit/s seconds were off by 17 %, on the very
 * uplinks that bear it least. Here it is 3 %, for an SSIM of 99.5 % of before.
 */
const SPARSE_BITS_PER_PIXEL = 0.025;
const X264_SPARSE_BUFFER = { seconds: 0.5, start: 0.9 } as const;
/** The others'; the start is x265's, which takes one. */
const OTHER_BUFFER = { low: { seconds: 1, start: 0.65 }, quality: { seconds: 1, start: 0.7 } } as const;
const MAX_THREADS = 8;

export interface EncoderOptionsInput {
  readonly profile: EncodingProfile;
  readonly encoder: EncoderName;
  /** Processors of this machine. */
  readonly processors: number;
  /** As `process.arch` names it. */
  readonly architecture?: string | undefined;
}

/** Frames between keyframes. */
export function keyframeInterval(profile: EncodingProfile): number {
  return Math.max(1, Math.round(profile.fps * profile.keyframeSeconds));
}

/** The rate controller's buffer: its length in seconds of bitrate, and how full it begins. */
export function rateBuffer(
  { width, height, fps, videoKbps, latency }: EncodingProfile,
  encoder: EncoderName,
): { readonly seconds: number; readonly start: number } {
  if (encoder !== 'libx264') return OTHER_BUFFER[latency];
  const bitsPerPixel = (videoKbps * 1000) / (width * height * fps);
  return bitsPerPixel < SPARSE_BITS_PER_PIXEL ? X264_SPARSE_BUFFER : X264_BUFFER[latency];
}

const X264_PRESETS = ['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium'] as const;
const NVENC_PRESETS = ['p1', 'p2', 'p3', 'p4', 'p5'] as const;
const QSV_PRESETS = ['veryfast', 'faster', 'fast', 'medium'] as const;
const AMF_QUALITIES = ['speed', 'balanced', 'quality'] as const;
/** `quality` has no look-ahead here, see the profile: it gets a preset two steps slower instead. */
const SVT_PRESETS = { low: ['12', '11', '10', '9', '8'], quality: ['10', '9', '8', '7', '6'] } as const;

/** Picks from a list that runs from fast to good, at the place the x264 preset has in its own. */
function nearest<T>(preset: EncodingProfile['preset'], list: readonly [T, ...T[]]): T {
  const place = X264_PRESETS.indexOf(preset) / (X264_PRESETS.length - 1);
  return list[Math.round(place * (list.length - 1))] ?? list[0];
}

/**
 * To go after `-c:v` and the bitrate. `nal-hrd=cbr` and `strict-cbr` make the rate truly constant: what a still picture does
 * not need is filled with filler NAL units, as other broadcasters do.
 */
export function encoderOptions({
  profile,
  encoder,
  processors,
  architecture,
}: EncoderOptionsInput): string[] {
  const { preset, latency, h264Profile } = profile;
  const isLow = latency === 'low';
  const bFrames = ['-bf', String(!isLow && h264Profile !== 'baseline' ? B_FRAMES : 0)];
  // Not every generation of graphics has B-frames in HEVC, and none needs them in AV1.
  const noBFrames = ['-bf', '0'];
  const named = ['-profile:v', h264Profile];
  const constrained = ['-profile:v', h264Profile === 'baseline' ? 'constrained_baseline' : h264Profile];
  const main = ['-profile:v', 'main'];
  const threads = Math.max(1, Math.min(MAX_THREADS, processors));
  switch (encoder) {
    case 'libx264':
      return [
        ...['-preset', preset, ...(isLow ? ['-tune', 'zerolatency'] : []), ...named, ...bFrames],
        ...['-keyint_min', String(keyframeInterval(profile)), '-sc_threshold', '0'],
        ...[
          '-x264-params',
          `nal-hrd=cbr:vbv-init=${rateBuffer(profile, encoder).start}:force-cfr=1:open-gop=0`,
        ],
        ...['-threads', String(threads)],
      ];
    case 'libx265':
      return [
        ...['-preset', preset, ...(isLow ? ['-tune', 'zerolatency'] : []), ...main],
        ...['-bf', String(isLow ? 0 : B_FRAMES), '-x265-params', x265Parameters(profile, threads)],
      ];
    case 'libsvtav1':
      return [
        ...['-preset', nearest(preset, SVT_PRESETS[latency])],
        ...['-svtav1-params', `rc=2:pred-struct=1:lookahead=0:scd=0:lp=${threads}`],
      ];
    case 'h264_nvenc':
      return [...nvenc(profile), ...named, ...bFrames];
    case 'hevc_nvenc':
      return [...nvenc(profile), ...main, ...noBFrames];
    case 'av1_nvenc':
      return [...nvenc(profile), ...noBFrames];
    case 'h264_qsv':
      return [...quickSync(profile), '-look_ahead', '0', ...named, ...bFrames];
    case 'hevc_qsv':
      // Without an IDR interval of one, keyframes after the first are not where a decoder may begin.
      return [...quickSync(profile), '-idr_interval', '1', ...main, ...noBFrames];
    case 'av1_qsv':
      return [...quickSync(profile), ...main, ...noBFrames];
    case 'h264_amf':
      return [...amf(profile), ...constrained, ...bFrames];
    case 'hevc_amf':
      return [...amf(profile), '-gops_per_idr', '1', ...main, ...noBFrames];
    case 'av1_amf':
      return [...amf(profile), ...main];
    case 'h264_vaapi':
      return [...vaapi(profile), ...constrained, ...bFrames];
    case 'hevc_vaapi':
      return [...vaapi(profile), ...main, ...noBFrames];
    case 'av1_vaapi':
      return [...vaapi(profile), ...main, ...noBFrames];
    case 'h264_videotoolbox':
      return [...videoToolbox(architecture), ...named, ...bFrames];
    case 'hevc_videotoolbox':
      return [...videoToolbox(architecture), ...main, ...noBFrames];
    case 'h264_mf':
      return [...mediaFoundation(), ...bFrames];
    case 'hevc_mf':
      return [...mediaFoundation(), ...noBFrames];
  }
}

function x265Parameters(profile: EncodingProfile, threads: number): string {
  const interval = keyframeInterval(profile);
  const lookAhead = profile.latency === 'low' ? '' : `:rc-lookahead=${X265_LOOK_AHEAD}:frame-threads=1`;
  return (
    `log-level=error:info=0:pools=${threads}:keyint=${interval}:min-keyint=${interval}:scenecut=0:open-gop=0` +
    `:hrd=1:strict-cbr=1:vbv-init=${rateBuffer(profile, 'libx265').start}${lookAhead}`
  );
}

function nvenc({ preset, latency }: EncodingProfile): string[] {
  const isLow = latency === 'low';
  return [
    ...['-preset', nearest(preset, NVENC_PRESETS), '-tune', isLow ? 'ull' : 'hq'],
    ...['-rc', 'cbr', '-no-scenecut', '1', '-forced-idr', '1', '-strict_gop', '1'],
    ...['-zerolatency', isLow ? '1' : '0', ...(isLow ? ['-delay', '0'] : [])],
  ];
}

function quickSync({ preset, latency }: EncodingProfile): string[] {
  return ['-preset', nearest(preset, QSV_PRESETS), '-async_depth', latency === 'low' ? '1' : '4'];
}

function amf({ preset, latency }: EncodingProfile): string[] {
  const usage = latency === 'low' ? 'ultralowlatency' : 'transcoding';
  const quality = nearest(preset, AMF_QUALITIES);
  return ['-usage', usage, '-quality', quality, '-rc', 'cbr', '-enforce_hrd', '1', '-filler_data', '1'];
}

function vaapi({ latency }: EncodingProfile): string[] {
  return ['-rc_mode', 'CBR', '-async_depth', latency === 'low' ? '1' : '2'];
}

/** A rate that is truly constant is there from Apple's own processors on; an average falls far below for a picture that stands still. */
function videoToolbox(architecture: string | undefined): string[] {
  const constant = architecture === 'arm64' ? ['-constant_bit_rate', '1'] : [];
  return ['-realtime', '1', '-allow_sw', '0', '-prio_speed', '1', ...constant];
}

function mediaFoundation(): string[] {
  return ['-rate_control', 'cbr', '-scenario', 'live_streaming', '-hw_encoding', '1'];
}
