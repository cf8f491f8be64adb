/** A keychain with a cipher of its own, the same in every process of a test. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Keychain } from '../../../electron/settings/secrets.ts';

const cipherKey = createHash('sha256').update('for tests').digest();

export const testKeychain: Keychain = {
  isAvailable: () => true,
  seal: (text) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  open: (sealed) => {
    const data = Buffer.from(sealed);
    const decipher = createDecipheriv('aes-256-gcm', cipherKey, data.subarray(0, 12));
    decipher.setAuthTag(data.subarray(12, 28));
    return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]).toString('utf8');
  },
};
