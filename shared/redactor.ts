/**
 * The one redaction: takes secrets out of any text before it reaches a log, an error or a file. Forms are made once per
 * secret, and one pass over a text looks for all of them.
 */
import { isHarmlessParameter } from './destinations/harmless-parameter.ts';
import { foldCase, readings } from './spellings.ts';

/** What stands in place of a secret. */
export const MASK = '•••';
/** Below this length a secret is not searched for: it would eat ordinary words. */
const MIN_SECRET_LENGTH = 4;
/** The same for a part of a secret without a name, which may well be a word. */
const MIN_BARE_LENGTH = 8;
/** From this length on in any case and in Base64: a shorter one in another case may well be a word. */
const MIN_FOLDED_LENGTH = 8;

/** No form is shorter: each is looked up by as many characters. */
const HEAD_LENGTH = MIN_SECRET_LENGTH;
/** Parameters of one secret that are searched for by themselves: nobody has more. */
const MAX_VALUES = 32;

/**
 * Masks every occurrence of each secret, of what stands before its query and of the values in it: as it is, in other
 * case, percent-encoded, in HTML or JSON escapes, in these within each other, with invisible characters inside, in Base64.
 * A text that was cut, reversed, encrypted or encoded otherwise is not recognised.
 */
export class Redactor {
  readonly #exact = new FormIndex();
  readonly #folded = new FormIndex();

  /** Costs time by the secret's length alone, however many there are. */
  add(secret: string): void {
    for (const part of partsOf(secret)) {
      const spellings = spellingsOf(part);
      for (const form of [...base64Forms(part), ...spellings]) this.#exact.add(form);
      if (part.length < MIN_FOLDED_LENGTH) continue;
      for (const form of spellings) this.#folded.add(foldCase(form));
    }
  }

  clean(text: string): string {
    const spans: Span[] = [];
    for (const reading of readings(text)) {
      for (const [index, searched] of [
        [this.#exact, reading.text],
        [this.#folded, foldCase(reading.text)],
      ] as const) {
        for (const { from, to } of index.find(searched))
          spans.push({ from: reading.starts[from] ?? 0, to: reading.ends[to - 1] ?? text.length });
      }
    }
    return spans.length === 0 ? text : masked(text, spans);
  }
}

/**
 * Finds forms in a text by their first characters. One expression for all of them would be compiled for seconds, where an
 * imported file holds keys of thousands of characters.
 */
class FormIndex {
  /** Whether a form begins with these two characters, by their mixed codes. */
  readonly #begins = new Uint8Array(0x10000);
  readonly #byHead = new Map<string, FormGroup>();

  add(form: string): void {
    const head = form.slice(0, HEAD_LENGTH);
    const group = this.#byHead.get(head) ?? { lengths: [], forms: new Set() };
    this.#byHead.set(head, group);
    this.#begins[mixOf(form, 0)] = 1;
    group.forms.add(form);
    const { lengths } = group;
    if (lengths.includes(form.length)) return;
    const shorter = lengths.findIndex((length) => length < form.length);
    lengths.splice(shorter < 0 ? lengths.length : shorter, 0, form.length);
  }

  /** From left to right, without overlaps. */
  find(text: string): Span[] {
    const spans: Span[] = [];
    for (let from = 0; from + HEAD_LENGTH <= text.length; from += 1) {
      const length = this.#begins[mixOf(text, from)] === 0 ? undefined : this.#lengthAt(text, from);
      if (length === undefined) continue;
      spans.push({ from, to: from + length });
      from += length - 1;
    }
    return spans;
  }

  /** Of the form that stands there. */
  #lengthAt(text: string, from: number): number | undefined {
    const group = this.#byHead.get(text.slice(from, from + HEAD_LENGTH));
    return group?.lengths.find(
      (length) => from + length <= text.length && group.forms.has(text.slice(from, from + length)),
    );
  }
}

/** Forms with the same first characters. */
interface FormGroup {
  /** The longest first: a form that begins with another must not leave its end behind. */
  readonly lengths: number[];
  readonly forms: Set<string>;
}

function mixOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 251 + text.charCodeAt(at + 1)) & 0xffff;
}

/** Masks the secrets in one text, as `Redactor` does. For a text now and then; keep a `Redactor` where there are many. */
export function redact(text: string, secrets: Iterable<string>): string {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor.clean(text);
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
function partsOf(secret: string): ReadonlySet<string> {
  // A key's query is often taken off by whoever speaks of it, and so are names from the values in it.
  const parts = [secret, secret.split('?')[0] ?? '', ...valuesOf(secret)];
  return new Set(parts.filter(({ length }) => length >= MIN_SECRET_LENGTH));
}

/** The values of the parameters in a secret. */
function valuesOf(secret: string): readonly string[] {
  const [, ...parameters] = secret.split(/[?&;/]/);
  return parameters.slice(0, MAX_VALUES).flatMap((parameter) => {
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
    const text = btoa(binaryOf(shifted));
    const from = shift === 0 ? 0 : shift + 1;
    const whole = text.slice(from, Math.floor((shifted.length * 8) / 6));
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** At most so many arguments at a time. */
const CHUNK_BYTES = 8192;

/** A character for each byte, as `btoa` takes it. */
function binaryOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  return text;
}
