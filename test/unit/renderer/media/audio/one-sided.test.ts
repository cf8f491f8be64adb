/** Sound on one side of two is noticed. */
import { expect, test } from 'vitest';
import { OneSided } from '../../../../../renderer/media/audio/one-sided.ts';

const RATE = 8000;
const second = (value: number): Float32Array => new Float32Array(RATE).fill(value);

function sideAfter(seconds: number, left: number, right: number, noticed = new OneSided()) {
  for (let count = 0; count < seconds; count += 1) noticed.add(second(left), second(right), RATE);
  return noticed.side;
}

test.each([
  ['left alone', 0.2, 0, 'left'],
  ['right alone', 0, 0.2, 'right'],
  ['left, and the noise of an open input right', 0.2, 0.0005, 'left'],
  ['both sides', 0.2, 0.1, undefined],
  ['a quiet right side', 0.2, 0.005, undefined],
  ['neither side', 0, 0, undefined],
] as const)('%s', (_what, left, right, side) => {
  expect(sideAfter(12, left, right)).toBe(side);
});

test('a short pause of one side says nothing, and both sides again end it', () => {
  const noticed = new OneSided();
  expect(sideAfter(8, 0.2, 0, noticed)).toBeUndefined();
  expect(sideAfter(4, 0.2, 0, noticed)).toBe('left');
  expect(sideAfter(1, 0.2, 0.2, noticed)).toBeUndefined();
});
