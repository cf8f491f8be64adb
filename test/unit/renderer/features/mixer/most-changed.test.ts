import { describe, expect, it } from 'vitest';
import { mostChanged } from '../../../../../renderer/features/mixer/sync/most-changed.ts';

const grey = (value: number) => new Uint8Array(9).fill(value);

describe('the picture of a clap', () => {
  it('is the one that differs most from the picture before', () => {
    expect(mostChanged([grey(10), grey(14), grey(200), grey(190), grey(40)])).toBe(2);
    expect(mostChanged([grey(200), grey(10), grey(12)])).toBe(1);
  });

  it('is none where nothing moves, and none of a single picture', () => {
    expect(mostChanged([grey(7), grey(7), grey(7)])).toBeUndefined();
    expect(mostChanged([grey(7)])).toBeUndefined();
    expect(mostChanged([])).toBeUndefined();
  });
});
