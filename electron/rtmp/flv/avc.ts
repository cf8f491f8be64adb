/** H.264: AVCDecoderConfigurationRecord (ISO 14496-15 5.2.4.1) and the sequence parameter set within (H.264 7.3.2.1). */
import { badData, BitReader, unescapeNal } from './bit-reader.ts';

export interface AvcConfiguration {
  readonly profileIdc: number;
  readonly constraintFlags: number;
  readonly levelIdc: number;
  /** Bytes of each NAL unit's length: 1, 2 or 4. */
  readonly nalLengthSize: number;
  readonly spsList: readonly Uint8Array[];
  readonly ppsList: readonly Uint8Array[];
}

export interface AvcSequence {
  readonly profileIdc: number;
  readonly constraintFlags: number;
  readonly levelIdc: number;
  /** Pixels shown, after cropping. */
  readonly width: number;
  readonly height: number;
  readonly isInterlaced: boolean;
  readonly referenceFrames: number;
  /** Frames that may be shown later than others decoded after them; undefined when the stream does not say. */
  readonly reorderFrames: number | undefined;
  readonly isFullRange: boolean | undefined;
  /** H.273 numbers; undefined when the stream does not say. */
  readonly colour:
    { readonly primaries: number; readonly transfer: number; readonly matrix: number } | undefined;
  /** Frames per second by the timing information; undefined without. */
  readonly fps: number | undefined;
  /** Bits per second and kind of the HRD; undefined without. */
  readonly hrd: { readonly bitsPerSecond: number; readonly isConstant: boolean } | undefined;
}

/** @throws AppError `flv/bad-data` */
export function parseAvcConfiguration(record: Uint8Array): AvcConfiguration {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (record.length < 7 || record[0] !== 1) throw badData('the H.264 configuration has a wrong version');
  let position = 5;
  const readList = (count: number): Uint8Array[] => {
    const list: Uint8Array[] = [];
    for (let index = 0; index < count; index += 1) {
      if (position + 2 > record.length) throw badData('the H.264 configuration is cut short');
      const length = view.getUint16(position);
      position += 2;
      if (position + length > record.length) throw badData('the H.264 configuration is cut short');
      list.push(record.subarray(position, position + length));
      position += length;
    }
    return list;
  };
  const spsCount = (record[position++] ?? 0) & 0x1f;
  const spsList = readList(spsCount);
  const ppsCount = record[position++];
  if (ppsCount === undefined) throw badData('the H.264 configuration is cut short');
  const ppsList = readList(ppsCount);
  return {
    profileIdc: record[1] ?? 0,
    constraintFlags: record[2] ?? 0,
    levelIdc: record[3] ?? 0,
    nalLengthSize: ((record[4] ?? 0) & 3) + 1,
    spsList,
    ppsList,
  };
}

const CHROMA_PROFILES = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);
const EXTENDED_SAR = 255;

/** Parses one SPS NAL unit, header byte included. @throws AppError `flv/bad-data` */
export function parseAvcSequence(nal: Uint8Array): AvcSequence {
  if (((nal[0] ?? 0) & 0x1f) !== 7) throw badData('this NAL unit is no sequence parameter set');
  const bits = new BitReader(unescapeNal(nal.subarray(1)));
  const profileIdc = bits.read(8);
  const constraintFlags = bits.read(8);
  const levelIdc = bits.read(8);
  bits.unsignedGolomb();
  const chromaFormat = CHROMA_PROFILES.has(profileIdc) ? readChroma(bits) : 1;
  bits.unsignedGolomb();
  const orderType = bits.unsignedGolomb();
  skipPictureOrder(bits, orderType);
  const referenceFrames = bits.unsignedGolomb();
  bits.skip(1);
  const widthMbs = bits.unsignedGolomb() + 1;
  const heightUnits = bits.unsignedGolomb() + 1;
  const isFrameOnly = bits.flag();
  if (!isFrameOnly) bits.skip(1);
  bits.skip(1);
  const crop = bits.flag()
    ? [bits.unsignedGolomb(), bits.unsignedGolomb(), bits.unsignedGolomb(), bits.unsignedGolomb()]
    : [0, 0, 0, 0];
  const [left = 0, right = 0, top = 0, bottom = 0] = crop;
  const cropX = chromaFormat === 1 || chromaFormat === 2 ? 2 : 1;
  const cropY = (chromaFormat === 1 ? 2 : 1) * (isFrameOnly ? 1 : 2);
  const width = widthMbs * 16 - (left + right) * cropX;
  const height = heightUnits * 16 * (isFrameOnly ? 1 : 2) - (top + bottom) * cropY;
  if (width <= 0 || height <= 0 || width > 65536 || height > 65536) throw badData('the picture has no size');
  const vui = bits.flag() ? readVui(bits) : emptyVui;
  const cannotReorder = orderType === 2 || profileIdc === 66;
  return {
    profileIdc,
    constraintFlags,
    levelIdc,
    width,
    height,
    isInterlaced: !isFrameOnly,
    referenceFrames,
    ...vui,
    reorderFrames: cannotReorder ? 0 : vui.reorderFrames,
  };
}

