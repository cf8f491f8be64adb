/**
 * Takes out of a line of the log what says who somebody is or where something goes: names that a person gave, hosts, addresses, folders.
 * Secrets are masked before, by the register; a key in the address of an unknown server goes with the address.
 */

/** Ends of names of files, which look like hosts. None of them is a top-level domain. */
const fileEnds =
  /\.(?:cjs|mjs|js|jsx|ts|tsx|json|jsonl|wasm|dll|exe|node|asar|dmp|flv|html|css|bin|so\.\d+)$/i;

const patterns: readonly (readonly [RegExp, (found: string) => string])[] = [
  // Our own pages keep their path: what stands behind it is not ours to show.
  [/\bupcast:\/\/[a-z]+\/[^\s"'<>?#)]*[^\s"'<>)]*/gi, (found) => found.replace(/[?#].*$/, '')],
  [/\b(?!upcast:)[a-z][a-z0-9+.-]{1,15}:\/\/[^\s"'<>]+/gi, (found) => `${found.split('://')[0]}://[address]`],
  [/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, () => '[address]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, () => '[address]'],
  [/\[?\b(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\b\]?(?::\d+)?/gi, () => '[address]'],
  [/(?<![\w\\])\\\\[^\s"'<>|]+/g, () => '[file]'],
  [/\b[A-Za-z]:[\\/][^\s"'<>|:]+/g, (found) => `[file${endOf(found)}]`],
  [/(?<![\w/.\]>)])(?:\/[^\s"'<>/:]+){2,}/g, (found) => `[file${endOf(found)}]`],
  [
    /\b(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]\b(?::\d+)?/gi,
    (found) => (fileEnds.test(found.replace(/:\d+$/, '')) ? found : '[address]'),
  ],
];
/** Shorter ones would eat ordinary words. */
const MIN_NAME_LENGTH = 3;

export interface KnownName {
  /** As a person or a server wrote it. */
  readonly text: string;
  /** In its place, such as `destination 1`. */
  readonly label: string;
}

export class Scrubber {
  readonly #known: readonly (readonly [RegExp, string])[];

  /** A name that holds another one comes first, whatever their order. */
  constructor(known: readonly KnownName[]) {
    this.#known = known
      .filter(({ text }) => text.length >= MIN_NAME_LENGTH)
      .toSorted((a, b) => b.text.length - a.text.length)
      .map(({ text, label }) => [new RegExp(escaped(text), 'gi'), label] as const);
  }

  clean(text: string): string {
    let cleaned = text;
    for (const [name, label] of this.#known) cleaned = cleaned.replace(name, () => `[${label}]`);
    for (const [pattern, replace] of patterns) cleaned = cleaned.replace(pattern, replace);
    return cleaned;
  }
}

function endOf(path: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(path)?.[0] ?? '';
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
