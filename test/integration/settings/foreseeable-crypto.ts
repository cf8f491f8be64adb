/** Stands for `node:crypto` in the traced script: strace needs the names of temporary files, which are random. */
import { randomBytes as realRandomBytes } from 'crypto';

export * from 'crypto';

const NAME_BYTES = 8;

export function randomBytes(length: number): Buffer {
  return length === NAME_BYTES ? Buffer.alloc(NAME_BYTES) : realRandomBytes(length);
}
