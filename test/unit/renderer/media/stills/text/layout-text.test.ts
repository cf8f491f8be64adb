import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../../../../renderer/media/stills/text/layout-text.ts';
import { fakeFont, plainLook } from './fake-font.ts';

describe('the layout of a text', () => {
  it('is as wide as the widest line and as high as all of them', () => {
    const { width, height, lines } = layoutText('one\nthree', plainLook, fakeFont);
    expect([width, height]).toEqual([50, 20]);
    expect(lines).toEqual([
      { text: 'one', direction: 'ltr', x: 0, baseline: 8, width: 30 },
      { text: 'three', direction: 'ltr', x: 0, baseline: 18, width: 50 },
    ]);
  });

  it.each([
    ['left', [0, 0]],
    ['centre', [10, 0]],
    ['right', [20, 0]],
  ] as const)('aligns lines %s, whichever way they are read', (alignment, xs) => {
    for (const text of ['one\nthree', 'אבג\nאבגדה']) {
      const { lines } = layoutText(text, { ...plainLook, alignment }, fakeFont);
      expect(lines.map(({ x }) => x)).toEqual(xs);
    }
  });

  it('is as wide as the width it wraps at', () => {
    const look = { ...plainLook, wrapWidth: 85, alignment: 'right' as const };
    const { width, height, lines } = layoutText('one two three', look, fakeFont);
    expect([width, height]).toEqual([85, 20]);
    expect(lines.map(({ text, x }) => [text, x])).toEqual([
      ['one two', 15],
      ['three', 35],
    ]);
  });

  it('sets lines further apart or closer together, and never higher than the last one', () => {
    const spaced = layoutText('a\nb\nc', { ...plainLook, lineSpacing: 1.5 }, fakeFont);
    expect([spaced.height, ...spaced.lines.map(({ baseline }) => baseline)]).toEqual([40, 8, 23, 38]);
    expect(layoutText('a\nb\nc', { ...plainLook, lineSpacing: 0 }, fakeFont).height).toBe(10);
  });

  it('has room for the outline on every side', () => {
    const outline = { widthPx: 3, colour: '#000000ff' };
    const { width, height, lines } = layoutText('one', { ...plainLook, outline }, fakeFont);
    expect([width, height, lines[0]?.x, lines[0]?.baseline]).toEqual([36, 16, 3, 11]);
  });

  it.each([
    ['below to the right', 4, 6, 0, [34, 16, 0, 8]],
    ['above to the left', -4, -6, 0, [34, 16, 4, 14]],
    ['blurred, behind', 0, 0, 4, [42, 22, 6, 14]],
    ['blurred, further away than its blur', 20, 0, 2, [53, 16, 0, 11]],
  ] as const)('has room for a shadow %s', (_name, offsetX, offsetY, blurPx, expected) => {
    const shadow = { offsetX, offsetY, blurPx, colour: '#000000ff' };
    const { width, height, lines } = layoutText('one', { ...plainLook, shadow }, fakeFont);
    expect([width, height, lines[0]?.x, lines[0]?.baseline]).toEqual(expected);
  });

  it('has room for ink that reaches over the line’s own box', () => {
    const slanted = {
      ...fakeFont,
      measure: () => ({ width: 30, inkLeft: 1.5, inkRight: 33.2, inkTop: 9.1, inkBottom: 4 }),
    };
    const { width, height, lines } = layoutText('fjord', plainLook, slanted);
    expect([width, height, lines[0]?.x, lines[0]?.baseline]).toEqual([36, 14, 2, 10]);
  });

  it('of nothing but spaces is nothing', () => {
    expect(layoutText(' \n\t', plainLook, fakeFont)).toEqual({ width: 0, height: 0, lines: [] });
  });

  it('stays within what a picture can be, however long the text', () => {
    const wide = layoutText('a'.repeat(10_000), plainLook, fakeFont);
    expect([wide.width, wide.height]).toEqual([16_384, 10]);
    const high = layoutText('a\n'.repeat(10_000), plainLook, fakeFont);
    expect([high.width, high.height, high.lines.length]).toEqual([10, 16_384, 1639]);
  });
});

describe('letters under each other', () => {
  const vertical = { ...plainLook, isVertical: true };

  it('stand in columns from right to left, each a line of the text', () => {
    const { width, height, lines } = layoutText('ab\nc', vertical, fakeFont);
    expect([width, height]).toEqual([20, 20]);
    expect(lines.map(({ text, x, baseline }) => [text, x, baseline])).toEqual([
      ['a', 10, 8],
      ['b', 10, 18],
      ['c', 0, 8],
    ]);
  });

  it('begin a column anew where the height ends, and stand at the top, in the middle or at the bottom', () => {
    const look = { ...vertical, wrapWidth: 25, alignment: 'right' as const };
    const { width, height, lines } = layoutText('abc', look, fakeFont);
    expect([width, height]).toEqual([20, 25]);
    expect(lines.map(({ text, x, baseline }) => [text, x, baseline])).toEqual([
      ['a', 10, 13],
      ['b', 10, 23],
      ['c', 0, 23],
    ]);
  });

  it('are whole letters, whatever these are made of', () => {
    const { lines } = layoutText('e\u0301👩‍👩‍👧', vertical, fakeFont);
    expect(lines.map(({ text }) => text)).toEqual(['e\u0301', '👩‍👩‍👧']);
  });
});

it('a text that scrolls may be longer than any picture', () => {
  const scroll = { direction: 'left', speedPx: 60, lengthPx: 640, gapPx: 0 } as const;
  const long = 'word '.repeat(2000).trim();
  expect(layoutText(long, { ...plainLook, scroll }, fakeFont).width).toBe(99_990);
  expect(layoutText(long, plainLook, fakeFont).width).toBe(16_384);
});
