/** What goes to the worker of what a page paints, with a port and pictures that stand in for Electron's. */
import { EventEmitter } from 'node:events';
import type { NativeImage, Rectangle } from 'electron';
import { expect, it } from 'vitest';
import { PageFrames } from '../../../../electron/main/page-sources/page-frames.ts';
import { pixelsTaken } from '../../../../shared/media/page-pixels.ts';
import type { PagePixels } from '../../../../shared/media/page-pixels.ts';

class Port extends EventEmitter {
  readonly sent: PagePixels[] = [];
  isClosed = false;
  start(): void {}
  close(): void {
    this.isClosed = true;
  }
  postMessage(message: PagePixels): void {
    this.sent.push(message);
  }
  take(answer: unknown = pixelsTaken): void {
    this.emit('message', { data: answer });
  }
  get areas(): readonly (readonly number[])[] {
    return this.sent.map(({ x, y, width, height }) => [x, y, width, height]);
  }
}

/** Its pixels are all the same number. */
function image(width: number, height: number, value: number): NativeImage {
  const made = {
    getSize: () => ({ width, height }),
    crop: (part: Rectangle) => image(part.width, part.height, value),
    toBitmap: () => Buffer.alloc(4 * width * height, value),
  };
  return made as unknown as NativeImage;
}

function open(): { readonly frames: PageFrames; readonly port: Port } {
  const frames = new PageFrames();
  const port = new Port();
  frames.connect(port);
  return { frames, port };
}

const area = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });

it('only the changed pixels go, with their place and the page’s size', () => {
  const { frames, port } = open();
  frames.paint(area(0, 0, 40, 20), image(40, 20, 1));
  frames.paint(area(4, 6, 2, 3), image(40, 20, 2));
  expect(port.areas).toEqual([
    [0, 0, 40, 20],
    [4, 6, 2, 3],
  ]);
  expect(port.sent.map(({ pixels }) => [pixels.length, pixels[0]])).toEqual([
    [3200, 1],
    [24, 2],
  ]);
  expect(port.sent[1]).toMatchObject({ pageWidth: 40, pageHeight: 20 });
});

it('two messages are on the way at most; what changed meanwhile goes together, as it is in the end', () => {
  const { frames, port } = open();
  for (let value = 1; value <= 50; value += 1) frames.paint(area(value % 5, 3, 1, 1), image(40, 20, value));
  expect(port.areas).toEqual([
    [1, 3, 1, 1],
    [2, 3, 1, 1],
  ]);
  port.take();
  expect(port.areas.at(-1)).toEqual([0, 3, 5, 1]);
  expect(port.sent.at(-1)?.pixels[0]).toBe(50);
  for (let turn = 0; turn < 10; turn += 1) port.take();
  expect(port.sent).toHaveLength(3);
});

it('answers that were not asked for let no more go', () => {
  const { frames, port } = open();
  for (let turn = 0; turn < 100; turn += 1) port.take();
  for (const answer of ['x', undefined, { taken: true }]) port.take(answer);
  for (let value = 1; value < 10; value += 1) frames.paint(area(0, 0, 1, 1), image(40, 20, value));
  expect(port.sent).toHaveLength(2);
});

it('nothing is kept for nobody, and a new port begins anew', () => {
  const { frames, port } = open();
  const next = new Port();
  for (let value = 1; value < 5; value += 1) frames.paint(area(0, 0, 1, 1), image(40, 20, value));
  frames.connect(next);
  expect([port.isClosed, next.sent.length]).toEqual([true, 0]);
  port.take();
  frames.paint(area(0, 0, 2, 2), image(40, 20, 9));
  expect(next.areas).toEqual([[0, 0, 2, 2]]);
  next.emit('close');
  frames.paint(area(0, 0, 2, 2), image(40, 20, 9));
  expect(next.sent).toHaveLength(1);
});

it('nothing of a rectangle outside the page goes', () => {
  const { frames, port } = open();
  frames.paint(area(-10, -10, 15, 15), image(40, 20, 1));
  frames.paint(area(40, 0, 5, 5), image(40, 20, 1));
  expect(port.areas).toEqual([[0, 0, 5, 5]]);
});
