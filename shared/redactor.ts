/**
 * The one redaction: takes secrets out of any text before it reaches a log, an error or a file. Forms are made once per
 * set of secrets, and one regular expression looks for all of them.
 */
import { isHarmlessParameter } from './destinations/server-secret.ts';
import { foldCase, readings } from './spellings.ts';

const MASK = '•••';
/** Below this length a secret is not searched for: it would eat ordinary words. */
const MIN_SECRET_LENGTH = 4;
/** The same for a part of a secret without a name, which may well be a word. */
const MIN_BARE_LENGTH = 8;
/** From this length on in any case and in Base64: a shorter one in another case may well be a word. */
const MIN_FOLDED_LENGTH = 8;

export type Redactor = (text: string) => string;

/**
 * Masks every occurrence of each secret, of what stands before its query and of the values in it: as it is, in other
 * case, percent-encoded, in HTML or JSON escapes, in these within each other, with invisible characters inside, in Base64.
 * A text that was cut, reversed, encrypted or encoded otherwise is not recognised.
 */
export function createRedactor(secrets: Iterable<string>): Redactor {
  const parts = new Set([...secrets].flatMap(partsOf));
  const exact = matcherOf([...parts].flatMap((part) => [...base64Forms(part), ...spellingsOf(part)]));
  const folded = matcherOf(
    [...parts]
      .filter(({ length }) => length >= MIN_FOLDED_LENGTH)
      .flatMap((part) => spellingsOf(part).map(foldCase)),
  );
  if (exact === undefined) return (text) => text;
  return (text) => {
    const spans: Span[] = [];
    for (const reading of readings(text)) {
      for (const [matcher, searched] of [
        [exact, reading.text],
        [folded, foldCase(reading.text)],
      ] as const) {
        if (matcher === undefined) continue;
        for (const { index, 0: match } of searched.matchAll(matcher))
          spans.push({
            from: reading.starts[index] ?? 0,
            to: reading.ends[index + match.length - 1] ?? text.length,
          });
      }
    }
    return spans.length === 0 ? text : masked(text, spans);
  };
}

/** For a text now and then; keep a `createRedactor` where there are many. */
export function redact(text: string, secrets: Iterable<string>): string {
  return createRedactor(secrets)(text);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans that meet or overlap become one mask. */
function masked(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from > at || (at === 0 && result === '')) result += `${text.slice(at, from)}${MASK}`;
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

/** A secret, and the parts of it that are one by themselves. */
function partsOf(secret: string): readonly string[] {
  // A key's query is often taken off by whoever speaks of it, and so are names from the values in it.
  return [secret, secret.split('?')[0] ?? '', ...valuesOf(secret)].filter(
    (part) => part.length >= MIN_SECRET_LENGTH,
  );
}

/** The values of the parameters in a secret. */
function valuesOf(secret: string): readonly string[] {
  const [, ...parameters] = secret.split(/[?&;/]/);
  return parameters.flatMap((parameter) => {
    if (isHarmlessParameter(parameter)) return [];
    const equals = parameter.indexOf('=');
    if (equals < 0) return parameter.length < MIN_BARE_LENGTH ? [] : [parameter];
    return [parameter.slice(equals + 1)];
  });
}

/** As it is, as it reads once decoded, and with blanks as a form writes them. */
function spellingsOf(part: string): readonly string[] {
  const decoded = readings(part).map(({ text }) => text);
  return [...decoded, ...decoded.map((text) => text.replaceAll(' ', '+'))].filter(
    ({ length }) => length >= MIN_SECRET_LENGTH,
  );
}

/** What Base64 makes of it at each of the three places where it may begin, without the characters it shares. */
function base64Forms(part: string): readonly string[] {
  if (part.length < MIN_FOLDED_LENGTH) return [];
  const bytes = new TextEncoder().encode(part);
  return [0, 1, 2].flatMap((shift) => {
    const shifted = new Uint8Array(shift + bytes.length);
    shifted.set(bytes, shift);
    const text = btoa(Array.from(shifted, (byte) => String.fromCharCode(byte)).join(''));
    const from = shift === 0 ? 0 : shift + 1;
    const whole = text.slice(from, Math.floor((shifted.length * 8) / 6));
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** The longest first: one that begins with another must not leave its end behind. */
function matcherOf(forms: readonly string[]): RegExp | undefined {
  const sorted = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  if (sorted.length === 0) return undefined;
  return new RegExp(sorted.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}
