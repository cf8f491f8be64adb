/** Keeps what the receiver got as an FLV file. Holds nothing back: a disk that is slow slows the publisher. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { FlvWriter } from '../protocol/flv/writer.ts';
import type { MediaPacket } from '../protocol/flv/packet.ts';

export class ReceiverTake {
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

  /** What went wrong with the file; the take is not complete then. */
  get error(): Error | undefined {
    return this.#error;
  }

  /** @returns a promise to wait for before more is taken, or undefined when there is room. */
  write(packet: MediaPacket): Promise<void> | undefined {
    if (this.#error || this.#stream.write(this.#writer.tag(packet))) return undefined;
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
