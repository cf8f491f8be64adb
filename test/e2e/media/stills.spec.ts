/** Images and colours as the capture worker makes them, in Electron and in Chromium: exact pixels, frame times, and files that aren't what they say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, openTestBrowser } from '../../support/browser/browsers.ts';
import type { BrowserName, TestBrowser } from '../../support/browser/browsers.ts';
import { clearPicture, corners, makeStillFiles, opaquePicture } from '../../support/media/still-files.ts';
import type { TestPicture } from '../../support/media/image-files.ts';
import type { SeenFrame, SeenPicture } from './stills-worker.ts';

const modules = { worker: 'test/e2e/media/stills-worker.ts' };
const hashes = new Map<BrowserName, Record<string, string>>();
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  files = await makeStillFiles();
});

function expectPixels(seen: SeenPicture, picture: TestPicture): void {
  expect([seen.width, seen.height]).toEqual([picture.width, picture.height]);
  expect(seen.start).toEqual([...picture.rgba.subarray(0, 4096)]);
}

function expectNear(seen: SeenPicture, picture: TestPicture, tolerance: number): void {
  expect([seen.width, seen.height]).toEqual([picture.width, picture.height]);
  const furthest = seen.start.map((value, at) => Math.abs(value - (picture.rgba[at] ?? 0)));
  expect(Math.max(...furthest)).toBeLessThanOrEqual(tolerance);
}

describe.each(browserNames)('%s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openTestBrowser(name, modules, files);
  });
  afterAll(async () => {
    await browser?.close();
  });

  it.each([
    ['clear.png', clearPicture],
    ['clear.webp', clearPicture],
    ['opaque.png', opaquePicture],
    ['opaque.bmp', opaquePicture],
  ])('shows %s exactly, with straight alpha', async (file, picture) => {
    expectPixels(await browser.call<SeenPicture>('image', file), picture);
  });

  it.each([
    ['corners.jpg', corners, 4],
    ['corners.avif', corners, 24],
  ])('shows %s nearly as it was', async (file, picture, tolerance) => {
    expectNear(await browser.call<SeenPicture>('image', file), picture, tolerance);
  });

  it.each(['jpg', 'png'])('turns a %s as its Exif says, and as the browser does', async (end) => {
    for (const value of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const file = `turned-${value}.${end}`;
      const seen = await browser.call<SeenPicture>('image', file);
      // Not every browser turns a PNG in a bitmap.
      const shown = await browser.call<SeenPicture>('shown', `turned-${value}.jpg`);
      const picture = { ...shown, rgba: Uint8Array.from(shown.start) };
      expectNear(seen, picture, 4);
      expect(seen.width).toBe(value < 5 ? 16 : 8);
    }
  });

  it.each([
    ['odd.jpg', 2],
    ['corners.avif', 2],
    ['lossy.webp', 2],
    ['linear.png', 2],
  ])('shows the colours of %s as the browser does', async (file, tolerance) => {
    const shown = await browser.call<SeenPicture>('shown', file);
    const seen = await browser.call<SeenPicture>('image', file);
    expectNear(seen, { ...shown, rgba: Uint8Array.from(shown.start) }, tolerance);
  });

  const framesOf = async (
    file: string,
    timesMs: readonly number[],
    originUs = 0,
  ): Promise<readonly SeenFrame[]> =>
    await browser.call('frames', { file, originUs, timesUs: timesMs.map((timeMs) => timeMs * 1000) });
  const frame = (grey: number, nextMs: number | 'never'): SeenFrame => ({
    grey,
    nextChangeUs: nextMs === 'never' ? 'never' : nextMs * 1000,
  });

  it('plays a GIF at its own pace, for ever', async () => {
    const seen = await framesOf('loop.gif', [0, 49, 50, 150, 349, 350, 35_000_100], 5_000_000);
    expect(seen).toEqual([
      ...[frame(0, 50), frame(0, 50), frame(20, 150), frame(40, 350), frame(40, 350)],
      ...[frame(0, 400), frame(20, 35_000_150)],
    ]);
  });

  it('plays a GIF as often as it says', async () => {
    expect(await framesOf('once.gif', [149, 150, 1000])).toEqual([
      ...[frame(20, 150), frame(40, 'never'), frame(40, 'never')],
    ]);
    const seen = await framesOf('twice-more.gif', [700, 850, 1049, 1050, 9999]);
    expect(seen.map(({ grey }) => grey)).toEqual([0, 40, 40, 40, 40]);
    expect(seen[0]?.nextChangeUs).toBe(750_000);
    expect(seen[1]?.nextChangeUs).toBe('never');
  });

  it('gives hasty frames 100 ms', async () => {
    expect(await framesOf('hasty.gif', [99, 199, 219])).toEqual([
      frame(0, 100),
      frame(20, 200),
      frame(40, 220),
    ]);
  });

  it('plays an APNG and a WebP', async () => {
    for (const file of ['loop.png', 'loop.webp'])
      expect(await framesOf(file, [0, 100, 200, 300])).toEqual([
        ...[frame(0, 100), frame(40, 200), frame(80, 300), frame(0, 400)],
      ]);
    const seen = await framesOf('thrice.png', [400, 500, 600, 700]);
    expect(seen).toEqual([frame(0, 500), frame(40, 'never'), frame(40, 'never'), frame(40, 'never')]);
  });

  it('plays what there is of a GIF that is cut off', async () => {
    expect((await framesOf('cut.gif', [0, 50, 100, 150])).map(({ grey }) => grey)).toEqual([0, 20, 40, 0]);
  });

  it('plays an animation that is larger than the memory for its frames', async () => {
    const times = Array.from({ length: 72 }, (_, index) => index * 50);
    const seen = await framesOf('large.gif', times);
    expect(seen.map(({ grey }) => grey)).toEqual(times.map((_, index) => Math.floor((index % 36) / 3) * 20));
  });

  it.each([
    ['empty', 'fileEmpty'],
    ['words.png', 'imageUnknown'],
    ['cut.png', 'imageDamaged'],
    ['cut.jpg', 'imageDamaged'],
    ['cut.webp', 'imageDamaged'],
    ['huge.png', 'imageTooLarge'],
    ['wide.png', 'imageTooLarge'],
    ['vast.gif', 'imageTooLarge'],
  ])('refuses %s', async (file, reason) => {
    const seen = await browser.call<SeenPicture>('image', file);
    expect(seen).toMatchObject({ code: 'source/bad-image', details: { reason } });
  });

  it('refuses a PNG with fewer rows than it claims, or shows it in the size that it claims', async () => {
    const seen = await browser.call<SeenPicture>('image', 'lying.png');
    const shown = { width: 640, height: 480 };
    if ('code' in seen) expect(seen).toMatchObject({ details: { reason: 'imageDamaged' } });
    else expect(seen).toMatchObject(shown);
  });

  it('fills a rectangle with a colour', async () => {
    const seen = await browser.call<SeenPicture>('colour', { colour: '#0a80ff40', width: 3, height: 2 });
    expect([seen.width, seen.height]).toEqual([3, 2]);
    expect(seen.start).toEqual(Array.from({ length: 6 }, () => [10, 128, 255, 64]).flat());
  });

  it('fits a slide, transparent around it', async () => {
    const seen = await browser.call<SeenPicture>('fitted', { file: 'corners.png', width: 16, height: 12 });
    const rowAt = (row: number): readonly number[] => seen.start.slice(row * 64, row * 64 + 4);
    expect([0, 1, 2, 9, 10].map((row) => rowAt(row))).toEqual([
      ...[
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [255, 255, 0, 255],
        [255, 0, 0, 255],
        [0, 0, 0, 0],
      ],
    ]);
  });

  it('is known by its pixels', async () => {
    const known: Record<string, string> = {};
    for (const file of [
      'clear.png',
      'clear.webp',
      'opaque.bmp',
      'corners.jpg',
      'corners.avif',
      'lossy.webp',
      'odd.jpg',
      'turned-6.jpg',
    ])
      known[file] = (await browser.call<SeenPicture>('image', file)).hash;
    hashes.set(name, known);
  });
});

it('gives the same pixels in both browsers', () => {
  expect(hashes.get('Electron')).toEqual(hashes.get('Chromium'));
});
