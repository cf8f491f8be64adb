/** The system's keychain by Electron's asynchronous calls, and by the older ones where it has no others. */
import { expect, test, vi } from 'vitest';
import { systemKeychain } from '../../../../electron/main/destinations/keychain.ts';
import type { SystemStorage } from '../../../../electron/main/destinations/keychain.ts';

type Backend = ReturnType<SystemStorage['getSelectedStorageBackend']>;

function older(backend: Backend = 'gnome_libsecret') {
  return {
    isEncryptionAvailable: vi.fn<() => boolean>(() => true),
    encryptString: vi.fn<(text: string) => Buffer>((text) => Buffer.from(`sealed ${text}`)),
    decryptString: (sealed: Buffer) => sealed.toString().replace('sealed ', ''),
    getSelectedStorageBackend: () => backend,
    setUsePlainTextEncryption: () => undefined,
  };
}

function newer(isLocked = false, backend: Backend = 'gnome_libsecret') {
  const storage = older(backend);
  const locked = (): Promise<never> => Promise.reject(new Error('temporarily unavailable'));
  return {
    ...storage,
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`sealed ${text}`)),
    decryptStringAsync: (sealed: Buffer) =>
      isLocked
        ? locked()
        : Promise.resolve({ shouldReEncrypt: false, result: storage.decryptString(sealed) }),
  };
}

test.each([
  ['older', older()],
  ['newer', newer()],
] as const)('what is sealed is opened again: %s', async (_which, storage) => {
  const keychain = systemKeychain('linux', storage);
  expect(await keychain.isAvailable()).toBe(true);
  expect(await keychain.open(await keychain.seal('a key'))).toBe('a key');
});

test('the calls that block the whole app are left alone where there are others', async () => {
  const storage = newer();
  const keychain = systemKeychain('darwin', storage);
  await keychain.isAvailable();
  await keychain.seal('a key');
  expect(storage.isEncryptionAvailable).not.toHaveBeenCalled();
  expect(storage.encryptString).not.toHaveBeenCalled();
});

test('a keychain that is locked refuses, and says nothing of the data', async () => {
  const keychain = systemKeychain('darwin', newer(true));
  await expect(keychain.open(new Uint8Array([1]))).rejects.toThrow('temporarily unavailable');
});

test.each(['basic_text', 'unknown'] as const)('on Linux %s is no keychain', async (backend) => {
  for (const storage of [older(backend), newer(false, backend)]) {
    expect(await systemKeychain('linux', storage).isAvailable()).toBe(false);
    expect(await systemKeychain('win32', storage).isAvailable()).toBe(true);
  }
});
