/** What the settings offer for the encoding, with whatever is set already among it. Pure. */
import { usualFrameRates } from '../../../shared/encoding/frame-rate.ts';
import { codecNames, codecOf, isSoftwareEncoder, videoCodecs } from '../../../shared/encoding/codec.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import { encoderNames, pickEncoder } from '../../../shared/encoding/encoder-list.ts';
import type { EncoderList, EncoderName, EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { texts } from '../../../shared/text/text.ts';

const sizes = () =>
  [
    [3840, 2160, texts.settings.sizeNames['4k']],
    [2560, 1440, '1440p'],
    [1920, 1080, '1080p'],
    [1280, 720, '720p'],
    [854, 480, '480p'],
    [640, 360, '360p'],
    [1080, 1920, texts.settings.sizeNames.vertical1080],
    [720, 1280, texts.settings.sizeNames.vertical720],
    [1080, 1080, texts.settings.sizeNames.square],
  ] as const;

export interface PictureSize {
  /** `1280x720`. */
  readonly value: string;
  readonly label: string;
}

export function pictureSizes(current: Pick<EncodingProfile, 'width' | 'height'>): PictureSize[] {
  const offered = sizes().map(([width, height, name]) => ({
    value: `${width}x${height}`,
    label: texts.settings.namedSize(width, height, name),
  }));
  const value = `${current.width}x${current.height}`;
  if (offered.some((size) => size.value === value)) return offered;
  return [{ value, label: texts.settings.size(current.width, current.height) }, ...offered];
}

export function frameRates(current: number): number[] {
  return [...new Set([current, ...usualFrameRates])].sort((a, b) => a - b);
}

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
        ? texts.encoders.automatic(shortTexts[pickEncoder(list.probes)] ?? 'x264')
        : texts.encoders.names[value],
  }));
}

export const presets: readonly EncodingProfile['preset'][] = [
  'ultrafast',
  'superfast',
  'veryfast',
  'faster',
  'fast',
  'medium',
];

/** What is known of the encoders, each in a line with its speed and what it costs. */
export function describeEncoders(list: EncoderList): {
  readonly lines: readonly string[];
  readonly missing: string;
} {
  if (list.phase === 'unknown') return { lines: [texts.encoders.untested], missing: '' };
  if (list.phase === 'probing') return { lines: [texts.encoders.testing], missing: '' };
  const lines = list.probes
    .filter(({ isWorking }) => isWorking)
    .map(({ encoder, speed }) =>
      texts.encoders.result(texts.encoders.names[encoder], speed, isSoftwareEncoder(encoder)),
    );
  return { lines, missing: describeMissing(list.probes.filter(({ isWorking }) => !isWorking)) };
}

/** A codec of which nothing works is one word, not a line for each maker's encoder; with the reason where all have the same. */
function describeMissing(missing: readonly EncoderProbe[]): string {
  const of = (codec: VideoCodec) => missing.filter(({ encoder }) => codecOf(encoder) === codec);
  const tooOld = videoCodecs.filter((codec) =>
    of(codec).some(({ tooOldFfmpeg }) => tooOldFfmpeg !== undefined),
  );
  const words = videoCodecs
    .filter((codec) => !tooOld.includes(codec))
    .flatMap((codec) => {
      const names = encoderNames.filter((name) => codecOf(name) === codec);
      if (of(codec).length === names.length) return [codecNames[codec]];
      const cards = of(codec).filter(({ encoder }) => !isSoftwareEncoder(encoder));
      if (cards.length === names.length - 1) return [texts.encoders.onGraphicsCard(codecNames[codec])];
      return of(codec).map(({ encoder }) => texts.encoders.names[encoder]);
    });
  const names = tooOld.map((codec) => codecNames[codec]);
  const version = tooOld.flatMap(of)[0]?.tooOldFfmpeg ?? '';
  return [
    ...(words.length === 0 ? [] : [texts.encoders.unavailable(words)]),
    ...(tooOld.length === 0 ? [] : [texts.encoders.needsNewerFfmpeg(names, version)]),
  ].join(' ');
}

/** What the latency `quality` costs with an encoder: SVT-AV1 gets more work instead of a view ahead, as its profile says. */
export function qualityDelay(encoder: EncodingProfile['encoder']): string {
  return encoder === 'libsvtav1' ? texts.encoders.latencyQualityCpu : texts.encoders.latencyQuality;
}
