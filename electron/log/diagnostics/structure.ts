/**
 * A value of ours without anything that a person or a server wrote: numbers, switches and words of our own schemas stay, every other text
 * becomes its length. What isn't known to be harmless is left out, so that a new setting is safe before anybody thinks of it. Pure.
 */

/** Their values are words of our own lists. */
const ownWords: ReadonlySet<string> = new Set([
  ...['type', 'kind', 'phase', 'code', 'by', 'mode', 'theme', 'encoder', 'preset', 'latency', 'codec'],
  ...[
    'monitoring',
    'side',
    'blendMode',
    'direction',
    'curve',
    'scaling',
    'fit',
    'colourSpace',
    'colourRange',
  ],
  ...[
    'serviceId',
    'behaviour',
    'onHidden',
    'whenHidden',
    'bounds',
    'boundsType',
    'alignment',
    'order',
    'outcome',
  ],
  ...['step', 'reason', 'part'],
]);
/** Figures there are part of an address, or count what nobody needs to know. */
const addressNames = /port|host|url|address|proxy|token|key$|username|password/i;
const ownWord = /^[a-zA-Z][\w.+/-]{0,39}$/;
const ownName = /^[a-zA-Z][\w ]{0,39}$/;
const schemes = /^(rtmps?|rtmpts?|rtmpe|rtmpte|https?):\/\//i;
const MAX_DEPTH = 20;

export function structureOf(value: unknown): unknown {
  return inner(value, '', 0);
}

function inner(value: unknown, name: string, depth: number): unknown {
  if (depth > MAX_DEPTH) return '(too deep)';
  if (typeof value === 'boolean' || value === null || value === undefined) return value;
  if (typeof value === 'number') return addressNames.test(name) ? '(a number)' : value;
  if (typeof value === 'string') return textOf(value, name);
  if (Array.isArray(value)) return value.map((each) => inner(each, name, depth + 1));
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return '(data)';
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown], index) => {
      const isOwn = ownName.test(key);
      // A name that isn't ours may be a person's own word: what it holds is nobody's list either.
      return isOwn ? [key, inner(each, key, depth + 1)] : [`entry ${index + 1}`, inner(each, '', depth + 1)];
    }),
  );
}

function textOf(text: string, name: string): string {
  if (ownWords.has(name) && ownWord.test(text)) return text;
  const scheme = schemes.exec(text)?.[1]?.toLowerCase();
  return scheme === undefined ? `(${text.length} characters)` : `${scheme}://(${text.length} characters)`;
}
