import { expect, it } from 'vitest';
import {
  scrollOffset,
  scrollWindow,
  stepOf,
} from '../../../../../../renderer/media/stills/text/scroll-way.ts';
import type { TextScroll } from '../../../../../../shared/studio/drawn-inputs.ts';

const ticker: TextScroll = { direction: 'left', speedPx: 100, lengthPx: 640, gapPx: 640 };
const of = { fps: 30, length: 200, window: 640 };
const offsets = (scroll: TextScroll, count: number): readonly number[] =>
  Array.from({ length: count }, (_, frame) => scrollOffset(scroll, frame, of));

it('a text moves the same whole number of pixels in each frame, and at least one', () => {
  expect(stepOf(ticker, 30)).toBe(3);
  expect(stepOf(ticker, 60)).toBe(2);
  expect(stepOf({ ...ticker, speedPx: 5 }, 60)).toBe(1);
});

it('a ticker begins outside of its window and comes in from the right, a crawl from below', () => {
  // The strip is the text and its gap, 840 pixels: at 200 the window holds the gap alone, and the next text stands right of it.
  expect(offsets(ticker, 3)).toEqual([200, 203, 206]);
  expect(offsets({ ...ticker, direction: 'up' }, 3)).toEqual([200, 203, 206]);
});

it('goes the other way from the other side', () => {
  expect(offsets({ ...ticker, direction: 'right' }, 3)).toEqual([200, 197, 194]);
  expect(offsets({ ...ticker, direction: 'down' }, 3)).toEqual([200, 197, 194]);
});

it('begins again after the text and its gap, without end', () => {
  const short = { ...ticker, speedPx: 30, gapPx: 0 };
  const period = Array.from({ length: 200 }, (_, frame) => scrollOffset(short, frame, of));
  expect(new Set(period).size).toBe(200);
  expect(scrollOffset(short, 200 * 1000, of)).toBe(period[0]);
});

it('the window is as long as chosen and as wide as the text', () => {
  expect(scrollWindow({ width: 200, height: 50 }, ticker)).toEqual({ width: 640, height: 50 });
  expect(scrollWindow({ width: 200, height: 50 }, { ...ticker, direction: 'down' })).toEqual({
    ...{ width: 200, height: 640 },
  });
});
