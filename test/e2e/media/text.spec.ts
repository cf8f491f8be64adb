/** Text as the capture worker draws it, in Electron and in Chromium: its box, its colours, its outline and shadow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextLook } from '../../../renderer/media/stills/text/text-look.ts';
import { browserNames, openTestBrowser } from '../../support/browser/browsers.ts';
import type { BrowserName, TestBrowser } from '../../support/browser/browsers.ts';

const look: TextLook = {
  family: 'DejaVu Sans',
  sizePx: 80,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruckOut: false,
  colour: '#ff8040ff',
  background: '#00000000',
  alignment: 'left',
  lineSpacing: 1,
};

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

type Rgba = readonly [number, number, number, number];

function pixelAt({ width, pixels }: Drawn, x: number, y: number): Rgba {
  const at = (y * width + x) * 4;
  return [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!, pixels[at + 3]!];
}

/** How many pixels have exactly that colour. */
function countOf({ pixels }: Drawn, colour: Rgba): number {
  const wanted = Buffer.from(colour).readUInt32LE();
  return new Uint32Array(new Uint8Array(pixels).buffer).filter((pixel) => pixel === wanted).length;
}

/** The edges of everything that isn't clear. */
function inkOf(drawn: Drawn): { left: number; top: number; right: number; bottom: number } {
  const ink = { left: Infinity, top: Infinity, right: -1, bottom: -1 };
  for (let y = 0; y < drawn.height; y += 1)
    for (let x = 0; x < drawn.width; x += 1) {
      if (pixelAt(drawn, x, y)[3] === 0) continue;
      ink.left = Math.min(ink.left, x);
      ink.top = Math.min(ink.top, y);
      ink.right = Math.max(ink.right, x);
      ink.bottom = Math.max(ink.bottom, y);
    }
  return ink;
}

const drawnBy = new Map<BrowserName, Drawn>();