function readChroma(bits: BitReader): number {
  const format = bits.unsignedGolomb();
  if (format > 3) throw badData('unknown chroma format');
  if (format === 3) bits.skip(1);
  bits.unsignedGolomb();
  bits.unsignedGolomb();
  bits.skip(1);
  if (bits.flag()) {
    for (let list = 0; list < (format === 3 ? 12 : 8); list += 1)
      if (bits.flag()) skipScalingList(bits, list);
  }
  return format;
}

function skipScalingList(bits: BitReader, list: number): void {
  let last = 8;
  let next = 8;
  for (let index = 0; index < (list < 6 ? 16 : 64); index += 1) {
    if (next !== 0) next = (last + bits.signedGolomb() + 256) % 256;
    last = next === 0 ? last : next;
  }
}

function skipPictureOrder(bits: BitReader, type: number): void {
  if (type === 0) {
    bits.unsignedGolomb();
  } else if (type === 1) {
    bits.skip(1);
    bits.signedGolomb();
    bits.signedGolomb();
    const count = bits.unsignedGolomb();
    if (count > 255) throw badData('too many picture order offsets');
    for (let index = 0; index < count; index += 1) bits.signedGolomb();
  } else if (type !== 2) {
    throw badData('unknown picture order type');
  }
}

type Vui = Pick<AvcSequence, 'reorderFrames' | 'isFullRange' | 'colour' | 'fps' | 'hrd'>;
const emptyVui: Vui = {
  reorderFrames: undefined,
  isFullRange: undefined,
  colour: undefined,
  fps: undefined,
  hrd: undefined,
};

function readVui(bits: BitReader): Vui {
  if (bits.flag() && bits.read(8) === EXTENDED_SAR) bits.skip(32);
  if (bits.flag()) bits.skip(1);
  let isFullRange: Vui['isFullRange'];
  let colour: Vui['colour'];
  if (bits.flag()) {
    bits.skip(3);
    isFullRange = bits.flag();
    if (bits.flag()) colour = { primaries: bits.read(8), transfer: bits.read(8), matrix: bits.read(8) };
  }
  if (bits.flag()) {
    bits.unsignedGolomb();
    bits.unsignedGolomb();
  }
  const fps = bits.flag() ? readTiming(bits) : undefined;
  const nalHrd = bits.flag() ? readHrd(bits) : undefined;
  const vclHrd = bits.flag() ? readHrd(bits) : undefined;
  if (nalHrd !== undefined || vclHrd !== undefined) bits.skip(1);
  bits.skip(1);
  let reorderFrames: number | undefined;
  if (bits.flag()) {
    bits.skip(1);
    for (let field = 0; field < 4; field += 1) bits.unsignedGolomb();
    reorderFrames = bits.unsignedGolomb();
  }
  return { reorderFrames, isFullRange, colour, fps, hrd: nalHrd ?? vclHrd };
}

function readTiming(bits: BitReader): number | undefined {
  const unitsInTick = bits.read(32);
  const timeScale = bits.read(32);
  bits.skip(1);
  return unitsInTick > 0 ? timeScale / (2 * unitsInTick) : undefined;
}

function readHrd(bits: BitReader): { bitsPerSecond: number; isConstant: boolean } {
  const count = bits.unsignedGolomb() + 1;
  if (count > 32) throw badData('too many HRD entries');
  const rateScale = bits.read(4);
  bits.skip(4);
  let bitsPerSecond = 0;
  let isConstant = false;
  for (let index = 0; index < count; index += 1) {
    bitsPerSecond = (bits.unsignedGolomb() + 1) * 2 ** (6 + rateScale);
    bits.unsignedGolomb();
    isConstant = bits.flag();
  }
  bits.skip(20);
  return { bitsPerSecond, isConstant };
}

const PROFILE_NAMES: Readonly<Record<number, string>> = {
  66: 'Baseline',
  77: 'Main',
  88: 'Extended',
  100: 'High',
  110: 'High 10',
  122: 'High 4:2:2',
  244: 'High 4:4:4 Predictive',
};

/** e.g. `High`, `Constrained Baseline`. */
export function avcProfileName(profileIdc: number, constraintFlags: number): string {
  if (profileIdc === 66 && (constraintFlags & 0x40) !== 0) return 'Constrained Baseline';
  return PROFILE_NAMES[profileIdc] ?? `profile ${profileIdc}`;
}

/** e.g. `3.1`; level 9 or constraint set 3 at 11 is `1b`. */
export function avcLevelName(levelIdc: number): string {
  return levelIdc === 9 ? '1b' : (levelIdc / 10).toFixed(1);
}
