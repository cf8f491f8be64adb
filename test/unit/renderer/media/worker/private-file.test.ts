/** W6: where an open file keeps its name, as on Windows, no file of pictures piles up while the app runs. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countPrivateFiles, createMarkedFile } from '../../../../../renderer/media/worker/private-file.ts';

interface StoredFile {
  isOpen: boolean;
  closed: number;
}

/** The page's private storage. Like Chromium, it removes nothing that a page has open. */
class Storage {
  readonly files = new Map<string, StoredFile>();

  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<unknown> {
    if (!this.files.has(name) && options?.create !== true) return Promise.reject(new Error('NotFoundError'));
    const stored = this.files.get(name) ?? { isOpen: false, closed: 0 };
    this.files.set(name, stored);
    const createSyncAccessHandle = (): Promise<unknown> => {
      stored.isOpen = true;
      const close = (): void => {
        stored.isOpen = false;
        stored.closed += 1;
      };
      return Promise.resolve({ truncate: () => undefined, write: () => 0, read: () => 0, close });
    };
    return Promise.resolve({ createSyncAccessHandle });
  }

  removeEntry(name: string): Promise<void> {
    if (this.files.get(name)?.isOpen === true) return Promise.reject(new Error('NoModificationAllowedError'));
    this.files.delete(name);
    return Promise.resolve();
  }

  async *keys(): AsyncGenerator<string> {
    yield* this.files.keys();
  }
}

let storage: Storage;
beforeEach(() => {
  storage = new Storage();
  vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(storage) } });
});
afterEach(() => vi.unstubAllGlobals());

test('W6: a file that kept its name is closed and removed when it is done with', async () => {
  for (let time = 0; time < 5; time += 1) {
    const { release } = await createMarkedFile('frames', 1000);
    expect(await countPrivateFiles('frames')).toBe(1);
    await release();
  }
  expect(await countPrivateFiles('frames')).toBe(0);
});

test('W6: a file whose name the engine took is never closed, since Chromium wouldn’t answer', async () => {
  const { release } = await createMarkedFile('frames', 1000);
  const [[name, stored] = []] = storage.files;
  storage.files.delete(name ?? '');
  await release();
  expect(stored).toEqual({ isOpen: true, closed: 0 });
});

test('a file that earlier runs left is removed with the next one, and one that is open stays', async () => {
  storage.files.set('frames-left', { isOpen: false, closed: 0 });
  const other = await createMarkedFile('media', 1000);
  await createMarkedFile('frames', 1000);
  expect(storage.files.has('frames-left')).toBe(false);
  expect(await countPrivateFiles('media')).toBe(1);
  await other.release();
  expect(await countPrivateFiles('media')).toBe(0);
});
