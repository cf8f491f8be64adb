import { describe, expect, it } from 'vitest';
import { readNumber, stepNumber, writeNumber } from '../../../../renderer/ui/editing/number-text.ts';

const range = { min: -100, max: 2000, decimals: 1 };

describe('a number field', () => {
  it.each([
    ['886', 886],
    [' 12.5 ', 12.5],
    ['12,5', 12.5],
    ['-3', -3],
    ['−3', -3],
    ['.5', 0.5],
    ['3.', 3],
    ['12.34', 12.3],
    ['2000.01', 2000],
  ])('reads %j as %d', (text, value) => {
    expect(readNumber(text, range)).toBe(value);
  });

  it.each(['', ' ', '-', 'x', '1e3', '1 000', '12px', '2001', '-101', 'Infinity'])('refuses %j', (text) => {
    expect(readNumber(text, range)).toBeUndefined();
  });

  it('writes what it reads', () => {
    expect(writeNumber(886.04, range)).toBe('886');
    expect(writeNumber(-0.01, range)).toBe('0');
    expect(writeNumber(1920.5, { decimals: 0 })).toBe('1921');
  });

  it('steps within its range', () => {
    expect(stepNumber(0.2, 0.1, range)).toBe(0.3);
    expect(stepNumber(1995, 10, range)).toBe(2000);
    expect(stepNumber(-95, -10, range)).toBe(-100);
  });
});
