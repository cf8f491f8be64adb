/** Bytes of a file, read at any place within bounds. */

/** Thrown by a read past the end. */
export class EndOfBytes extends Error {}

export class ByteReader {
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#view.byteLength;
  }

  /** Whether the characters, a byte each, are there. False past the end. */
  has(at: number, characters: string): boolean {
    if (at < 0 || at + characters.length > this.length) return false;
    return Array.from(characters).every(
      (character, index) => this.#view.getUint8(at + index) === character.charCodeAt(0),
    );
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#checked(at, 1));
  }

  u16(at: number, isLittle = false): number {
    return this.#view.getUint16(this.#checked(at, 2), isLittle);
  }

  u24Little(at: number): number {
    return this.u16(at, true) | (this.u8(at + 2) << 16);
  }

  u32(at: number, isLittle = false): number {
    return this.#view.getUint32(this.#checked(at, 4), isLittle);
  }

  i32Little(at: number): number {
    return this.#view.getInt32(this.#checked(at, 4), true);
  }

  /** @throws EndOfBytes when the part isn't whole */
  part(at: number, length: number): ByteReader {
    this.#checked(at, length);
    return new ByteReader(new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length));
  }

  #checked(at: number, length: number): number {
    if (at < 0 || at + length > this.length) throw new EndOfBytes();
    return at;
  }
}
