/** Lines of a stream, one at a time as they are asked for: no more is read and kept than the next line needs. */

export type InputLine = { readonly isTooLong: false; readonly text: string } | { readonly isTooLong: true };

const NEWLINE = 0x0a;
const nothing = Buffer.alloc(0);

export class LineReader {
  readonly #chunks: AsyncIterator<Buffer | string>;
  #rest: Buffer = nothing;
  #isEnded = false;

  constructor(stream: AsyncIterable<Buffer | string>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /**
   * The next line without its end, UTF-8. A longer one than `maxBytes` is passed over. Undefined at the end of the stream.
   * @throws what the stream does.
   */
  async next(maxBytes: number): Promise<InputLine | undefined> {
    let isTooLong = false;
    for (;;) {
      const end = this.#rest.indexOf(NEWLINE);
      const length = end < 0 ? this.#rest.length : end;
      isTooLong ||= length > maxBytes;
      if (end >= 0 || this.#isEnded) {
        const line = this.#rest.subarray(0, length);
        const isThere = end >= 0 || length > 0 || isTooLong;
        this.#rest = end < 0 ? nothing : this.#rest.subarray(end + 1);
        if (!isThere) return undefined;
        return isTooLong ? { isTooLong } : { isTooLong, text: textOf(line) };
      }
      if (isTooLong) this.#rest = nothing;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const chunk = await this.#chunks.next();
      if (chunk.done === true) this.#isEnded = true;
      else this.#rest = Buffer.concat([this.#rest, Buffer.from(chunk.value)]);
    }
  }
}

function textOf(line: Buffer): string {
  return line.toString('utf8').replace(/\r$/, '');
}
