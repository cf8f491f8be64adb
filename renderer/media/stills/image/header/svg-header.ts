/** Whether a file is an SVG picture: text whose first element is `svg`. */

/** Comments and declarations may stand before the first element. */
const LOOKED_AT_BYTES = 16_384;

/** What may stand before the first element, and how it ends. A DOCTYPE that declares entities is no picture for us. */
const prologue: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
];

export function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT_BYTES));
  let rest = text.trimStart();
  for (;;) {
    const found = prologue.find(([start]) => rest.startsWith(start));
    if (found === undefined) return /^<(?:svg:)?svg[\s/>]/.test(rest);
    const [start, end] = found;
    const endsAt = rest.indexOf(end, start.length);
    const skipped = rest.slice(0, endsAt);
    if (endsAt < 0 || (start === '<!DOCTYPE' && skipped.includes('['))) return false;
    rest = rest.slice(endsAt + end.length).trimStart();
  }
}
