/** Electron's `safeStorage` as the keychain of the secret store. */
import { safeStorage } from 'electron';
import type { Keychain } from '../../settings/secrets.ts';

/** Only after `ready`. On Linux `basic_text` means that there is no keyring: a fixed password, which protects nothing. */
export function systemKeychain(platform: NodeJS.Platform): Keychain {
  return {
    isAvailable: () =>
      safeStorage.isEncryptionAvailable() &&
      (platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())),
    seal: (text) => new Uint8Array(safeStorage.encryptString(text)),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
  };
}
