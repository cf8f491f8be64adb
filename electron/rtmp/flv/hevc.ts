/** HEVC: the decoder configuration record (ISO 14496-15 8.3.3.1) and the picture size from its SPS (H.265 7.3.2.2). */
import { badData, BitReader, unescapeNal } from './bit-reader.ts';

export interface HevcConfiguration {
  readonly profileIdc: number;
  readonly isHighTier: boolean;
  /** 30 times the level: 93 is 3.1. */
  readonly levelIdc: number;
  readonly chromaFormat: number;
  readonly bitDepth: number;
  readonly nalLengthSize: number;
  /** NAL units by type: 32 VPS, 33 SPS, 34 PPS. */
  readonly units: readonly { readonly type: number; readonly nal: Uint8Array }[];
}

/** @throws AppError `flv/bad-data` */
export function parseHevcConfiguration(record: Uint8Array): HevcConfiguration {
  if (record.length < 23 || record[0] !== 1) throw badData('the HEVC configuration has a wrong version');
  const at = (offset: number): number => record[offset] ?? 0;
  const units: { type: number; nal: Uint8Array }[] = [];
  let position = 23;
  for (let array = 0; array < at(22); array += 1) {
    if (position + 3 > record.length) throw badData('the HEVC configuration is cut short');
    const type = at(position) & 0x3f;
    const count = at(position + 1) * 256 + at(position + 2);
    position += 3;
    for (let index = 0; index < count; index += 1) {
      const length = at(position) * 256 + at(position + 1);
      position += 2;
      if (position + length > record.length) throw badData('the HEVC configuration is cut short');
      units.push({ type, nal: record.subarray(position, position + length) });
      position += length;
    }
  }
  return {
    profileIdc: at(1) & 0x1f,
    isHighTier: (at(1) & 0x20) !== 0,
    levelIdc: at(12),
    chromaFormat: at(16) & 3,
    bitDepth: (at(17) & 7) + 8,
    nalLengthSize: (at(21) & 3) + 1,
    units,
  };
}

/** Size shown, after the conformance window. Takes the SPS with its two header bytes. @throws AppError `flv/bad-data` */
export function parseHevcSize(nal: Uint8Array): { width: number; height: number } {
  if ((((nal[0] ?? 0) >> 1) & 0x3f) !== 33) throw badData('this NAL unit is no HEVC sequence parameter set');
  const bits = new BitReader(unescapeNal(nal.subarray(2)));
  bits.skip(4);
  const subLayers = bits.read(3);
  bits.skip(1);
  skipProfileTierLevel(bits, subLayers);
  bits.unsignedGolomb();
  const chromaFormat = bits.unsignedGolomb();
  if (chromaFormat === 3) bits.skip(1);
  let width = bits.unsignedGolomb();
  let height = bits.unsignedGolomb();
  if (bits.flag()) {
    const unitX = chromaFormat === 1 || chromaFormat === 2 ? 2 : 1;
    const unitY = chromaFormat === 1 ? 2 : 1;
    width -= (bits.unsignedGolomb() + bits.unsignedGolomb()) * unitX;
    height -= (bits.unsignedGolomb() + bits.unsignedGolomb()) * unitY;
  }
  if (width <= 0 || height <= 0) throw badData('the picture has no size');
  return { width, height };
}

function skipProfileTierLevel(bits: BitReader, subLayers: number): void {
  bits.skip(96);
  const present: { profile: boolean; level: boolean }[] = [];
  for (let layer = 0; layer < subLayers; layer += 1)
    present.push({ profile: bits.flag(), level: bits.flag() });
  if (subLayers > 0) bits.skip(2 * (8 - subLayers));
  for (const layer of present) bits.skip((layer.profile ? 88 : 0) + (layer.level ? 8 : 0));
}
