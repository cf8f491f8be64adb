/** A browser page as a layer: what main sends of it, and the picture that comes of that. */
import { MessageChannel } from 'node:worker_threads';
import { openMemory } from '../../../../support/compositor/open-memory.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { PageSource } from '../../../../../renderer/media/layers/page-source.ts';
import type { PlaneMemory } from '../../../../../renderer/media/compositor/memory.ts';
import {
  allocatePicture,
  convertPixels,
  pixelStride,
} from '../../../../../renderer/media/compositor/picture.ts';
import type { Picture, Plane } from '../../../../../renderer/media/compositor/picture.ts';
import type { PagePixels } from '../../../../../shared/media/page-pixels.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The page's whole pixels as main has them, and a source that gets what changes of them. */
class Page {
  readonly memory = openMemory();
  readonly #channel = new MessageChannel();
  readonly source = new PageSource(this.#channel.port2 as unknown as MessagePort, () => this.memory);
  pixels: Uint8Array;
  width: number;
  height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(4 * width * height);
  }

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(4 * width * height);
  }

  fill({ x, y, width, height }: Area, seed: number, alpha?: number): void {
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1) {
        const a = alpha ?? (seed * 37 + row * 11 + column * 7) % 256;
        const at = 4 * (row * this.width + column);
        this.pixels.set(
          [0, 1, 2].map((part) => (seed * 53 + part * row * column) % (a + 1)),
          at,
        );
        this.pixels[at + 3] = a;
      }
  }

  /** Resolves once the source has taken the area. */
  async send({ x, y, width, height }: Area, wrong: Partial<PagePixels> = {}): Promise<unknown> {
    const pixels = new Uint8Array(4 * width * height);
    for (let row = 0; row < height; row += 1) {
      const start = 4 * ((y + row) * this.width + x);
      pixels.set(this.pixels.subarray(start, start + 4 * width), 4 * row * width);
    }
    const taken = new Promise((resolve) => this.#channel.port1.once('message', resolve));
    const size = { pageWidth: this.width, pageHeight: this.height };
    this.#channel.port1.postMessage({ ...size, x, y, width, height, pixels, ...wrong } satisfies PagePixels);
    return await taken;
  }

  get whole(): Area {
    return { x: 0, y: 0, width: this.width, height: this.height };
  }

  /** What a conversion of all pixels at once gives. */
  expected(): readonly number[] {
    const memory = openMemory();
    const stride = pixelStride(this.width);
    const place = memory.allocate(stride * this.height);
    for (let row = 0; row < this.height; row += 1) {
      const from = this.pixels.subarray(4 * row * this.width, 4 * (row + 1) * this.width);
      memory.bytes.set(from, place + row * stride);
    }
    const picture = allocatePicture(memory, this, true);
    return samplesOf(
      memory,
      convertPixels(memory, place, { order: 'BGRA', alpha: 'premultiplied' }, picture),
    );
  }

  end(): void {
    this.#channel.port1.close();
    this.source.end();
  }
}

function samplesOf(memory: PlaneMemory, picture: Picture): readonly number[] {
  const { width, height, y, cb, cr, alpha, alphaChroma } = picture;
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const rows = ({ offset, stride }: Plane, size: { width: number; height: number }) =>
    Array.from({ length: size.height }, (_, row) => [
      ...memory.bytes.subarray(offset + row * stride, offset + row * stride + size.width),
    ]).flat();
  if (alpha === undefined || alphaChroma === undefined) throw new Error('a page has alpha');
  return [
    ...rows(y, picture),
    ...rows(cb, half),
    ...rows(cr, half),
    ...rows(alpha, picture),
    ...rows(alphaChroma, half),
  ];
}

const pages: Page[] = [];
const openPage = (width: number, height: number): Page => {
  const page = new Page(width, height);
  pages.push(page);
  return page;
};
afterEach(() => {
  for (const page of pages.splice(0)) page.end();
});

