/**
 * Files of the page's private storage that the engine opens too. They live in the worker: only there is such a file read and written
 * directly.
 *
 * Where the system allows it, a file that the engine has taken has no name any more, and Chromium never answers when such a one is to be
 * closed: the worker would stand still. It is let go, and closed when it is collected. On Windows it has its name still: there it is closed
 * and removed as soon as it is done with, or files would pile up for as long as the app runs.
 */
import { FRAME_FILE_MARK_BYTES } from '../../../shared/media/frame-file.ts';

/** What a worker gets beyond the type that pages have of these. */
export interface DirectFile {
  read(bytes: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(bytes: number): void;
  close(): void;
}
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<DirectFile> };
type WorkerDirectory = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

export interface MarkedFile {
  readonly file: DirectFile;
  /** That stands at its beginning: 32 digits, hexadecimal. */
  readonly mark: string;
  /** Of a file that is done with. Only where the engine has taken it, or never will: it takes the name away while it opens the file. */
  release(): Promise<void>;
}

/**
 * A file of this size, beginning with a mark. Files of this kind that earlier runs left are removed.
 * Rejects when the browser gives no storage, or too little.
 */
export async function createMarkedFile(kind: 'frames' | 'media', bytes: number): Promise<MarkedFile> {
  const folder = await navigator.storage.getDirectory();
  await removeOld(folder, kind);
  const name = `${kind}-${crypto.randomUUID()}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const file = await (handle as WorkerFileHandle).createSyncAccessHandle();
  try {
    const mark = crypto.getRandomValues(new Uint8Array(FRAME_FILE_MARK_BYTES));
    file.truncate(bytes);
    file.write(mark, { at: 0 });
    return { file, mark: toHex(mark), release: async () => await closeNamed(folder, name, file) };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** How many files of this kind have a name. */
export async function countPrivateFiles(kind: 'frames' | 'media'): Promise<number> {
  const folder = await navigator.storage.getDirectory();
  let files = 0;
  for await (const name of (folder as WorkerDirectory).keys()) if (name.startsWith(`${kind}-`)) files += 1;
  return files;
}

/** One without a name is left alone. */
async function closeNamed(folder: FileSystemDirectoryHandle, name: string, file: DirectFile): Promise<void> {
  const isNamed = await folder.getFileHandle(name).then(
    () => true,
    () => false,
  );
  if (!isNamed) return;
  file.close();
  await folder.removeEntry(name).catch(() => undefined);
}

/** One that a page still has open stays. */
async function removeOld(folder: FileSystemDirectoryHandle, kind: string): Promise<void> {
  for await (const name of (folder as WorkerDirectory).keys()) {
    if (name.startsWith(`${kind}-`)) await folder.removeEntry(name).catch(() => undefined);
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
