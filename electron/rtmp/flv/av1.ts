/** AV1: the codec configuration record (AV1-ISOBMFF 2.3) and the largest frame size from its sequence header OBU. */
import { badData, BitReader } from './bit-reader.ts';

export interface Av1Configuration {
  readonly profile: number;
  readonly levelIndex: number;
  readonly isHighTier: boolean;
  readonly bitDepth: 8 | 10 | 12;
  readonly isMonochrome: boolean;
  readonly configObus: Uint8Array;
}

/** @throws AppError `flv/bad-data` */
export function parseAv1Configuration(record: Uint8Array): Av1Configuration {
  if (record.length < 4 || record[0] !== 0x81) throw badData('the AV1 configuration has a wrong version');
  const flags = record[2] ?? 0;
  return {
    profile: (record[1] ?? 0) >> 5,
    levelIndex: (record[1] ?? 0) & 0x1f,
    isHighTier: (flags & 0x80) !== 0,
    bitDepth: (flags & 0x40) === 0 ? 8 : (flags & 0x20) === 0 ? 10 : 12,
    isMonochrome: (flags & 0x10) !== 0,
    configObus: record.subarray(4),
  };
}

const SEQUENCE_HEADER_OBU = 1;

/** Largest frame size by the first sequence header OBU; undefined when there is none. @throws AppError `flv/bad-data` */
export function parseAv1Size(obus: Uint8Array): { width: number; height: number } | undefined {
  for (let position = 0; position < obus.length;) {
    const header = obus[position++] ?? 0;
    if ((header & 4) !== 0) position += 1;
    let size = obus.length - position;
    if ((header & 2) !== 0) {
      size = 0;
      for (let shift = 0, more = true; more; shift += 7) {
        const byte = obus[position++];
        if (byte === undefined || shift > 28) throw badData('an AV1 unit has a bad size');
        size += (byte & 0x7f) * 2 ** shift;
        more = (byte & 0x80) !== 0;
      }
    }
    if (((header >> 3) & 0x0f) === SEQUENCE_HEADER_OBU) {
      return readSequenceHeader(new BitReader(obus.subarray(position, position + size)));
    }
    position += size;
  }
  return undefined;
}

function readSequenceHeader(bits: BitReader): { width: number; height: number } {
  bits.skip(4);
  if (bits.flag()) bits.skip(5);
  else skipOperatingPoints(bits);
  const widthBits = bits.read(4) + 1;
  const heightBits = bits.read(4) + 1;
  return { width: bits.read(widthBits) + 1, height: bits.read(heightBits) + 1 };
}

function skipOperatingPoints(bits: BitReader): void {
  let delayBits = 0;
  let hasDecoderModel = false;
  if (bits.flag()) {
    bits.skip(64);
    if (bits.flag()) bits.unsignedGolomb();
    hasDecoderModel = bits.flag();
    if (hasDecoderModel) {
      delayBits = bits.read(5) + 1;
      bits.skip(42);
    }
  }
  const hasDisplayDelay = bits.flag();
  const points = bits.read(5) + 1;
  for (let point = 0; point < points; point += 1) {
    bits.skip(12);
    if (bits.read(5) > 7) bits.skip(1);
    if (hasDecoderModel && bits.flag()) bits.skip(2 * delayBits + 1);
    if (hasDisplayDelay && bits.flag()) bits.skip(4);
  }
}
