/** What the settings offer for the encoding, with whatever is set already among it. Pure. */
import { usualFrameRates } from '../../../shared/encoding/frame-rate.ts';
import { codecNames, codecOf, isSoftwareEncoder, videoCodecs } from '../../../shared/encoding/codec.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import { encoderNames, pickEncoder } from '../../../shared/encoding/encoder-list.ts';
import type { EncoderList, EncoderName, EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
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
  return [...new Set([current, ...usualFrameRates])].sort((a, b) => a - b);
}

const encoderTexts: Record<EncodingProfile['encoder'], string> = {
  auto: 'Automatic',
  libx264: 'Processor (x264)',
  h264_nvenc: 'NVIDIA',
  h264_qsv: 'Intel Quick Sync',
  h264_amf: 'AMD',
  h264_vaapi: 'VA-API',
  h264_videotoolbox: 'Apple VideoToolbox',
  h264_mf: 'Windows Media Foundation',
  libx265: 'HEVC (x265)',
  hevc_nvenc: 'HEVC: NVIDIA',
  hevc_qsv: 'HEVC: Intel Quick Sync',
  hevc_amf: 'HEVC: AMD',
  hevc_vaapi: 'HEVC: VA-API',
  hevc_videotoolbox: 'HEVC: Apple VideoToolbox',
  hevc_mf: 'HEVC: Windows Media Foundation',
  libsvtav1: 'AV1 (SVT-AV1)',
  av1_nvenc: 'AV1: NVIDIA',
  av1_qsv: 'AV1: Intel Quick Sync',
  av1_amf: 'AV1: AMD',
  av1_vaapi: 'AV1: VA-API',
};

/** Of what `auto` can stand for. */
const shortTexts: Partial<Record<EncoderName, string>> = {
  libx264: 'x264',
  h264_nvenc: 'NVIDIA',
  h264_qsv: 'Intel',
  h264_amf: 'AMD',
  h264_vaapi: 'VA-API',
  h264_videotoolbox: 'Apple',
  h264_mf: 'Windows',
};

export interface EncoderOption {
  readonly value: EncodingProfile['encoder'];
  readonly label: string;
  /** False while live for those of another codec: no connection takes a change of it. */
  readonly isPossible: boolean;
}

/** What works here, once it is known, and the one that is set; until then those that work everywhere. */
export function encoderOptions(
  list: EncoderList,
  current: EncodingProfile['encoder'],
  isOn: boolean,
): EncoderOption[] {
  const working = list.probes.filter(({ isWorking }) => isWorking).map(({ encoder }) => encoder);
  const offered = new Set<EncodingProfile['encoder']>(['auto', 'libx264', ...working, current]);
  return [...offered].map((value) => ({
    value,
    isPossible: !isOn || codecOf(value) === codecOf(current),
    label:
      value === 'auto' && list.phase === 'known'
        ? `Automatic (${shortTexts[pickEncoder(list.probes)] ?? 'x264'})`
        : encoderTexts[value],
  }));
}

export const presets: readonly { readonly value: EncodingProfile['preset']; readonly label: string }[] = [
  { value: 'ultrafast', label: 'Least (ultrafast), coarse' },
  { value: 'superfast', label: 'Little (superfast)' },
  { value: 'veryfast', label: 'Usual (veryfast)' },
  { value: 'faster', label: 'More (faster)' },
  { value: 'fast', label: 'Much (fast)' },
  { value: 'medium', label: 'Most (medium), finest' },
];

/** What is known of the encoders, each in a line with its speed and what it costs. */
export function tellEncoders(list: EncoderList): {
  readonly lines: readonly string[];
  readonly missing: string;
} {
  if (list.phase === 'unknown')
    return { lines: ['Which other encoders work here has not been tried yet.'], missing: '' };
  if (list.phase === 'probing')
    return { lines: ['Each encoder is being tried for two seconds…'], missing: '' };
  const lines = list.probes
    .filter(({ isWorking }) => isWorking)
    .map(({ encoder, speed }) => {
      const cost = isSoftwareEncoder(encoder)
        ? 'finest at a given bitrate, uses the processor'
        : 'spares the processor, a little less fine';
      const verdict = speed < 1 ? ', too slow just now' : '';
      return `${encoderTexts[encoder]}: ${speed.toFixed(1)} times real time at 720p${verdict}; ${cost}.`;
    });
  return { lines, missing: tellMissing(list.probes.filter(({ isWorking }) => !isWorking)) };
}

/** A codec of which nothing works is one word, not a line for each maker's encoder; with the reason where all have the same. */
function tellMissing(missing: readonly EncoderProbe[]): string {
  const of = (codec: VideoCodec) => missing.filter(({ encoder }) => codecOf(encoder) === codec);
  const tooOld = videoCodecs.filter((codec) =>
    of(codec).some(({ reason }) => reason?.startsWith('needs ffmpeg') === true),
  );
  const words = videoCodecs
    .filter((codec) => !tooOld.includes(codec))
    .flatMap((codec) => {
      const names = encoderNames.filter((name) => codecOf(name) === codec);
      if (of(codec).length === names.length) return [codecNames[codec]];
      const cards = of(codec).filter(({ encoder }) => !isSoftwareEncoder(encoder));
      if (codec !== 'h264' && cards.length === names.length - 1)
        return [`${codecNames[codec]} by the graphics card`];
      return of(codec).map(({ encoder }) => encoderTexts[encoder]);
    });
  const names = tooOld.map((codec) => codecNames[codec]).join(' and ');
  const reason = tooOld.flatMap(of)[0]?.reason ?? '';
  return [
    ...(words.length === 0 ? [] : [`Not here: ${words.join(', ')}.`]),
    ...(tooOld.length === 0 ? [] : [`${names}: ${reason}.`]),
  ].join(' ');
}

/** What the latency `quality` costs with an encoder: SVT-AV1 gets more work instead of a view ahead, as its profile says. */
export function qualityDelay(encoder: EncodingProfile['encoder']): string {
  return encoder === 'libsvtav1'
    ? 'Finer picture, more work for the processor'
    : 'Up to half a second more, finer picture';
}