describe.each(browserNames)('%s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openTestBrowser(name, { worker: 'test/e2e/media/stills-worker.ts' });
  });
  afterAll(async () => {
    await browser?.close();
  });

  const draw = async (text: string, changed: Partial<TextLook> = {}): Promise<Drawn> => {
    const drawn = await browser.call<{ width: number; height: number; pixels: string }>('text', {
      text,
      look: { ...look, ...changed },
    });
    return { ...drawn, pixels: Buffer.from(drawn.pixels, 'base64') };
  };

  it('draws letters in their colour, clear around them, and cuts none off', async () => {
    const drawn = await draw('Hag');
    expect(countOf(drawn, [255, 128, 64, 255])).toBeGreaterThan(1000);
    expect(countOf(drawn, [0, 0, 0, 0])).toBeGreaterThan(1000);
    const ink = inkOf(drawn);
    expect(ink.left).toBeGreaterThan(0);
    expect(ink.right).toBeLessThan(drawn.width - 1);
    expect(ink.bottom).toBeLessThan(drawn.height - 1);
    expect(drawn.height).toBeLessThan(80 * 1.5);
  });

  it('keeps a colour exactly where it is half clear', async () => {
    const drawn = await draw('HH', { colour: '#ff804080' });
    expect(countOf(drawn, [255, 128, 64, 128])).toBeGreaterThan(1000);
    expect(Math.max(...drawn.pixels.filter((_, at) => at % 4 === 3))).toBe(128);
  });

  it('fills the box with the background, under the letters', async () => {
    const drawn = await draw('H', { background: '#0000ffff' });
    expect(pixelAt(drawn, 0, 0)).toEqual([0, 0, 255, 255]);
    expect(pixelAt(drawn, drawn.width - 1, drawn.height - 1)).toEqual([0, 0, 255, 255]);
    expect(countOf(drawn, [255, 128, 64, 255])).toBeGreaterThan(500);
  });

  it('draws the outline outside the letters, whatever their colours’ transparency', async () => {
    const plain = await draw('H');
    const drawn = await draw('H', { colour: '#ff804080', outline: { widthPx: 6, colour: '#0000ffff' } });
    expect([drawn.width, drawn.height]).toEqual([plain.width + 12, plain.height + 12]);
    expect(countOf(drawn, [255, 128, 64, 128])).toBe(countOf(plain, [255, 128, 64, 255]));
    expect(countOf(drawn, [0, 0, 255, 255])).toBeGreaterThan(1000);
    const [inner, outer] = [inkOf(plain), inkOf(drawn)];
    expect([outer.left, outer.top]).toEqual([inner.left, inner.top]);
    expect([outer.right, outer.bottom]).toEqual([inner.right + 12, inner.bottom + 12]);
  });

  it('leaves no seam between letters and outline', async () => {
    const drawn = await draw('S', { outline: { widthPx: 6, colour: '#ff8040ff' } });
    const middle = Math.round(drawn.width / 2);
    const column = Array.from({ length: drawn.height }, (_, y) => pixelAt(drawn, middle, y)[3]);
    const inked = column.slice(column.indexOf(255), column.lastIndexOf(255));
    const drops = inked.filter(
      (alpha, at) => alpha > 200 && alpha < 255 && inked[at - 1] === 255 && inked[at + 1] === 255,
    );
    expect(drops).toEqual([]);
  });

  it('draws a shadow under the letters, and grows by as much as it sticks out', async () => {
    const plain = await draw('H');
    const shadow = { offsetX: 10, offsetY: 5, blurPx: 0, colour: '#00000080' };
    const drawn = await draw('H', { shadow });
    expect([drawn.width, drawn.height]).toEqual([plain.width + 10, plain.height + 5]);
    const ink = inkOf(plain);
    expect(pixelAt(drawn, ink.right + 8, ink.bottom + 3)).toEqual([0, 0, 0, 128]);
    expect(countOf(drawn, [255, 128, 64, 255])).toBe(countOf(plain, [255, 128, 64, 255]));
  });

  it('blurs a shadow, and has room for all of it', async () => {
    const room = 18;
    const plain = await draw('H');
    const shadow = { offsetX: 0, offsetY: 0, blurPx: 12, colour: '#000000ff' };
    const drawn = await draw('H', { shadow });
    const edge = [
      ...Array.from({ length: drawn.width }, (_, x) => pixelAt(drawn, x, 0)[3]),
      ...Array.from({ length: drawn.height }, (_, y) => pixelAt(drawn, drawn.width - 1, y)[3]),
    ];
    expect(Math.max(...edge)).toBeLessThanOrEqual(8);
    expect([drawn.width, drawn.height]).toEqual([plain.width + 2 * room, plain.height + 2 * room]);
    expect(inkOf(drawn).left).toBeLessThan(inkOf(plain).left + room - 8);
  });

  it('draws bold and italic letters, lines under and through them', async () => {
    const plain = await draw('Hll');
    expect((await draw('Hll', { isBold: true })).width).toBeGreaterThan(plain.width);
    const count = countOf(plain, [255, 128, 64, 255]);
    expect((await draw('Hll', { isItalic: true })).pixels.equals(plain.pixels)).toBe(false);
    expect(countOf(await draw('Hll', { isUnderlined: true }), [255, 128, 64, 255])).toBeGreaterThan(
      count + 300,
    );
    expect(countOf(await draw('Hll', { isStruckOut: true }), [255, 128, 64, 255])).toBeGreaterThan(
      count + 100,
    );
  });

  it('sets several lines, wrapped and aligned', async () => {
    const line = await draw('one');
    const lines = await draw('one\ntwo\nthree');
    expect(lines.height).toBeGreaterThan(line.height * 2.9);
    const wrapped = await draw('one two three', { wrapWidth: 300, alignment: 'right' });
    expect(wrapped.width).toBe(300);
    expect(wrapped.height).toBeGreaterThan(line.height * 1.9);
    expect(inkOf(wrapped).right).toBeGreaterThan(290);
  });

  it('reads Hebrew from the right: its full stop stands at the left', async () => {
    const drawn = await draw('אב.');
    const ink = inkOf(drawn);
    const firstColumns = Array.from({ length: drawn.height }, (_, y) => pixelAt(drawn, ink.left + 3, y)[3]);
    expect(firstColumns.findIndex((alpha) => alpha > 0)).toBeGreaterThan(drawn.height / 2);
  });

  it('draws what the font lacks with another one, and a name of a font is no code', async () => {
    expect(inkOf(await draw('🙂今ب')).right).toBeGreaterThan(100);
    for (const family of ['No such font', '"; color: red', 'a\\', ''])
      expect((await draw('Hag', { family })).height).toBeGreaterThan(60);
  });

  it('leaves nothing of a text in the next one', async () => {
    const first = await draw('Hag');
    await draw('A much longer text\nin two lines', {
      isItalic: true,
      outline: { widthPx: 3, colour: '#00ff00ff' },
    });
    expect((await draw('Hag')).pixels.equals(first.pixels)).toBe(true);
  });

  it('is known by its pixels', async () => {
    const outline = { widthPx: 4, colour: '#102030ff' };
    drawnBy.set(name, await draw('Grüße, 今天! אב 12:30', { outline, isBold: true, wrapWidth: 500 }));
  });

  it('stays within bounds, however large', async () => {
    const drawn = await draw('W'.repeat(9000), { sizePx: 80 });
    expect(drawn.width).toBe(16_384);
    expect(await browser.call('text', { text: ' \n ', look })).toBeUndefined();
  });
});

it('draws the same box in both browsers, and nearly the same letters: edges are smoothed by each in its own way', () => {
  const [one, other] = browserNames.map((name) => drawnBy.get(name));
  expect([one?.width, one?.height]).toEqual([other?.width, other?.height]);
  const difference = one?.pixels.reduce(
    (sum, value, at) => sum + Math.abs(value - (other?.pixels[at] ?? 0)),
    0,
  );
  expect((difference ?? Infinity) / (one?.pixels.length ?? 1)).toBeLessThan(2);
});