async function shown(page: Page, layer: ReturnType<PageSource['openLayer']>): Promise<readonly number[]> {
  const picture = await layer.prepare(0);
  if (picture === undefined) throw new Error('no picture');
  return samplesOf(page.memory, picture);
}

describe('a page', () => {
  it('shows nothing before its first picture', () => {
    expect(openPage(16, 8).source.openLayer().prepare(0)).toBeUndefined();
  });

  it('is the same picture as one converted at once, whatever part of it changes', async () => {
    for (const [width, height] of [
      [33, 21],
      [64, 32],
      [7, 5],
      [1, 1],
    ] as const) {
      const page = openPage(width, height);
      const layer = page.source.openLayer();
      page.fill(page.whole, 1);
      await page.send(page.whole);
      expect(await shown(page, layer)).toEqual(page.expected());
      for (let turn = 2; turn < 30; turn += 1) {
        const x = (turn * 7) % width;
        const y = (turn * 5) % height;
        const area = {
          ...{ x, y },
          width: 1 + ((turn * 3) % (width - x)),
          height: 1 + ((turn * 11) % (height - y)),
        };
        page.fill(area, turn);
        await page.send(area);
        // Several changes are shown together now and then.
        if (turn % 3 !== 0) expect(await shown(page, layer), `${turn}`).toEqual(page.expected());
      }
    }
  });

  it('that stays as it is stays the same picture', async () => {
    const page = openPage(16, 8);
    const layer = page.source.openLayer();
    page.fill(page.whole, 1);
    await page.send(page.whole);
    const picture = layer.prepare(0);
    expect(layer.prepare(100)).toBe(picture);
    await page.send({ x: 0, y: 0, width: 1, height: 1 });
    expect(layer.prepare(200)).toMatchObject({ revision: ((await picture)?.revision ?? 0) + 1 });
  });

  it('is opaque only where all of it is', async () => {
    const page = openPage(32, 8);
    const layer = page.source.openLayer();
    page.fill(page.whole, 1, 255);
    await page.send(page.whole);
    expect(await layer.prepare(0)).toMatchObject({ isOpaque: true });
    page.fill({ x: 31, y: 7, width: 1, height: 1 }, 2, 254);
    await page.send({ x: 31, y: 7, width: 1, height: 1 });
    expect(await layer.prepare(0)).toMatchObject({ isOpaque: false });
    await page.send({ x: 0, y: 0, width: 1, height: 1 });
    expect(await layer.prepare(0)).toMatchObject({ isOpaque: false });
  });

  it('takes another size with its first whole picture, and no part of a picture of another size', async () => {
    const page = openPage(16, 8);
    const layer = page.source.openLayer();
    await page.send(page.whole);
    page.resize(40, 20);
    page.fill(page.whole, 3);
    await page.send({ x: 0, y: 0, width: 4, height: 4 });
    expect(await layer.prepare(0)).toMatchObject({ width: 16, height: 8 });
    await page.send(page.whole);
    expect(await shown(page, layer)).toEqual(page.expected());
  });

  it('writes nothing outside of its picture, and answers what doesn’t fit', async () => {
    const page = openPage(16, 8);
    await page.send(page.whole);
    const before = page.memory.bytes.slice();
    page.pixels.fill(99);
    for (const wrong of [
      { x: 13 },
      { y: 7 },
      { x: -1 },
      { pixels: new Uint8Array(3) },
      { width: 400, height: 400 },
      { pixels: new Uint8Array(10_000) },
    ])
      expect(await page.send({ x: 0, y: 0, width: 4, height: 4 }, wrong)).toBe('taken');
    expect(page.memory.bytes).toEqual(before);
  });

  it('gives its memory back', async () => {
    const page = openPage(64, 64);
    const layer = page.source.openLayer();
    await page.send(page.whole);
    await layer.prepare(0);
    layer.end();
    page.source.end();
    expect(page.memory.usedBytes).toBe(0);
  });
});
