/** Electron's `safeStorage` as the keychain of the secret store. */
import type { SafeStorage } from 'electron';
import type { Keychain } from '../../settings/secrets.ts';

type Asynchronous = 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync';

/** Electron before 42 has none of the asynchronous ones. What either way seals, the asynchronous way opens. */
export type SystemStorage = Omit<SafeStorage, Asynchronous> & Partial<Pick<SafeStorage, Asynchronous>>;

/** Only after `ready`. On Linux `basic_text` means that there is no keyring: a fixed password, which protects nothing. */
export function systemKeychain(platform: NodeJS.Platform, storage: SystemStorage): Keychain {
  const isReal = (): boolean =>
    platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend());
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = storage;
  if (
    isAsyncEncryptionAvailable === undefined ||
    encryptStringAsync === undefined ||
    decryptStringAsync === undefined
  )
    return {
      isAvailable: async () => storage.isEncryptionAvailable() && isReal(),
      seal: async (text) => new Uint8Array(storage.encryptString(text)),
      open: async (sealed) => storage.decryptString(Buffer.from(sealed)),
    };
  return {
    isAvailable: async () => isReal() && (await isAsyncEncryptionAvailable.call(storage)),
    seal: async (text) => new Uint8Array(await encryptStringAsync.call(storage, text)),
    open: async (sealed) => (await decryptStringAsync.call(storage, Buffer.from(sealed))).result,
  };
}
