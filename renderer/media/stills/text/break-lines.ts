/**
 * Breaks a text into lines: where it says so, and where a line would be wider than there is room. A word that is too wide by itself breaks
 * between its characters. After UAX #14 as far as broadcasters need it: spaces, hyphens, scripts without spaces, emoji, punctuation.
 */

export interface TextLine {
  readonly text: string;
  /** Which way its paragraph is read. */
  readonly direction: 'ltr' | 'rtl';
}

const TAB = '    ';
const paragraphEnds = /\r\n|[\n\r\u2028\u2029]/;
const invisible = /[\0-\x08\x0b-\x1f\x7f]/g;

/** @param widthOf of a text in one line. @param room undefined: nothing breaks by itself. */
export function breakLines(
  text: string,
  room: number | undefined,
  widthOf: (text: string) => number,
): readonly TextLine[] {
  return text.split(paragraphEnds).flatMap((paragraph) => {
    const shown = paragraph.replaceAll('\t', TAB).replaceAll(invisible, '');
    const direction = directionOf(shown);
    const lines = room === undefined ? [shown] : breakParagraph(shown, room, widthOf);
    return lines.map((line) => ({ text: line, direction }));
  });
}

const rightToLeft =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u;

/** By the first letter (UAX #9, rules P2 and P3). */
function directionOf(text: string): 'ltr' | 'rtl' {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

function breakParagraph(text: string, room: number, widthOf: (text: string) => number): readonly string[] {
  const fits = (line: string): boolean => widthOf(line.trimEnd()) <= room;
  const lines: string[] = [];
  let line = '';
  const add = (piece: string): void => {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  };
  for (const piece of piecesOf(text)) {
    if (fits(piece)) add(piece);
    else for (const character of charactersOf(piece)) add(character);
  }
  return [...lines, line.trimEnd()];
}

/** The same on every machine: the rules of no language in particular. Made when they are needed: their data take memory. */
let words: Intl.Segmenter | undefined;
let characters: Intl.Segmenter | undefined;

export function charactersOf(text: string): readonly string[] {
  characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(characters.segment(text), ({ segment }) => segment);
}

/** Parts that don't break; a line may end after each. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  words ??= new Intl.Segmenter('en', { granularity: 'word' });
  for (const { segment } of words.segment(text)) {
    for (const part of unspaced.test(segment) ? charactersOf(segment) : [segment]) {
      if (piece !== '' && canBreak(piece, part)) {
        pieces.push(piece);
        piece = '';
      }
      piece += part;
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Written without spaces, and broken between any two characters. */
const unspaced =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u;
/** Written without spaces, and broken between words. */
const wordwise = /\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
/** No-break spaces are none of these. */
const space = /[ \u1680\u2000-\u2006\u2008-\u200b\u3000]$/;
const hyphen = /[\p{L}\p{N}][-\u2010\u2013\u2014]$/u;
const closing = /^[\p{Pe}\p{Pf}!?,.:;\u2026\u3001\u3002\u30fc\uff01\uff0c\uff0e\uff1a\uff1b\uff1f%]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

function canBreak(before: string, after: string): boolean {
  if (space.test(after)) return false;
  if (space.test(before)) return true;
  if (closing.test(after) || opening.test(before)) return false;
  if (hyphen.test(before)) return /^\p{L}/u.test(after);
  const [last = ''] = charactersOf(before).slice(-1);
  return [last, after].some((text) => unspaced.test(text)) || (wordwise.test(last) && wordwise.test(after));
}
