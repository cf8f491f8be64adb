/** The keychain that every process of these tests has. */
import { createHash } from 'node:crypto';
import { cipherKeychain } from '../../support/saved/cipher-keychain.ts';

export const testKeychain = cipherKeychain(createHash('sha256').update('for tests').digest());
