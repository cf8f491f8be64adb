/** What a file has to know of the codecs in it: their configurations, read from the program's headers. H.264, HEVC and AV1 with AAC. */
import { concatBytes } from '../../../../../shared/bytes.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import { parseAudioSpecificConfig } from '../../../../rtmp/flv/aac.ts';
import { parseAv1Configuration, parseAv1Size } from '../../../../rtmp/flv/av1.ts';
import { parseAvcConfiguration, parseAvcSequence } from '../../../../rtmp/flv/avc.ts';
import { parseHevcConfiguration, parseHevcSize } from '../../../../rtmp/flv/hevc.ts';
import type { EncodedPacket } from '../../../encode/encoded-packet.ts';

export interface VideoConfig {
  readonly codec: 'avc1' | 'hvc1' | 'av01';
  /** The decoder configuration record as it came. */
  readonly record: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface AudioConfig {
  /** AudioSpecificConfig. */
  readonly record: Uint8Array;
  readonly sampleRate: number;
  readonly channels: number;
}

type Configuration = Pick<EncodedPacket, 'codec' | 'data'>;

const HEVC_SPS = 33;

/** @throws AppError `record/cannot-write` for another codec, `flv/bad-data` for a broken configuration. */
export function parseVideoConfig({ codec, data }: Configuration): VideoConfig {
  if (codec !== 'avc1' && codec !== 'hvc1' && codec !== 'av01') {
    throw new AppError('record/cannot-write', {
      message: `Pictures in ${codec === '' ? 'no codec' : codec} cannot be recorded.`,
    });
  }
  const size = parseSize(codec, data);
  if (!size)
    throw new AppError('flv/bad-data', {
      message: 'The codec configuration does not tell the picture size.',
    });
  return { codec, record: data, width: size.width, height: size.height };
}

function parseSize(codec: VideoConfig['codec'], record: Uint8Array) {
  if (codec === 'avc1') {
    const sps = parseAvcConfiguration(record).spsList[0];
    return sps && parseAvcSequence(sps);
  }
  if (codec === 'av01') return parseAv1Size(parseAv1Configuration(record).configObus);
  const sps = parseHevcConfiguration(record).units.find((unit) => unit.type === HEVC_SPS);
  return sps && parseHevcSize(sps.nal);
}

/** @throws AppError `record/cannot-write` for another codec, `flv/bad-data` for a broken configuration. */
export function parseAudioConfig({ codec, data }: Configuration): AudioConfig {
  if (codec !== 'mp4a') {
    throw new AppError('record/cannot-write', { message: 'Only AAC sound can be recorded.' });
  }
  const config = parseAudioSpecificConfig(data);
  return { record: data, sampleRate: config.coreSampleRate, channels: config.channels };
}

export function isSameConfig(
  a: { readonly record: Uint8Array },
  b: { readonly record: Uint8Array },
): boolean {
  return a.record.length === b.record.length && a.record.every((byte, index) => byte === b.record[index]);
}

/** The parameter sets of an avcC or hvcC, each with its length before it, to go before a keyframe. */
export function parameterSetsOf({ codec, record }: VideoConfig): Uint8Array {
  const prefixed = (units: readonly Uint8Array[]) =>
    concatBytes(units.flatMap((unit) => [lengthOf(unit), unit]));
  if (codec === 'av01') return new Uint8Array(0);
  if (codec === 'hvc1') return prefixed(parseHevcConfiguration(record).units.map(({ nal }) => nal));
  const { spsList, ppsList } = parseAvcConfiguration(record);
  return prefixed([...spsList, ...ppsList]);
}

/** Four bytes. */
function lengthOf({ length }: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}
