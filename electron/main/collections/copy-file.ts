/** Copies files in a way that tells how far it has come, and that can be stopped. */
import { createReadStream, createWriteStream } from 'node:fs';
import { constants, copyFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { TransferProgress } from '../../../shared/studio/collections/collection-import.ts';

const CHUNK_BYTES = 1024 * 1024;
/** Told at most so often, over the whole way. */
const STEPS = 200;

/** The copies of one export or import together. */
export class CopyRun {
  readonly #signal: AbortSignal;
  readonly #totalBytes: number;
  readonly #onProgress: (progress: TransferProgress) => void;
  #doneBytes = 0;
  #step = -1;

  constructor(signal: AbortSignal, totalBytes: number, onProgress: (progress: TransferProgress) => void) {
    this.#signal = signal;
    this.#totalBytes = totalBytes;
    this.#onProgress = onProgress;
    this.#tell(0);
  }

  /** To a place where nothing is yet; what is there of an unfinished copy is the caller's to remove. @throws what the file system says, or the signal's reason. */
  async copy(source: string, target: string): Promise<void> {
    this.#signal.throwIfAborted();
    if (await isShared(source, target)) return this.#tell(await sizeOf(target));
    const tell = (bytes: number): void => this.#tell(bytes);
    await pipeline(
      createReadStream(source, { highWaterMark: CHUNK_BYTES }),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          tell(chunk.length);
          yield chunk;
        }
      },
      createWriteStream(target, { flags: 'wx' }),
      { signal: this.#signal },
    );
  }

  #tell(bytes: number): void {
    this.#doneBytes += bytes;
    const step = Math.floor((STEPS * this.#doneBytes) / Math.max(1, this.#totalBytes));
    if (step === this.#step) return;
    this.#step = step;
    this.#onProgress({ doneBytes: this.#doneBytes, totalBytes: this.#totalBytes });
  }
}

/** Of the files that are there, together. */
export async function bytesOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => await sizeOf(path)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );
}

/** A file system that keeps what is the same once copies in no time. False where it can't. */
async function isShared(source: string, target: string): Promise<boolean> {
  return await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE).then(
    () => true,
    () => false,
  );
}
