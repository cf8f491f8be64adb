/** Letters under each other: each line of a text is a column, the first one at the right, as Chinese and Japanese are set. Pure. */
import { charactersOf } from './break-lines.ts';
import { shareBefore } from './line-measures.ts';
import type { FontMeasure, LineMeasure, PlacedLine } from './line-measures.ts';
import type { TextLook } from './text-look.ts';
import type { TextLine } from './break-lines.ts';

export interface PlacedText {
  /** Each of one letter. */
  readonly lines: readonly (PlacedLine & { readonly measured: LineMeasure })[];
  readonly width: number;
  readonly height: number;
}

/** @param lines broken already, at the height of a column where that is limited. */
export function placeColumns(lines: readonly TextLine[], look: TextLook, font: FontMeasure): PlacedText {
  const columns = lines.map(({ text }) =>
    charactersOf(text).map((character) => {
      const line: TextLine = { text: character, direction: 'ltr' };
      return { line, measured: font.measure(line) };
    }),
  );
  const letterHeight = font.ascent + font.descent;
  const letterWidth = Math.max(look.sizePx, ...columns.flat().map(({ measured }) => measured.width));
  const columnWidth = letterWidth * look.lineSpacing;
  const height = look.wrapWidth ?? letterHeight * Math.max(1, ...columns.map(({ length }) => length));
  const width = letterWidth + columnWidth * (columns.length - 1);
  const placed = columns.flatMap((column, index) => {
    const middle = width - letterWidth / 2 - index * columnWidth;
    const top = Math.round((height - column.length * letterHeight) * shareBefore[look.alignment]);
    return column.map(({ line, measured }, row) => ({
      ...line,
      x: Math.round(middle - measured.width / 2),
      baseline: Math.round(top + row * letterHeight + font.ascent),
      width: measured.width,
      measured,
    }));
  });
  return { lines: placed, width, height };
}
