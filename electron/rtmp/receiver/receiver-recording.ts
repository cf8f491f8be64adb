/** Keeps what the receiver got as an FLV file. Holds nothing back: a disk that is slow slows the publisher. */
import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { FlvWriter } from '../flv/writer.ts';
import type { MediaPacket } from '../flv/packet.ts';

export class ReceiverRecording {
  readonly path: string;
  readonly #writer = new FlvWriter();
  readonly #stream: WriteStream;
  #error: Error | undefined;

  constructor(path: string) {
    this.path = path;
    this.#stream = createWriteStream(path, { mode: 0o600 });
    this.#stream.on('error', (error) => {
      this.#error = error;
    });
    this.#stream.write(this.#writer.header({ hasAudio: true, hasVideo: true }));
  }

  /** What went wrong with the file; the recording is not complete then. */
  get error(): Error | undefined {
    return this.#error;
  }

  /** Queues one packet. `isFull` tells whether to wait for `room` before the next. */
  write(packet: MediaPacket): void {
    if (!this.#error) this.#stream.write(this.#writer.tag(packet));
  }

  get isFull(): boolean {
    return this.#stream.writableNeedDrain && !this.#error;
  }

  /** Resolves when the disk has caught up, or the file has failed. */
  room(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#stream.off('drain', done);
        this.#stream.off('close', done);
        resolve();
      };
      this.#stream.on('drain', done);
      this.#stream.on('close', done);
    });
  }

  /** Resolves when everything is on the disk, or the file has failed. */
  close(): Promise<void> {
    if (this.#stream.closed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#stream.once('close', () => resolve());
      this.#stream.end();
    });
  }
}
