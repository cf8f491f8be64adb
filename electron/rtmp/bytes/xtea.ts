/** One XTEA block in 32 ROUNDS, block and key words little-endian, as RTMPE type 8 uses it. */

const DELTA = 0x9e3779b9;
const ROUNDS = 32;

/** Encrypts the 8 bytes at `offset` in place. `key` has 16 bytes. */
export function encryptXteaBlock(block: DataView, offset: number, key: Uint8Array): void {
  const keyView = new DataView(key.buffer, key.byteOffset, key.byteLength);
  const keyWord = (index: number) => keyView.getUint32((index & 3) * 4, true);
  let left = block.getUint32(offset, true);
  let right = block.getUint32(offset + 4, true);
  let sum = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    left = (left + ((((right << 4) ^ (right >>> 5)) + right) ^ (sum + keyWord(sum)))) >>> 0;
    sum = (sum + DELTA) >>> 0;
    right = (right + ((((left << 4) ^ (left >>> 5)) + left) ^ (sum + keyWord(sum >>> 11)))) >>> 0;
  }
  block.setUint32(offset, left, true);
  block.setUint32(offset + 4, right, true);
}
