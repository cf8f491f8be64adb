/** A text that scrolls, held to the picture that is drawn anew at every place. */
import { describe, expect, it } from 'vitest';
import type { PlaneMemory } from '../../../../../renderer/media/compositor/memory.ts';
import { allocatePicture, halfOf, storePixels } from '../../../../../renderer/media/compositor/picture.ts';
import type { Picture, Plane } from '../../../../../renderer/media/compositor/picture.ts';
import { MovingStrip } from '../../../../../renderer/media/layers/moving-strip.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';
import { scrollOffset } from '../../../../../renderer/media/stills/text/scroll-way.ts';
import type { TextScroll } from '../../../../../shared/studio/drawn-inputs.ts';

const FPS = 30;
const size = { width: 22, height: 14 };
/** Every pixel is another. */
const pixels = Uint8Array.from({ length: size.width * size.height * 4 }, (_, at) => (at * 37) % 251).buffer;

function samples(memory: PlaneMemory, { y, cb, cr, alpha, alphaChroma, width, height }: Picture): unknown {
  const read = (plane: Plane | undefined, across: number, down: number): readonly number[] =>
    plane === undefined
      ? []
      : Array.from({ length: down }, (_, row) => {
          const at = plane.offset + row * plane.stride;
          return [...memory.bytes.subarray(at, at + across)];
        }).flat();
  const [half, low] = [halfOf(width), halfOf(height)];
  return [
    ...[read(y, width, height), read(alpha, width, height)],
    ...[read(cb, half, low), read(cr, half, low), read(alphaChroma, half, low)],
  ];
}

/** What the window shows when its pixels are looked up one by one. */
function drawnAt(memory: PlaneMemory, scroll: TextScroll, offset: number, window: typeof size): Picture {
  const from = new Uint32Array(pixels);
  const to = new Uint32Array(window.width * window.height);
  const isWide = scroll.direction === 'left' || scroll.direction === 'right';
  const length = isWide ? size.width : size.height;
  for (let y = 0; y < window.height; y += 1)
    for (let x = 0; x < window.width; x += 1) {
      const along = (offset + (isWide ? x : y)) % (length + scroll.gapPx);
      if (along < length)
        to[y * window.width + x] = from[isWide ? y * size.width + along : along * size.width + x] ?? 0;
    }
  const format = { order: 'RGBA', alpha: 'straight' } as const;
  return storePixels(memory, new Uint8Array(to.buffer), format, allocatePicture(memory, window, true));
}

describe('a text that scrolls', () => {
  it.each(['left', 'right', 'up', 'down'] as const)(
    '%s shows at every place, odd ones too, what a picture drawn there shows',
    (direction) => {
      for (const gapPx of [0, 7]) {
        const memory = openMemory();
        const scroll: TextScroll = { direction, speedPx: FPS, lengthPx: 30, gapPx };
        const strip = new MovingStrip(memory, { ...size, pixels }, scroll);
        const isWide = direction === 'left' || direction === 'right';
        const length = isWide ? size.width : size.height;
        const period = length + gapPx;
        for (let frame = 0; frame <= period; frame += 1) {
          const offset = scrollOffset(scroll, frame, { fps: FPS, length, window: 30 });
          const expected = drawnAt(memory, scroll, offset, strip.window);
          expect(samples(memory, strip.pictureAt(frame, FPS))).toEqual(samples(memory, expected));
          memory.free(expected.y.offset);
        }
        strip.end();
      }
    },
  );

  it('is the same picture as long as it stands, and another at each step', () => {
    const strip = new MovingStrip(
      openMemory(),
      { ...size, pixels },
      {
        ...{ direction: 'left', speedPx: 60, lengthPx: 30, gapPx: 10 },
      },
    );
    const first = strip.pictureAt(1, FPS);
    expect(strip.pictureAt(1, FPS)).toBe(first);
    const next = strip.pictureAt(2, FPS);
    expect(next).not.toBe(first);
    expect(next.y.offset - first.y.offset).toBe(2);
  });
});
