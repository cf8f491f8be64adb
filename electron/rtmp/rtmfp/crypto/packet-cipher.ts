/**
 * AES-128-CBC with an IV of zeros for each packet, by one cipher of the platform for a whole session: a cipher of its own for each
 * packet would cost more than the packet. What chains one packet to the next is undone by an exclusive or.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

export const BLOCK_BYTES = 16;
const zeros = new Uint8Array(BLOCK_BYTES);

function addBlock(bytes: Uint8Array, block: Uint8Array): void {
  for (let index = 0; index < BLOCK_BYTES; index += 1)
    bytes[index] = (bytes[index] ?? 0) ^ (block[index] ?? 0);
}

export class PacketEncrypter {
  readonly #cipher;
  readonly #lastBlock = new Uint8Array(BLOCK_BYTES);

  constructor(aesKey: Uint8Array) {
    this.#cipher = createCipheriv('aes-128-cbc', aesKey, zeros).setAutoPadding(false);
  }

  /** `cleartext` is whole blocks, and is written over. */
  encrypt(cleartext: Uint8Array): Uint8Array {
    addBlock(cleartext, this.#lastBlock);
    const ciphertext = this.#cipher.update(cleartext);
    this.#lastBlock.set(ciphertext.subarray(ciphertext.length - BLOCK_BYTES));
    return ciphertext;
  }
}

export class PacketDecrypter {
  readonly #decipher;
  readonly #lastBlock = new Uint8Array(BLOCK_BYTES);

  constructor(aesKey: Uint8Array) {
    this.#decipher = createDecipheriv('aes-128-cbc', aesKey, zeros).setAutoPadding(false);
  }

  /** `ciphertext` is whole blocks. The cleartext has memory of its own, and is none of Node's buffers, whose `slice` is a view. */
  decrypt(ciphertext: Uint8Array): Uint8Array {
    const { buffer, byteOffset, length } = this.#decipher.update(ciphertext);
    const cleartext = new Uint8Array(buffer, byteOffset, length);
    addBlock(cleartext, this.#lastBlock);
    this.#lastBlock.set(ciphertext.subarray(ciphertext.length - BLOCK_BYTES));
    return cleartext;
  }
}
