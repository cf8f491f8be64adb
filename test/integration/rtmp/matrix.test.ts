/** A short round of the interoperation matrix. */
import { expect, it } from 'vitest';
import { runMatrix } from '../../matrix/matrix.ts';

it('every pair passes the same media unchanged', { timeout: 120_000 }, async () => {
  const rows = await runMatrix(2);
  expect(rows.filter(({ isGood }) => !isGood)).toEqual([]);
  expect(rows.length).toBe(21);
});
