import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../../../../renderer/media/stills/text/break-lines.ts';

const widthOf = (text: string): number => Array.from(text).length;
const linesOf = (text: string, room?: number): readonly string[] =>
  breakLines(text, room, widthOf).map((line) => line.text);

describe('lines of a text', () => {
  it('end where the text says so, in whatever way', () => {
    expect(linesOf('a\nb\r\nc\rd\u2028e\n')).toEqual(['a', 'b', 'c', 'd', 'e', '']);
  });

  it('hold no invisible characters, and four spaces for a tab', () => {
    expect(linesOf('a\tb\0c\x1b[0m\x7f')).toEqual(['a    bc[0m']);
  });

  it.each([
    ['between words', 'one two three', 8, ['one two', 'three']],
    ['after the space, however wide', 'one    two', 4, ['one', 'two']],
    ['after a hyphen', 'well-known fact', 6, ['well-', 'known', 'fact']],
    ['in a word that is too wide by itself', 'incredibly so', 4, ['incr', 'edib', 'ly', 'so']],
    ['between Chinese characters, but not before a full stop', '今天天气很好。', 6, ['今天天气很', '好。']],
    ['not after an opening bracket', '他说「好吧」了', 3, ['他说', '「好', '吧」了']],
    ['between emoji', '🙂🙂🙂', 2, ['🙂🙂', '🙂']],
    ['never within a character of several code points', 'a👨‍👩‍👧b', 4, ['a', '👨‍👩‍👧', 'b']],
    ['not at a no-break space', 'go 10\u00a0km', 6, ['go', '10\u00a0km']],
    ['not before a comma or a bracket’s end', 'one (two), three', 9, ['one', '(two),', 'three']],
  ])('break %s', (_name, text, room, lines) => {
    expect(linesOf(text, room)).toEqual(lines);
  });

  it('keep the spaces at their start, and an empty line', () => {
    expect(linesOf('  a\n\nb', 4)).toEqual(['  a', '', 'b']);
  });

  it('fit the room, unless it is one character; nothing but spaces is lost', () => {
    const characters = fc.constantFrom('a', 'é', ' ', '-', '.', '今', '🙂', '(', ')', 'ب');
    const texts = fc.array(characters, { maxLength: 60 }).map((each) => each.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 12 }), (text, room) => {
        const lines = linesOf(text, room);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('are read the way of the paragraph’s first letter', () => {
    const directions = breakLines('123 שלום abc\nabc שלום\n123\nمرحبا', undefined, widthOf);
    expect(directions.map(({ direction }) => direction)).toEqual(['rtl', 'ltr', 'ltr', 'rtl']);
  });
});
