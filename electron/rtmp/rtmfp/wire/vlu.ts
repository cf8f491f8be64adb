/** Writes variable-length numbers (RFC 7016 §2.1.2): seven bits a byte, the most significant first. */
import { assert } from '../../../../shared/assert.ts';
import type { ByteWriter } from '../../bytes/byte-writer.ts';

/** Bytes that `value` takes. */
export function vluSize(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  let size = 4;
  for (let rest = value / 0x10000000; rest >= 1; rest /= 128) size += 1;
  return size;
}

/** `value`: a whole number from 0 to 2^53 - 1. */
export function writeVlu(writer: ByteWriter, value: number): void {
  assert(Number.isSafeInteger(value) && value >= 0, 'no number that RTMFP can hold');
  let unit = 128 ** (vluSize(value) - 1);
  let rest = value;
  for (; unit > 1; unit /= 128) {
    const digit = Math.floor(rest / unit);
    writer.u8(0x80 | digit);
    rest -= digit * unit;
  }
  writer.u8(rest);
}

/** Bytes after their length. */
export function writeSized(writer: ByteWriter, bytes: Uint8Array): void {
  writeVlu(writer, bytes.length);
  writer.bytes(bytes);
}
