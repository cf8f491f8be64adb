/** Reads a file that a source shows: a plain file, in bounds. Opening anything else could wait for ever, or do something to a device. */
import { constants } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../../shared/errors/error-reasons.ts';
import { systemCodeOf } from '../../../shared/errors/system-code.ts';

const MEGABYTE = 1024 * 1024;

export interface FilePart {
  readonly maxBytes: number;
  /** A longer file is refused, or its first or last bytes are read. */
  readonly part: 'whole' | 'start' | 'end';
}

/** @throws AppError `source/file-unreadable` */
export async function readSourceFile(path: string, wanted: FilePart): Promise<Uint8Array<ArrayBuffer>> {
  let file: FileHandle | undefined;
  try {
    checkKind(await stat(path, { bigint: true }), path);
    // A pipe or a device that takes the file's place meanwhile is opened without waiting for its other end.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    const status = await file.stat({ bigint: true });
    checkKind(status, path);
    return await readPart(file, Number(status.size), wanted, path);
  } catch (error) {
    throw asFileError(error, path);
  } finally {
    await file?.close().catch(() => undefined);
  }
}

/** Another text whenever the file is another, was written to, or can't be looked at for another reason. Never rejects. */
export async function stampOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (error) {
    return systemCodeOf(error);
  }
}

async function readPart(
  file: FileHandle,
  size: number,
  { maxBytes, part }: FilePart,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (size > maxBytes && part === 'whole')
    throw unreadable('fileTooLarge', path, { megabytes: Math.floor(maxBytes / MEGABYTE) });
  const bytes = new Uint8Array(Math.min(size, maxBytes));
  const start = part === 'end' ? size - bytes.length : 0;
  let length = 0;
  while (length < bytes.length) {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  // It became shorter while it was read.
  return length < bytes.length ? bytes.slice(0, length) : bytes;
}

function checkKind(status: BigIntStats, path: string): void {
  if (!status.isFile()) throw unreadable('fileNotPlain', path);
}

const reasonOf: ReadonlyMap<string, ErrorReason> = new Map<string, ErrorReason>([
  ['ENOENT', 'fileMissing'],
  ['ENOTDIR', 'fileMissing'],
  ['EACCES', 'fileNotAllowed'],
  ['EPERM', 'fileNotAllowed'],
  ['ELOOP', 'fileLinkLoop'],
]);

function asFileError(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  return unreadable(reasonOf.get(systemCodeOf(error)) ?? 'fileNotOpened', path, {}, error);
}

/** Names the file without its folder, which is nobody's business where the error is shown or kept. */
function unreadable(reason: ErrorReason, path: string, details = {}, cause?: unknown): AppError {
  return withReason('source/file-unreadable', reason, { ...details, path: basename(path) }, cause);
}
