/** Bytes from hexadecimal text; for constants and tests. White space is skipped. */
import { assert } from '../../../shared/assert.ts';

export function parseHex(text: string): Uint8Array {
  const digits = text.replace(/\s+/g, '');
  assert(digits.length % 2 === 0 && /^[0-9a-fA-F]*$/.test(digits), 'bad hexadecimal constant');
  const bytes = new Uint8Array(digits.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}

export function buildHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
