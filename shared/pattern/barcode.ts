/**
 * The machine-readable stamp in every frame of the test picture: frame number and capture time, guarded by a CRC.
 * 96 bits in three rows of 32 cells, black or white, big enough to survive 500 kbit/s. Bits go most significant first:
 * 8 of mark, 24 of frame number, 48 of time in units of 10 µs, 16 of CRC (CRC-16/CCITT-FALSE over the first ten bytes).
 */
import { BARCODE_COLUMNS, BARCODE_ROWS, barcodeCell, middleOf } from './geometry.ts';
import type { PatternPlan } from './geometry.ts';

export interface FrameStamp {
  /** Wraps at 2^24 (77 hours at 60 fps). */
  readonly frameNumber: number;
  /** Microseconds since the epoch, kept to 10 µs. */
  readonly captureTimeUs: number;
}

export const FRAME_NUMBER_LIMIT = 2 ** 24;
const MARK = 0xa6;
const TIME_UNIT_US = 10;
export const STAMP_BYTES = (BARCODE_COLUMNS * BARCODE_ROWS) / 8;
const CRC_OFFSET = STAMP_BYTES - 2;

/** Luma of the cells: inside the limited range, so that ringing is not clipped. */
export const CELL_DARK = 32;
export const CELL_BRIGHT = 220;
const THRESHOLD = (CELL_DARK + CELL_BRIGHT) / 2;

function crc16(bytes: Uint8Array, end: number): number {
  let crc = 0xffff;
  for (let i = 0; i < end; i += 1) {
    crc ^= (bytes[i] ?? 0) << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000) !== 0 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}

/** Writes the stamp's bytes into `bytes`, which holds at least `STAMP_BYTES`. */
export function encodeStamp(stamp: FrameStamp, bytes: Uint8Array): void {
  const units = Math.round(stamp.captureTimeUs / TIME_UNIT_US);
  const high = Math.floor(units / 2 ** 32) % 2 ** 16;
  const view = new DataView(bytes.buffer, bytes.byteOffset, STAMP_BYTES);
  view.setUint32(0, MARK * 2 ** 24 + (stamp.frameNumber % FRAME_NUMBER_LIMIT));
  view.setUint16(4, high);
  view.setUint32(6, units % 2 ** 32);
  view.setUint16(CRC_OFFSET, crc16(bytes, CRC_OFFSET));
}

/** The stamp, or nothing when mark or CRC do not hold. */
export function decodeStamp(bytes: Uint8Array): FrameStamp | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, STAMP_BYTES);
  if (view.getUint8(0) !== MARK || view.getUint16(CRC_OFFSET) !== crc16(bytes, CRC_OFFSET)) return undefined;
  return {
    frameNumber: view.getUint32(0) % FRAME_NUMBER_LIMIT,
    captureTimeUs: (view.getUint16(4) * 2 ** 32 + view.getUint32(6)) * TIME_UNIT_US,
  };
}

/** Paints the cells that differ between `bytes` and `painted` (all cells when `painted` is absent) into a luma plane. */
export function paintBarcode(
  luma: Uint8Array,
  plan: PatternPlan,
  bytes: Uint8Array,
  painted: Uint8Array | undefined,
): void {
  for (let index = 0; index < BARCODE_ROWS * BARCODE_COLUMNS; index += 1) {
    const isSet = bitAt(bytes, index);
    if (painted !== undefined && bitAt(painted, index) === isSet) continue;
    const cell = barcodeCell(plan, Math.floor(index / BARCODE_COLUMNS), index % BARCODE_COLUMNS);
    const value = isSet ? CELL_BRIGHT : CELL_DARK;
    for (let y = cell.y; y < cell.y + cell.height; y += 1) {
      const start = y * plan.width + cell.x;
      luma.fill(value, start, start + cell.width);
    }
  }
}

/** Reads the stamp out of a luma plane without padding. */
export function readBarcode(luma: Uint8Array, plan: PatternPlan): FrameStamp | undefined {
  const bytes = new Uint8Array(STAMP_BYTES);
  for (let index = 0; index < BARCODE_ROWS * BARCODE_COLUMNS; index += 1) {
    const cell = middleOf(barcodeCell(plan, Math.floor(index / BARCODE_COLUMNS), index % BARCODE_COLUMNS));
    let sum = 0;
    for (let y = cell.y; y < cell.y + cell.height; y += 1) {
      for (let x = cell.x; x < cell.x + cell.width; x += 1) sum += luma[y * plan.width + x] ?? 0;
    }
    if (sum / (cell.width * cell.height) > THRESHOLD) {
      bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
    }
  }
  return decodeStamp(bytes);
}

function bitAt(bytes: Uint8Array, index: number): boolean {
  return ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}
