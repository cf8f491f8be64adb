/** A keychain with a real cipher, in place of the system's: the same key opens what it sealed, in any process. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keychain } from '../../../electron/settings/secrets.ts';

/** @param cipherKey 32 bytes. */
export function cipherKeychain(cipherKey: Uint8Array = randomBytes(32), isThere = true): Keychain {
  return {
    isAvailable: () => Promise.resolve(isThere),
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Promise.resolve(Buffer.concat([nonce, cipher.getAuthTag(), body]));
    },
    open: async (sealed) => {
      const data = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, data.subarray(0, 12));
      decipher.setAuthTag(data.subarray(12, 28));
      const text = Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]).toString('utf8');
      return await Promise.resolve(text);
    },
  };
}
