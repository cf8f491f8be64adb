/** Text that holds names out of a file: without what a terminal would obey, and without what hides or turns other text. */

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const DIRECTIONS = /\p{Bidi_Control}/gu;

/** On one line. */
export function printable(text: string): string {
  return text.replaceAll(BREAKS, ' ').replaceAll(DIRECTIONS, '');
}
