/** The first bytes of image files, written by hand. */

const text = (characters: string): number[] => Array.from(characters, (character) => character.charCodeAt(0));
const big32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const big16 = (value: number): number[] => [value >>> 8, value & 255];
const little16 = (value: number): number[] => [value & 255, value >>> 8];
const little32 = (value: number): number[] => [...little16(value & 0xffff), ...little16(value >>> 16)];

export function tiff(orientation: number, order: 'II' | 'MM'): number[] {
  const [u16, u32] = order === 'II' ? [little16, little32] : [big16, big32];
  const entry = [...u16(0x0112), ...u16(3), ...u32(1), ...u16(orientation), 0, 0];
  const other = [...u16(0x010f), ...u16(2), ...u32(1), 0, 0, 0, 0];
  return [...text(order), ...u16(42), ...u32(8), ...u16(2), ...other, ...entry, ...u32(0)];
}

const chunk = (type: string, data: number[]): number[] => [
  ...big32(data.length),
  ...text(type),
  ...data,
  0,
  0,
  0,
  0,
];

export function png(width: number, height: number, exif?: number[]): Uint8Array {
  const header = chunk('IHDR', [...big32(width), ...big32(height), 8, 6, 0, 0, 0]);
  const extra = exif === undefined ? [] : chunk('eXIf', exif);
  return Uint8Array.from([0x89, ...text('PNG\r\n\x1a\n'), ...header, ...extra, ...chunk('IDAT', [])]);
}

export function jpeg(width: number, height: number, exif?: number[]): Uint8Array {
  const segment = (marker: number, data: number[]): number[] => [
    0xff,
    marker,
    ...big16(data.length + 2),
    ...data,
  ];
  const extra = exif === undefined ? [] : segment(0xe1, [...text('Exif\0\0'), ...exif]);
  const tables = segment(0xc4, [1, 2, 3, 4, 5, 6, 7, 8]);
  const frame = segment(0xc2, [8, ...big16(height), ...big16(width), 3]);
  return Uint8Array.from([0xff, 0xd8, ...extra, ...tables, 0xff, ...frame]);
}

/** @param first the first picture, where it's there. */
export function gif(width: number, height: number, first?: readonly [number, number]): Uint8Array {
  const table = Array<number>(6).fill(0);
  const comment = [0x21, 0xfe, 2, 0x2c, 0x2c, 0];
  const image =
    first === undefined ? [0x3b] : [0x2c, 0, 0, 0, 0, ...little16(first[0]), ...little16(first[1]), 0];
  const screen = [...little16(width), ...little16(height), 0x80, 0, 0];
  return Uint8Array.from([...text('GIF89a'), ...screen, ...table, ...comment, ...image]);
}

const riff = (chunks: number[]): Uint8Array =>
  Uint8Array.from([...text('RIFF'), ...little32(chunks.length + 4), ...text('WEBP'), ...chunks]);
const webpChunk = (type: string, data: number[]): number[] => [
  ...text(type),
  ...little32(data.length),
  ...data,
];
const little24 = (value: number): number[] => [...little16(value & 0xffff), value >>> 16];

export const webp = {
  extended: (width: number, height: number, exif: number[]): Uint8Array =>
    riff([
      ...webpChunk('VP8X', [8, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)]),
      ...webpChunk('ICCP', [1, 2, 3]),
      0,
      ...webpChunk('EXIF', exif),
    ]),
  lossless: (width: number, height: number): Uint8Array =>
    riff(webpChunk('VP8L', [0x2f, ...little32((width - 1) | ((height - 1) << 14))])),
  lossy: (width: number, height: number): Uint8Array =>
    riff(webpChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little16(width), ...little16(height)])),
};

export function bmp(width: number, height: number): Uint8Array {
  const header = [...little32(40), ...little32(width), ...little32(height)];
  return Uint8Array.from([...text('BM'), ...Array<number>(12).fill(0), ...header]);
}

const box = (type: string, data: number[]): number[] => [...big32(data.length + 8), ...text(type), ...data];

export function avif(
  size: readonly [number, number],
  turn: { readonly turns?: number; readonly mirror?: number } = {},
): Uint8Array {
  const properties = [
    ...box('ispe', [0, 0, 0, 0, ...big32(8), ...big32(8)]),
    ...box('ispe', [0, 0, 0, 0, ...big32(size[0]), ...big32(size[1])]),
    ...(turn.turns === undefined ? [] : box('irot', [turn.turns])),
    ...(turn.mirror === undefined ? [] : box('imir', [turn.mirror])),
  ];
  const meta = box('meta', [
    0,
    0,
    0,
    0,
    ...box('pitm', [0, 0, 0, 0, 0, 1]),
    ...box('iprp', box('ipco', properties)),
  ]);
  return Uint8Array.from([...box('ftyp', [...text('avif'), 0, 0, 0, 0]), ...meta]);
}
