import { expect, test } from 'vitest';
import {
  MAX_MOVES_PER_HOUR,
  MoveBudget,
} from '../../../../../electron/engine/outputs/machines/move-budget.ts';

const HOUR_MS = 3_600_000;

test('allows five moves in any hour, and another as soon as the oldest is an hour ago', () => {
  const budget = new MoveBudget();
  for (let count = 0; count < MAX_MOVES_PER_HOUR; count += 1) {
    budget.check(count * 1000);
    budget.note(count * 1000);
  }
  expect(() => budget.check(HOUR_MS - 1)).toThrow(/rtmp\/limit/);
  budget.check(HOUR_MS);
  budget.note(HOUR_MS);
  expect(() => budget.check(HOUR_MS + 999)).toThrow(/rtmp\/limit/);
  budget.check(HOUR_MS + 1000);
});
