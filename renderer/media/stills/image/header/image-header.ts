/**
 * What an image file says of itself in its first bytes: its format, size and orientation. Read before anything is decoded, so that a
 * picture too large is refused without a decoder making room for it. Nothing in a file is believed: each number is read within bounds.
 */
import { badImage } from '../bad-image.ts';
import { readAvifHeader } from './avif-header.ts';
import { readBmpHeader, readGifHeader } from './bitmap-headers.ts';
import { ByteReader, EndOfBytes } from './byte-reader.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { readPngHeader } from './png-header.ts';
import { isSvg } from './svg-header.ts';
import type { ImageSize } from './image-size.ts';
import { readWebpHeader } from './webp-header.ts';

export type RasterType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/bmp';

export type ImageHeader =
  | (ImageSize & { readonly type: RasterType })
  /** Has no pixels of its own: it's drawn at a size. */
  | { readonly type: 'image/svg+xml' };

interface Format {
  readonly type: RasterType;
  isIn(bytes: ByteReader): boolean;
  /** @throws EndOfBytes when the file ends before its size is said */
  read(bytes: ByteReader): ImageSize;
}

const formats: readonly Format[] = [
  { type: 'image/png', isIn: (bytes) => bytes.has(0, '\x89PNG\r\n\x1a\n'), read: readPngHeader },
  { type: 'image/jpeg', isIn: (bytes) => bytes.has(0, '\xff\xd8\xff'), read: readJpegHeader },
  {
    type: 'image/gif',
    isIn: (bytes) => bytes.has(0, 'GIF87a') || bytes.has(0, 'GIF89a'),
    read: readGifHeader,
  },
  { type: 'image/webp', isIn: (bytes) => bytes.has(0, 'RIFF') && bytes.has(8, 'WEBP'), read: readWebpHeader },
  {
    type: 'image/avif',
    isIn: (bytes) =>
      bytes.has(4, 'ftyp') && (bytes.has(8, 'avif') || bytes.has(8, 'avis') || bytes.has(8, 'mif1')),
    read: readAvifHeader,
  },
  { type: 'image/bmp', isIn: (bytes) => bytes.has(0, 'BM'), read: readBmpHeader },
];

/** @throws AppError `source/bad-image` for what is no image, or ends too early */
export function readImageHeader(bytes: Uint8Array): ImageHeader {
  if (bytes.length === 0) throw badImage('fileEmpty');
  const reader = new ByteReader(bytes);
  const format = formats.find((candidate) => candidate.isIn(reader));
  if (format === undefined) {
    if (isSvg(bytes)) return { type: 'image/svg+xml' };
    throw badImage('imageUnknown');
  }
  try {
    const size = format.read(reader);
    if (size.width === 0 || size.height === 0) throw badImage('imageDamaged');
    return { type: format.type, ...size };
  } catch (error) {
    if (error instanceof EndOfBytes) throw badImage('imageDamaged');
    throw error;
  }
}
