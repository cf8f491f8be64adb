/**
 * A text file that grows line by line and is rotated: `name.jsonl`, then `name.1.jsonl` … up to the limit. Lines wait in a
 * bounded queue and are written without blocking; `flush` writes what waits at once, for the end of the process.
 * One process per name. Knows nothing of what a line means.
 */
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  write,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface LogFileOptions {
  readonly folder: string;
  /** Name without extension. */
  readonly name: string;
  /** A file is rotated before it would grow over this. */
  readonly maximumBytes: number;
  /** Older files kept beside the current one. */
  readonly keptFiles: number;
  /** A line could not be written; called for each write that fails. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** More bytes than these don't wait for the disk. */
const MAX_QUEUED_BYTES = 1_000_000;
/** What one write takes of the queue. */
const MAX_CHUNK_BYTES = 65_536;

/** Bytes on their way to their place in the file: writing them there again changes nothing. */
interface Chunk {
  readonly fd: number;
  readonly bytes: Buffer;
  readonly position: number;
  /** The file was rotated away meanwhile. */
  isLast: boolean;
}

export class LogFile {
  readonly #options: LogFileOptions;
  readonly path: string;
  #fd: number | undefined;
  #size = 0;
  #queue: Buffer[] = [];
  #queuedBytes = 0;
  #inFlight: Chunk | undefined;

  constructor(options: LogFileOptions) {
    this.#options = options;
    this.path = this.#pathOf(0);
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    this.#size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Queues one line; false when too many wait already and the line is left out. */
  append(line: string): boolean {
    const bytes = Buffer.from(`${line}\n`);
    if (this.#queuedBytes + bytes.length > MAX_QUEUED_BYTES) return false;
    this.#queue.push(bytes);
    this.#queuedBytes += bytes.length;
    this.#writeNext();
    return true;
  }

  /** Writes everything that waits, blocking: for the end of the process. */
  flush(): void {
    try {
      // It may be half written: the same bytes go to the same place.
      if (this.#inFlight !== undefined) writeFully(this.#inFlight);
      for (let chunk = this.#takeChunk(); chunk !== undefined; chunk = this.#takeChunk()) writeFully(chunk);
    } catch (error) {
      this.#options.onFailure?.(error);
    }
  }

  #writeNext(): void {
    if (this.#inFlight !== undefined) return;
    try {
      this.#inFlight = this.#takeChunk();
    } catch (error) {
      this.#options.onFailure?.(error);
    }
    if (this.#inFlight === undefined) return;
    this.#write(this.#inFlight, 0);
  }

  #write(chunk: Chunk, from: number): void {
    const { fd, bytes, position } = chunk;
    write(fd, bytes, from, bytes.length - from, position + from, (error, written) => {
      if (error === null && written > 0 && from + written < bytes.length) {
        this.#write(chunk, from + written);
        return;
      }
      if (error !== null) this.#options.onFailure?.(error);
      this.#inFlight = undefined;
      if (chunk.isLast) closeSync(fd);
      this.#writeNext();
    });
  }

  /** The next lines as one chunk with its place in the file. @throws what the file system throws. */
  #takeChunk(): Chunk | undefined {
    const [first] = this.#queue;
    if (first === undefined) return undefined;
    if (this.#size > 0 && this.#size + first.length > this.#options.maximumBytes) this.#rotate();
    let count = 0;
    let length = 0;
    for (const { length: more } of this.#queue) {
      const isTooMuch =
        length + more > MAX_CHUNK_BYTES || this.#size + length + more > this.#options.maximumBytes;
      if (count > 0 && isTooMuch) break;
      count += 1;
      length += more;
    }
    const bytes = Buffer.concat(this.#queue.splice(0, count));
    this.#queuedBytes -= length;
    this.#fd ??= openSync(this.path, OPEN_FLAGS, 0o600);
    const position = this.#size;
    this.#size += length;
    return { fd: this.#fd, bytes, position, isLast: false };
  }

  #pathOf(index: number): string {
    const suffix = index === 0 ? '' : `.${index}`;
    return join(this.#options.folder, `${this.#options.name}${suffix}.jsonl`);
  }

  #rotate(): void {
    if (this.#inFlight !== undefined && this.#inFlight.fd === this.#fd) this.#inFlight.isLast = true;
    else if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
    this.#size = 0;
    rmSync(this.#pathOf(this.#options.keptFiles), { force: true });
    for (let index = this.#options.keptFiles - 1; index >= 0; index -= 1) {
      if (statSync(this.#pathOf(index), { throwIfNoEntry: false }) !== undefined) {
        renameSync(this.#pathOf(index), this.#pathOf(index + 1));
      }
    }
  }
}

/** Not through a link that someone else put there; Windows has no such flag. */
const OPEN_FLAGS = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

function writeFully({ fd, bytes, position }: Chunk): void {
  let from = 0;
  while (from < bytes.length) from += writeSync(fd, bytes, from, bytes.length - from, position + from);
}
