import { expect, test } from 'vitest';
import { OutputWatch } from '../../../../electron/engine/encode/output-watch.ts';

const feed = (
  watch: OutputWatch,
  captured: readonly number[],
  encoded: readonly number[],
): (number | undefined)[] =>
  captured.map((capturedFrames, at) =>
    watch.emptySeconds({ capturedFrames, encodedFrames: encoded[at] ?? 0 }),
  );

test('five seconds of frames that arrive and none that leaves are a fault, told once', () => {
  const watch = new OutputWatch();
  const found = feed(watch, [0, 30, 60, 90, 120, 150, 180], [9, 9, 9, 9, 9, 9, 9]);
  const none = undefined;
  expect(found).toEqual([none, none, none, none, none, 5, none]);
});

test('W7: before the first frame of a stream an encoder has twenty, and so its own watch comes first', () => {
  const seconds = Array.from({ length: 22 }, (_, second) => second);
  const captured = seconds.map((second) => 30 * second);
  const found = feed(new OutputWatch(), captured, []);
  expect(found.findIndex((each) => each !== undefined)).toBe(20);
  expect(found[20]).toBe(20);
});

test('frames that leave, and a capture that stands still, are no fault', () => {
  const watch = new OutputWatch();
  expect(feed(watch, [0, 30, 60, 90, 120, 150, 180], [0, 0, 0, 1, 1, 1, 1])).toEqual(
    Array(7).fill(undefined),
  );
  watch.reset();
  expect(feed(watch, [9, 9, 9, 9, 9, 9, 9], [0, 0, 0, 0, 0, 0, 0])).toEqual(Array(7).fill(undefined));
});
