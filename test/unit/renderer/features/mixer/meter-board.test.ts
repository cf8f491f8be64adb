import { expect, it } from 'vitest';
import { MeterBoard } from '../../../../../renderer/features/mixer/meter/meter-board.ts';

/** A board with readings and pictures of the display by hand. */
function setUp() {
  const source: { give: ((reading: number) => void) | undefined } = { give: undefined };
  let show: (() => void) | undefined;
  const board = new MeterBoard<number>(
    (callback) => {
      source.give = callback;
      return () => {
        source.give = undefined;
      };
    },
    (work) => {
      show = work;
    },
  );
  const painter = () => {
    const said: (number | string)[] = [];
    return { said, read: (reading: number) => said.push(reading), draw: () => said.push('drawn') };
  };
  return { board, source, painter, show: () => show?.() };
}

it('each meter gets every reading, and is drawn once a picture of the display', () => {
  const { board, source, painter, show } = setUp();
  const [one, other] = [painter(), painter()];
  board.add(one);
  board.add(other);
  source.give?.(1);
  source.give?.(2);
  show();
  source.give?.(3);
  expect(one.said).toEqual(['drawn', 1, 2, 'drawn', 3]);
  expect(other.said).toEqual(one.said);
});

it('readings are asked for while there is a meter', () => {
  const { board, source, painter } = setUp();
  expect(source.give).toBeUndefined();
  const ends = [board.add(painter()), board.add(painter())];
  expect(source.give).toBeDefined();
  ends[0]?.();
  expect(source.give).toBeDefined();
  ends[1]?.();
  expect(source.give).toBeUndefined();
  board.add(painter());
  expect(source.give).toBeDefined();
});
