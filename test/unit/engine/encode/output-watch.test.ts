import { expect, test } from 'vitest';
import { OutputWatch } from '../../../../electron/engine/encode/output-watch.ts';

const feed = (watch: OutputWatch, captured: readonly number[], encoded: readonly number[]): boolean[] =>
  captured.map((capturedFrames, at) => watch.isEmpty({ capturedFrames, encodedFrames: encoded[at] ?? 0 }));

test('five seconds of frames that arrive and none that leaves are a fault, told once', () => {
  const watch = new OutputWatch();
  const found = feed(watch, [0, 30, 60, 90, 120, 150, 180], [0, 0, 0, 0, 0, 0, 0]);
  expect(found).toEqual([false, false, false, false, false, true, false]);
});

test('frames that leave, and a capture that stands still, are no fault', () => {
  const watch = new OutputWatch();
  expect(feed(watch, [0, 30, 60, 90, 120, 150, 180], [0, 0, 0, 1, 1, 1, 1])).not.toContain(true);
  watch.reset();
  expect(feed(watch, [9, 9, 9, 9, 9, 9, 9], [0, 0, 0, 0, 0, 0, 0])).not.toContain(true);
});
