import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImageHeader } from '../../../../../../renderer/media/stills/image/header/image-header.ts';
import { AppError } from '../../../../../../shared/errors/app-error.ts';
import { avif, bmp, gif, jpeg, png, tiff, webp } from './image-files.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function errorOf(bytes: Uint8Array): unknown {
  try {
    return readImageHeader(bytes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.toRecord();
  }
}

describe('the size of an image', () => {
  it.each([
    ['PNG', 'image/png', png(640, 480)],
    ['JPEG', 'image/jpeg', jpeg(640, 480)],
    ['GIF', 'image/gif', gif(640, 480)],
    ['lossy WebP', 'image/webp', webp.lossy(640, 480)],
    ['lossless WebP', 'image/webp', webp.lossless(640, 480)],
    ['AVIF', 'image/avif', avif([640, 480])],
    ['BMP', 'image/bmp', bmp(640, 480)],
    ['BMP stored from the top', 'image/bmp', bmp(640, -480)],
  ])('is read from the header of a %s', (_name, type, bytes) => {
    expect(readImageHeader(bytes)).toEqual({ type, width: 640, height: 480, orientation: 1 });
  });

  it('of a GIF grows with a first picture larger than its screen', () => {
    expect(readImageHeader(gif(100, 100, [300, 50]))).toMatchObject({ width: 300, height: 100 });
  });
});

describe('the orientation of an image', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('%i is read from Exif, of either byte order', (orientation) => {
    for (const order of ['II', 'MM'] as const) {
      const exif = tiff(orientation, order);
      for (const bytes of [png(6, 4, exif), jpeg(6, 4, exif), webp.extended(6, 4, exif)])
        expect(readImageHeader(bytes)).toMatchObject({ width: 6, height: 4, orientation });
    }
  });

  it.each([
    [{ turns: 1 }, 8],
    [{ turns: 2 }, 3],
    [{ turns: 3 }, 6],
    [{ mirror: 0 }, 4],
    [{ mirror: 1 }, 2],
    [{ turns: 1, mirror: 0 }, 5],
    [{ turns: 3, mirror: 0 }, 7],
  ])('of an AVIF comes from its properties: %o', (turn, orientation) => {
    expect(readImageHeader(avif([6, 4], turn))).toMatchObject({ orientation });
  });

  it.each([
    ['a value that Exif does not know', tiff(9, 'II')],
    ['a directory past the end', [0x49, 0x49, 42, 0, 255, 255, 0, 0]],
    ['no TIFF', [1, 2, 3]],
  ])('is as stored with %s', (_name, exif) => {
    expect(readImageHeader(jpeg(6, 4, exif))).toMatchObject({ orientation: 1 });
  });
});

describe('an SVG', () => {
  it.each([
    ['a bare one', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['one with a declaration', '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="1">'],
    ['one with a document type', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg width="1">'],
    ['one with a prefix', '<svg:svg xmlns:svg="x">'],
  ])('is known: %s', (_name, text) => {
    expect(readImageHeader(bytesOf(text))).toEqual({ type: 'image/svg+xml' });
  });

  it.each([
    ['a page', '<html><svg></svg></html>'],
    ['one that declares entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>'],
    ['comments without an end', `${'<!-- -->'.repeat(2000)}<!--`],
    ['plain text', 'svg'],
  ])('is not: %s', (_name, text) => {
    expect(errorOf(bytesOf(text))).toMatchObject({ details: { reason: 'imageUnknown' } });
  });
});

describe('a file that is no whole image', () => {
  it.each([
    ['empty', new Uint8Array(), 'fileEmpty'],
    ['something else', bytesOf('hello'), 'imageUnknown'],
    ['a picture without a side', png(0, 4), 'imageDamaged'],
    ['a header that is cut off', png(640, 480).subarray(0, 18), 'imageDamaged'],
    ['a JPEG without a frame', jpeg(640, 480).subarray(0, 20), 'imageDamaged'],
  ])('is refused with a reason: %s', (_name, bytes, reason) => {
    expect(errorOf(bytes)).toEqual({ code: 'source/bad-image', details: { reason } });
  });

  it('is refused or read, never anything else, whatever its bytes', () => {
    const starts = [
      png(9, 9, tiff(6, 'MM')),
      jpeg(9, 9),
      gif(9, 9, [9, 9]),
      webp.extended(9, 9, []),
      avif([9, 9]),
      bmp(9, 9),
    ];
    const damaged = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }), fc.nat(100))
      .map(([start, noise, at]) => {
        const bytes = start.slice();
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
        return bytes;
      });
    fc.assert(
      fc.property(damaged, (bytes) => {
        const result = errorOf(bytes) as { code?: string; width?: number };
        expect(result.code === 'source/bad-image' || (result.width ?? 0) > 0).toBe(true);
      }),
    );
  });
});
