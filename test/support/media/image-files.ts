/** Image files with known pixels, written by hand: PNG, APNG and GIF, and the same in other formats by way of ffmpeg. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import { ffmpegPath } from './ffmpeg.ts';

/** RGBA with straight alpha, row by row. */
export interface TestPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

export interface TestFrame {
  readonly picture: TestPicture;
  readonly delayMs: number;
}

export function paint(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number, number],
): TestPicture {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rgba.set(colourAt(x, y), (y * width + x) * 4);
  return { width, height, rgba };
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** @param width,height what the header says, true or not. */
function headerChunk(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 6], 8);
  return chunk('IHDR', data);
}

function gammaChunk(gamma: number): Buffer {
  const data = Buffer.alloc(4);
  data.writeUInt32BE(Math.round(gamma * 100_000));
  return chunk('gAMA', data);
}

function packed({ width, height, rgba }: TestPicture): Buffer {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  return deflateSync(rows);
}

export interface PngExtras {
  readonly exif?: Uint8Array;
  /** Of its numbers, where they aren't sRGB's. */
  readonly gamma?: number;
  /** A size that the header claims instead of the real one. */
  readonly claimed?: readonly [number, number];
}

export function pngFile(picture: TestPicture, { exif, gamma, claimed }: PngExtras = {}): Buffer {
  const [width, height] = claimed ?? [picture.width, picture.height];
  return Buffer.concat([
    SIGNATURE,
    headerChunk(width, height),
    ...(gamma === undefined ? [] : [gammaChunk(gamma)]),
    ...(exif === undefined ? [] : [chunk('eXIf', exif)]),
    chunk('IDAT', packed(picture)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param plays 0 is for ever. */
export function apngFile(frames: readonly TestFrame[], plays: number): Buffer {
  const { width = 0, height = 0 } = frames[0]?.picture ?? {};
  const control = Buffer.alloc(8);
  control.writeUInt32BE(frames.length, 0);
  control.writeUInt32BE(plays, 4);
  let sequence = 0;
  const numbered = (data: Buffer): Buffer => {
    data.writeUInt32BE(sequence, 0);
    sequence += 1;
    return data;
  };
  const chunks = frames.flatMap(({ picture, delayMs }, index) => {
    const frame = numbered(Buffer.alloc(26));
    frame.writeUInt32BE(picture.width, 4);
    frame.writeUInt32BE(picture.height, 8);
    frame.writeUInt16BE(delayMs, 20);
    frame.writeUInt16BE(1000, 22);
    const data = packed(picture);
    return [
      chunk('fcTL', frame),
      index === 0 ? chunk('IDAT', data) : chunk('fdAT', numbered(Buffer.concat([Buffer.alloc(4), data]))),
    ];
  });
  return Buffer.concat([
    ...[SIGNATURE, headerChunk(width, height), chunk('acTL', control)],
    ...[...chunks, chunk('IEND', Buffer.alloc(0))],
  ]);
}

/** GIF's colours: 128 greys, the darkest two steps apart. */
const GREYS = 128;
const CLEAR = 128;
const END = 129;
const FIRST_FREE = 130;
const FIRST_WIDTH = 8;
const LAST_CODE = 4095;

/** @param frames of one grey each: even, 0 to 254. @param repeats how often it is repeated after the first time; 0 is for ever, undefined says nothing. */
export function gifFile(
  width: number,
  height: number,
  frames: readonly { readonly grey: number; readonly delayMs: number }[],
  repeats: number | undefined,
): Buffer {
  const little = (value: number): number[] => [value & 255, value >> 8];
  const screen = [...little(width), ...little(height), 0x80 | 6, 0, 0];
  const table = Array.from({ length: GREYS }, (_, index) => [index * 2, index * 2, index * 2]).flat();
  const loop = [0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0', 'latin1'), 3, 1, ...little(repeats ?? 0), 0];
  const parts = frames.map(({ grey, delayMs }) => {
    const control = [0x21, 0xf9, 4, 4, ...little(delayMs / 10), 0, 0];
    const image = [0x2c, 0, 0, 0, 0, ...little(width), ...little(height), 0, 7];
    return Buffer.concat([Buffer.from([...control, ...image]), subBlocks(codesOf(width * height, grey / 2))]);
  });
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([...screen, ...table, ...(repeats === undefined ? [] : loop)]),
    ...parts,
    Buffer.from([0x3b]),
  ]);
}

/** GIF89a appendix F: the codes of one value all over, each standing for one pixel more than the one before it. */
function codesOf(count: number, value: number): Buffer {
  const bits = new BitWriter();
  let left = count;
  while (left > 0) {
    bits.write(CLEAR);
    bits.width = FIRST_WIDTH;
    bits.write(value);
    left -= 1;
    let length = 1;
    for (let next = FIRST_FREE; left > 0 && next < LAST_CODE; next += 1) {
      length = Math.min(length + 1, left);
      bits.write(length === 1 ? value : FIRST_FREE + length - 2);
      left -= length;
      if (next + 1 === 2 ** bits.width) bits.width += 1;
    }
  }
  bits.write(END);
  return bits.end();
}

/** Lowest bit first. */
class BitWriter {
  readonly #bytes: number[] = [];
  #bits = 0;
  #count = 0;
  width = FIRST_WIDTH;

  write(code: number): void {
    this.#bits |= code << this.#count;
    this.#count += this.width;
    while (this.#count >= 8) {
      this.#bytes.push(this.#bits & 255);
      this.#bits >>>= 8;
      this.#count -= 8;
    }
  }

  end(): Buffer {
    return Buffer.from([...this.#bytes, this.#bits & 255]);
  }
}

function subBlocks(data: Buffer): Buffer {
  const blocks = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([...blocks, Buffer.from([0])]);
}

/** @param args of ffmpeg between input and output, such as the encoder. @param end of the file's name: its format. */
export async function convertImage(image: Buffer, end: string, args: readonly string[]): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-images-'));
  try {
    const [from, to] = [join(folder, 'from.png'), join(folder, `to.${end}`)];
    writeFileSync(from, image);
    await promisify(execFile)(ffmpegPath(), ['-v', 'error', '-i', from, ...args, to]);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param value as Exif counts orientations. */
export function exifOf(value: number): Buffer {
  return Buffer.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0],
  ]);
}

/** Puts Exif data into a JPEG, right after its first marker. */
export function withExif(jpeg: Buffer, value: number): Buffer {
  const data = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(value)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}
