/**
 * One file of a recording on disk: appends whole fragments through a bounded queue, never more than one write under way.
 * After an error the file is cut back to its last whole fragment, so that what was written stays playable.
 */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import { toRecordError } from './record-error.ts';
import { systemCodeOf } from '../../../../shared/errors/system-code.ts';
import { partPath } from '../../../../shared/broadcast/recording-name.ts';
import type { Patch } from './mp4/mp4-muxer.ts';

export interface RecordingFileEvents {
  /** The file may not grow any more (FAT32 at 4 GiB, a limit of the process); what it holds is whole. Told once. */
  readonly onFull: () => void;
  readonly onError: (error: AppError) => void;
}

/** Bytes that may wait for the disk. More means that it is far too slow. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** Bytes after which the system is asked to put them on the disk: bounds what a power cut costs. */
const SYNC_EVERY_BYTES = 1024 * 1024;
const MAX_NAME_ATTEMPTS = 1000;

export class RecordingFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #events: RecordingFileEvents;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #writtenBytes = 0;
  #unsyncedBytes = 0;
  #writing: Promise<void> | undefined;
  #error: AppError | undefined;
  #isFull = false;
  #end: { readonly bytes: number; readonly patch: Patch } | undefined;

  private constructor(path: string, handle: FileHandle, events: RecordingFileEvents) {
    this.path = path;
    this.#handle = handle;
    this.#events = events;
  }

  /**
   * Creates a file that was not there; a name that is taken gets a number.
   * @throws AppError `record/cannot-write` or `record/disk-full`.
   */
  static async create(path: string, firstPart: number, events: RecordingFileEvents): Promise<RecordingFile> {
    for (let part = firstPart; part < firstPart + MAX_NAME_ATTEMPTS; part += 1) {
      const candidate = partPath(path, part);
      try {
        return new RecordingFile(candidate, await open(candidate, 'wx', 0o644), events);
      } catch (error) {
        if (systemCodeOf(error) !== 'EEXIST') throw toRecordError(error);
      }
    }
    throw withReason('record/cannot-write', 'tooManyRecordings');
  }

  /** Bytes safely handed to the system. */
  get bytes(): number {
    return this.#writtenBytes;
  }

  /** The file will end after so many bytes, with this length in its head. */
  cut(bytes: number, patch: Patch): void {
    this.#end = { bytes, patch };
  }

  /** Queues one whole fragment; never waits. Ignored after an error and when the file is full. */
  append(bytes: Uint8Array): void {
    if (this.#error || this.#isFull) return;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > MAX_WAITING_BYTES) {
      this.#fail(withReason('record/cannot-write', 'diskTooSlow'));
      return;
    }
    this.#writing ??= this.#writeAll();
  }

  /** Writes what waits, patches the head, closes. @throws AppError when the file could not be finished whole. */
  async finish(patch: Patch | undefined): Promise<void> {
    await this.#writing;
    const head = this.#end?.patch ?? patch;
    try {
      if (!this.#error && this.#end) await this.#handle.truncate(this.#end.bytes);
      if (!this.#error && head) await this.#handle.write(head.bytes, 0, head.bytes.length, head.offset);
      if (!this.#error) await this.#handle.sync();
    } catch (error) {
      this.#error = toRecordError(error);
    } finally {
      await this.#handle.close();
    }
    if (this.#error) throw this.#error;
  }

  async #writeAll(): Promise<void> {
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
        await this.#write(next);
        this.#waitingBytes -= next.length;
      }
    } catch (error) {
      await this.#cutBack();
      if (systemCodeOf(error) === 'EFBIG' && !this.#error) this.#becomeFull();
      else this.#fail(toRecordError(error));
    }
    this.#writing = undefined;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await this.#handle.write(
        bytes,
        done,
        bytes.length - done,
        this.#writtenBytes + done,
      );
      done += bytesWritten;
    }
    this.#writtenBytes += bytes.length;
    this.#unsyncedBytes += bytes.length;
    if (this.#unsyncedBytes < SYNC_EVERY_BYTES) return;
    this.#unsyncedBytes = 0;
    await this.#handle.datasync();
  }

  /** A drive that is gone cannot be cut back either; the first error is the one to tell. */
  async #cutBack(): Promise<void> {
    await this.#handle.truncate(this.#writtenBytes).catch((error: unknown) => {
      this.#error ??= toRecordError(error);
    });
  }

  #becomeFull(): void {
    this.#isFull = true;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#events.onFull();
  }

  #fail(error: AppError): void {
    this.#error = error;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#events.onError(error);
  }
}
