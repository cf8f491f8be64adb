/**
 * Pseudo-locales, made of a catalogue while the app runs: they show what a translation would break. Every string and every
 * result of a function is marked and lengthened by 40 %; values, placeholders, addresses and options stay as they are.
 */
import type { Text } from '../text.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'áƀçðéƒĝĥîĵķļɱñóþɋŕšţúṽŵẋýž';
const accents: ReadonlyMap<string, string> = new Map(
  Array.from(PLAIN, (letter, index) => [letter, ACCENTED.charAt(index)]),
);
/** Not words: what is marked already, placeholders, addresses, options and file names. */
const KEPT = /⟦[^⟧]*⟧|\u202E[^\u202C]*\u202C|\{[^}]*\}|\w+:\/\/\S*|--[\w-]+|\w+\.\w+/;
const GROWTH = 0.4;

/** `⟦Šáṽé ~~⟧` for `Save`. */
export function accent(text: string, values: readonly string[] = []): string {
  const letters = text.replace(/[^A-Za-z]/g, '').length;
  return wrap(text, '⟦', `${' ~'.repeat(Math.ceil((letters * GROWTH) / 2))}⟧`, values, (word) =>
    word.replace(/[A-Za-z]/g, (letter) => {
      const accented = accents.get(letter.toLowerCase()) ?? letter;
      return letter === letter.toLowerCase() ? accented : accented.toUpperCase();
    }),
  );
}

/** Drawn from right to left, its letters as they are. */
export function mirror(text: string): string {
  return wrap(text, '\u202E', '\u202C', [], (word) => word);
}

function wrap(
  text: string,
  begin: string,
  end: string,
  values: readonly string[],
  change: (word: string) => string,
): string {
  if (!/\p{L}/u.test(text)) return text;
  const kept = new RegExp([...values.map(escape), KEPT.source].join('|'), 'gu');
  let changed = begin;
  let at = 0;
  for (const { 0: part, index } of text.matchAll(kept)) {
    changed += change(text.slice(at, index)) + part;
    at = index + part.length;
  }
  return changed + change(text.slice(at)) + end;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
}

/** The same catalogue with each text changed; `format` and all that is no text stay. */
export function pseudoCatalogue(
  catalogue: Text,
  change: (text: string, values: readonly string[]) => string,
): Text {
  const { format, ...features } = catalogue;
  return { ...(changeAll(features, change) as Text), format };
}

function changeAll(node: unknown, change: (text: string, values: readonly string[]) => string): unknown {
  if (typeof node === 'string') return change(node, []);
  if (typeof node === 'function')
    return (...args: readonly unknown[]): unknown => {
      const values = [...new Set(stringsIn(args))].sort((a, b) => b.length - a.length);
      const result: unknown = Reflect.apply(node, undefined, args);
      return changeAll(result, (text) => change(text, values));
    };
  if (Array.isArray(node)) return node.map((each) => changeAll(each, change));
  if (node instanceof Map) return new Map([...node].map(([key, value]) => [key, changeAll(value, change)]));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, changeAll(value, change)]));
}

function stringsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return node === '' ? [] : [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(stringsIn);
}
