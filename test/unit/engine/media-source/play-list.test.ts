/** Which file of a play list comes after which. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlayList } from '../../../../electron/engine/media-source/play-list.ts';

const walk = (list: PlayList, steps: number): number[] => {
  const seen = [list.current];
  for (let step = 0; step < steps && list.hasNext; step += 1) {
    list.advance();
    seen.push(list.current);
  }
  return seen;
};

test('plays in turn, once or again and again', () => {
  expect(walk(new PlayList({ count: 3, order: 'inTurn', isLooping: false }), 9)).toEqual([0, 1, 2]);
  expect(walk(new PlayList({ count: 3, order: 'inTurn', isLooping: true }), 6)).toEqual([
    0, 1, 2, 0, 1, 2, 0,
  ]);
});

test('goes to the file before, from the first to the last', () => {
  const list = new PlayList({ count: 3, order: 'inTurn', isLooping: false });
  list.goBack();
  expect(list.current).toBe(2);
  list.goBack();
  expect(list.current).toBe(1);
});

test('in any random order each round has every file once, and no file comes twice in a row', () => {
  const random = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), random, (count, numbers) => {
      let at = 0;
      const next = (): number => numbers[(at += 1) % numbers.length] ?? 0;
      const seen = walk(new PlayList({ count, order: 'random', isLooping: true }, next), 4 * count - 1);
      for (let round = 0; round < 4; round += 1)
        expect(new Set(seen.slice(round * count, (round + 1) * count)).size).toBe(count);
      if (count > 1) seen.forEach((entry, index) => expect(entry).not.toBe(seen[index - 1]));
    }),
  );
});

test('keeps to the file under way when the rules change, and forgets files that are gone', () => {
  const list = new PlayList({ count: 3, order: 'inTurn', isLooping: false });
  list.goTo(2);
  list.setRules({ count: 3, order: 'inTurn', isLooping: true });
  expect([list.current, list.hasNext]).toEqual([2, true]);
  list.setRules({ count: 2, order: 'inTurn', isLooping: false });
  expect([list.current, list.hasNext]).toEqual([1, false]);
});
