/**
 * Where media bytes come from: a file, a FIFO, a device, or a stream that is open already. Read from the beginning to the end, once;
 * nothing of it is asked for twice, so what cannot be wound back is as good as a file.
 */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { withReason } from '../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../shared/errors/error-reasons.ts';
import { systemCodeOf } from '../../shared/errors/system-code.ts';
import { FORMAT_HEAD_BYTES, findFormat } from './ffmpeg-input.ts';

const DEFAULT_BLOCK_BYTES = 128 * 1024;

export interface MediaSource {
  readonly format: string | undefined;
  /** It can be opened again by its name. */
  readonly isFile: boolean;
  /** From the first byte. A block holds until the next one is asked for. */
  blocks(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/**
 * `input` is a path or a stream; `blockBytes` are read at once, and two blocks are held.
 * @throws AppError `input/bad-file`.
 */
export async function openMediaSource(
  input: string | AsyncIterable<Uint8Array>,
  blockBytes = DEFAULT_BLOCK_BYTES,
): Promise<MediaSource> {
  const file = typeof input === 'string' ? await openFile(input) : undefined;
  const source = file === undefined ? readStream(input) : readBlocks(file, blockBytes);
  const close = async (): Promise<void> => {
    await source.return(undefined);
    await file?.close();
  };
  try {
    const facts = await file?.stat();
    if (facts?.isDirectory() === true) throw withReason('input/bad-file', 'fileIsFolder');
    const isFile = facts?.isFile() === true;
    const { head, format } = await readHead(source);
    if (head.length === 0) throw withReason('input/bad-file', 'fileEmpty');
    const held = [head];
    const blocks = async function* (): AsyncGenerator<Uint8Array> {
      // Not kept for as long as the rest is read.
      yield* held.splice(0);
      yield* source;
    };
    return { format, isFile, blocks, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A live stream of FLV is known by three bytes: nobody waits for more. */
async function readHead(
  source: AsyncGenerator<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly format: string | undefined }> {
  let head = new Uint8Array(0);
  for (;;) {
    const format = findFormat(head);
    if (format === 'flv' || head.length >= FORMAT_HEAD_BYTES) return { head, format };
    const next = await source.next();
    if (next.done === true) return { head, format };
    head = new Uint8Array(Buffer.concat([head, next.value]));
  }
}

const openReasons: ReadonlyMap<string, ErrorReason> = new Map([
  ['ENOENT', 'fileMissing'],
  ['EACCES', 'fileNotAllowed'],
  ['EPERM', 'fileNotAllowed'],
  ['ELOOP', 'fileLinkLoop'],
]);

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    const reason = path === '' ? 'fileUnnamed' : (openReasons.get(systemCodeOf(error)) ?? 'fileNotOpened');
    throw withReason('input/bad-file', reason, { path }, error);
  }
}

function cannotRead(error: unknown): Error {
  return withReason('input/bad-file', 'fileNotRead', {}, error);
}

async function* readStream(input: string | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (typeof input === 'string') return;
  try {
    yield* input;
  } catch (error) {
    throw cannotRead(error);
  }
}

/** Two blocks in turns: one is read while the other is used. */
async function* readBlocks(file: FileHandle, blockBytes: number): AsyncGenerator<Uint8Array> {
  const read = (block: Buffer): Promise<{ readonly block: Buffer; readonly length: number }> => {
    const result = file.read(block, 0, blockBytes).then(
      ({ bytesRead }) => ({ block, length: bytesRead }),
      (error: unknown) => {
        throw cannotRead(error);
      },
    );
    // It may fail before anybody waits for it; whoever does gets the error.
    result.catch(() => undefined);
    return result;
  };
  let spare: Buffer = Buffer.allocUnsafeSlow(blockBytes);
  let reading = read(Buffer.allocUnsafeSlow(blockBytes));
  try {
    for (;;) {
      const { block, length } = await reading;
      if (length === 0) return;
      reading = read(spare);
      spare = block;
      yield block.subarray(0, length);
    }
  } finally {
    await reading.catch(() => undefined);
  }
}
