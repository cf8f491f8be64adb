import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gainOfLevel,
  levelAfterKey,
  levelOfGain,
  levelOfPosition,
  MAX_FADER_DB,
  MIN_FADER_DB,
  positionOfLevel,
  readLevel,
} from '../../../../../renderer/features/mixer/fader/fader-taper.ts';

describe('the way of a fader', () => {
  it('is off at the bottom, +12 dB at the top, and 0 dB at 71 %', () => {
    expect(levelOfPosition(0)).toBe(-Infinity);
    expect(levelOfPosition(1)).toBe(MAX_FADER_DB);
    expect(positionOfLevel(0)).toBeCloseTo(0.708, 3);
    expect(positionOfLevel(-Infinity)).toBe(0);
    expect(positionOfLevel(20)).toBe(1);
  });

  it('leads from a level to its place and back, to a tenth of a decibel', () => {
    fc.assert(
      fc.property(fc.integer({ min: MIN_FADER_DB * 10, max: MAX_FADER_DB * 10 }), (tenths) => {
        const levelDb = tenths / 10;
        const back = levelOfPosition(positionOfLevel(levelDb));
        expect(Math.abs(back - levelDb)).toBeLessThan(0.36);
        if (Math.abs(levelDb) >= 0.5) expect(back).toBeCloseTo(levelDb, 5);
      }),
    );
  });

  it('never goes down as the fader goes up', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          expect(levelOfPosition(low)).toBeLessThanOrEqual(levelOfPosition(high));
        },
      ),
    );
  });

  it('stands at 0 dB when it is dragged close to 0 dB', () => {
    expect(levelOfPosition(positionOfLevel(0.3))).toBe(0);
    expect(levelOfPosition(positionOfLevel(-0.3))).toBe(0);
  });

  it('is a gain of at most 4, and 0 when off', () => {
    expect(gainOfLevel(-Infinity)).toBe(0);
    expect(gainOfLevel(0)).toBe(1);
    expect(gainOfLevel(-6)).toBeCloseTo(0.5012, 4);
    expect(gainOfLevel(12.5)).toBe(4);
    expect(levelOfGain(0)).toBe(-Infinity);
    expect(levelOfGain(gainOfLevel(-17.3))).toBeCloseTo(-17.3, 9);
  });
});

describe('the keys of a fader', () => {
  it.each([
    ['ArrowUp', -6, -5.5],
    ['ArrowDown', -6, -6.5],
    ['ArrowUp', -6.3, -6],
    ['ArrowDown', -6.3, -6.5],
    ['PageUp', -6, -3],
    ['PageDown', 0, -3],
    ['PageDown', -1, -3],
    ['Home', 0, -Infinity],
    ['End', -20, 12],
    ['ArrowUp', 12, 12],
    ['PageUp', 11, 12],
    ['ArrowDown', -96, -Infinity],
    ['ArrowDown', -Infinity, -Infinity],
    ['ArrowUp', -Infinity, -96],
  ])('%s leads from %d dB to %d dB', (key, from, to) => {
    expect(levelAfterKey(from, key)).toBe(to);
  });

  it('step from where a gain of the document stands', () => {
    expect(levelAfterKey(levelOfGain(gainOfLevel(-6)), 'ArrowUp')).toBe(-5.5);
    expect(levelAfterKey(levelOfGain(gainOfLevel(-6)), 'ArrowDown')).toBe(-6.5);
    expect(levelAfterKey(levelOfGain(4), 'ArrowDown')).toBe(12);
  });

  it('that mean nothing to a fader lead nowhere', () => {
    expect(levelAfterKey(0, 'a')).toBeUndefined();
    expect(levelAfterKey(0, 'Tab')).toBeUndefined();
  });
});

describe('a level that is typed', () => {
  it.each([
    ['−6,5\u00a0дБ', -6.5],
    ['\u2068−6 dB\u2069', -6],
    ['-6', -6],
    ['−6.5 dB', -6.5],
    ['+3,5', 3.5],
    ['0', 0],
    ['-0', 0],
    ['.5', 0.5],
    ['-inf', -Infinity],
    ['−∞ dB', -Infinity],
    ['-200', -Infinity],
    ['-6.04dB', -6],
  ])('%s is %d dB', (text, levelDb) => {
    expect(readLevel(text)).toBe(levelDb);
  });

  it.each(['', 'loud', '13', '6 6', '--6', '∞', '1e1', 'NaN'])('“%s” is none', (text) => {
    expect(readLevel(text)).toBeUndefined();
  });
});
