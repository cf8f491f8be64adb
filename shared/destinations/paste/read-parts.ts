/**
 * Takes pasted text apart into labelled parts: JSON, lines of `label: value`, a label above its value, an address with a key
 * beside it, a command line. Finds what stands where; `pasted-address.ts` decides what the parts mean. Pure, linear time.
 */
import { AppError } from '../../errors/app-error.ts';
import { isButton, isEmptyValue, isHiddenValue, looksLikeKey, readLabel } from './read-label.ts';
import type { Label } from './read-label.ts';
import { texts } from '../../text/text.ts';

export type PartKind = 'server' | 'backup' | 'key' | 'backupKey' | 'username' | 'password' | 'application';

export interface Part {
  readonly kind: PartKind;
  /** Without quotes; empty where the page says that there is none. */
  readonly value: string;
}

export interface Parts {
  readonly parts: readonly Part[];
  /** Addresses and single words without a label, in order. */
  readonly addresses: readonly string[];
  readonly words: readonly string[];
  /** A line has a label that nobody knows: it may be the key's. */
  readonly hasUnknownLabel: boolean;
  /** An address stands where the page has its key: a key may be in it. */
  readonly hasAddressAsKey: boolean;
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const OPENING = /^["'`<(“”„‘’«»]+/;
/** Looked for from the end: an expression would read a long row of them over and over. */
const CLOSING = new Set('"\'`>)“”„‘’«»,;');
/** What stands around a word in pairs. */
const QUOTED = /^(?:"(.+)"|'(.+)'|`(.+)`|“(.+)”|„(.+)[“”]|‘(.+)’|«(.+)»)[,;]*$/;
/** A viewer's address, which is no server to send to. */
const PLAYBACK =
  /\b(?:playback|play|watch|view|viewer|pull|wiedergabe|lecture|reproducción|reprodução|riproduzione)\b|播放|拉流|再生|재생|воспроизвед/i;
/** `Server:rtmp://…`. */
const GLUED_LABEL = /^[^\s:：=/]{1,60}[:：=](?=[a-z][a-z0-9+.-]*:\/\/)/i;
/** What librtmp takes behind an address, and a stream does not need. */
const LIBRTMP_OPTION =
  /^(?:app|buffer|conn|flashver|live|pageurl|start|stop|subscribe|swf\w+|tcurl|timeout|token)=/i;
/** `user=bob&pass=abc`. */
const QUERY = /^[^\s=&?:：]{1,60}=[^\s&?]*&[^\s=&]{1,60}=\S*$/;
/** `key=abc`, where a page writes `Key: abc`. */
const GLUED_VALUE = /^[^\s:：=]{1,60}=\S/;
const MAX_JSON_DEPTH = 6;
const MAX_LINES = 400;

/** @throws AppError `input/bad-url` for what leaves a choice. */
export function readParts(text: string): Parts {
  const json = readJson(text);
  if (json !== undefined) return json;
  const collected = new Collector();
  for (const line of text.split(/\r\n|\r|\n/).slice(0, MAX_LINES)) collected.addLine(line.trim());
  return collected.parts();
}

class Collector {
  readonly #parts: Part[] = [];
  readonly #addresses: string[] = [];
  readonly #words: string[] = [];
  /** A label whose value stands on a line below. */
  #pending: Pending | undefined;
  /** The label above a pending one: the pending label may be its value, as where the key is the word "key". */
  #above: Pending | undefined;
  #hasUnknownLabel = false;
  #hasAddressAsKey = false;

  /** Call once, after the last line. */
  parts(): Parts {
    const last = this.#pending;
    if (last !== undefined && (last.beside !== undefined || !/\s/.test(last.text))) {
      // A label that ends the text is a label whose value was not copied, but for a key that is the word itself.
      if (last.beside !== undefined) this.#closePending();
      else if (this.#above === undefined) {
        if (/^key$/i.test(last.text)) this.#words.push(last.text);
      } else this.#addValue(this.#above.label, last.text);
    }
    return {
      parts: this.#parts,
      addresses: this.#addresses,
      words: this.#words,
      hasUnknownLabel: this.#hasUnknownLabel,
      hasAddressAsKey: this.#hasAddressAsKey,
    };
  }

  addLine(line: string): void {
    if (line === '' || isButton(line)) return;
    const split = splitLabel(line);
    // A server is an address: "url:abc" is a word with a colon.
    const isServer = split !== undefined && (split.label.kind !== 'server' || isPossibleServer(split.value));
    if (split !== undefined && isServer) {
      this.#addSplit(split, line);
      return;
    }
    if (this.#pending?.beside !== undefined && hasAddress(line)) this.#closePending();
    if (this.#pending?.beside !== undefined && !looksLikeKey(line)) throw ambiguous();
    const label = this.#takePending();
    if (label !== undefined) {
      this.#addValue(label, line);
      return;
    }
    if (hasAddress(line)) this.#addWithAddress(line, undefined);
    else this.#addLoose(line);
  }

  #addSplit({ label, value, beside }: Split, text: string): void {
    const above = this.#pending;
    this.#closePending();
    // Below "Stream key", "key=abc" and "user=abc" may be the key itself.
    if (above?.label.kind === 'key' && value !== '' && GLUED_VALUE.test(text)) throw ambiguous();
    if (value !== '') {
      this.#above = undefined;
      this.#addValue(label, value);
      return;
    }
    this.#above = above;
    this.#pending = { label, text, beside };
  }

  /** What stands beside a label and could be a part of it is its value, where no other one stands below. */
  #closePending(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending?.beside !== undefined) this.#addValue(pending.label, pending.beside);
  }

  #takePending(): Label | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    this.#above = undefined;
    return pending?.label;
  }

  #addValue(label: Label, value: string): void {
    if (hasAddress(value)) {
      if (label.kind !== 'server') this.#hasAddressAsKey = true;
      this.#addWithAddress(value, label);
      return;
    }
    this.#parts.push({ kind: kindOf(label), value: isEmptyValue(value) ? '' : oneWord(value, label) });
  }

  /** A line with an address: what stands behind is a key, a labelled value or options. */
  #addWithAddress(line: string, label: Label | undefined): void {
    const words = line.split(/\s+/);
    const first = words.findIndex((word) => isAddress(word));
    if (label === undefined && PLAYBACK.test(words.slice(0, first).join(' '))) return;
    const rest: string[] = [];
    for (const word of words.slice(first)) {
      if (isAddress(word)) this.#addAddress(unwrap(word), label);
      else rest.push(word);
    }
    this.#addBefore(words.slice(0, first), label);
    const behind = rest.filter((word) => !LIBRTMP_OPTION.test(word)).join(' ');
    if (behind === '' || isButton(behind)) return;
    const split = splitLabel(behind) ?? splitLeadingLabel(behind);
    if (split !== undefined) {
      this.#addSplit(split, behind);
      return;
    }
    // The rest of a quoted text with a blank in it is no key.
    const isWithinQuotes = /^["'`]/.test(words[first] ?? '') && !QUOTED.test(words[first] ?? '');
    if (/\s/.test(behind) || isWithinQuotes) throw ambiguous();
    this.#addWord(behind);
  }

  /** Bullets and rulers are no words. */
  #addWord(word: string): void {
    if (/[\p{L}\p{N}]/u.test(word)) this.#words.push(unquote(word));
  }

  #addAddress(address: string, label: Label | undefined): void {
    if (label?.kind === 'server') this.#parts.push({ kind: kindOf(label), value: address });
    else this.#addresses.push(address);
  }

  /** `Key: abc Server: rtmp://…`: what stands before an address counts where it is labelled. */
  #addBefore(words: readonly string[], label: Label | undefined): void {
    const text = words.join(' ');
    const split = text === '' ? undefined : splitLabel(text);
    if (split !== undefined && split.value !== '' && split.label.kind !== 'server') {
      const [value = ''] = split.value.split(/\s+/);
      this.#parts.push({ kind: kindOf(split.label), value: unquote(value) });
      return;
    }
    if (label !== undefined && label.kind !== 'server' && text !== '') throw ambiguous();
    this.#noteHiddenKey(words);
  }

  /** A key among words that are not taken apart must not be left out in silence. */
  #noteHiddenKey(words: readonly string[]): void {
    if (words.some((word) => looksLikeKey(word))) this.#hasUnknownLabel = true;
  }

  #addLoose(line: string): void {
    if (!/\s/.test(line)) this.#addWord(line);
    else if (/^[^:：=]{1,60}[:：=]\s*\S/.test(line)) this.#hasUnknownLabel = true;
    else this.#noteHiddenKey(line.split(/\s+/));
  }
}

interface Pending {
  readonly label: Label;
  readonly text: string;
  readonly beside: string | undefined;
}

interface Split {
  readonly label: Label;
  readonly value: string;
  /** In "Stream key: live", the word that may belong to the label or be its value. */
  readonly beside?: string | undefined;
}

/** `Label: value`, `label = value`, `label<tab>value`, or a label alone. */
function splitLabel(line: string): Split | undefined {
  // A path is no label, as "/app" parted from its address.
  if (line.startsWith('/')) return undefined;
  const whole = readLabel(line);
  if (whole !== undefined) return besideLabel(line) ?? { label: whole, value: '' };
  // A query is one value, whatever the names in it.
  if (QUERY.test(line) && !hasAddress(line)) {
    if (readLabel(line.slice(0, line.indexOf('=')))?.kind === 'key') throw ambiguous();
    return undefined;
  }
  const separator = /[:：=\t]|\s{2,}/g;
  for (let match = separator.exec(line); match !== null && match.index <= 80; match = separator.exec(line)) {
    if (match[0] === ':' && line.startsWith('//', match.index + 1)) return undefined;
    const label = readLabel(line.slice(0, match.index));
    if (label !== undefined) {
      return { label, value: valueAfter(line.slice(match.index + match[0].length), match[0]) };
    }
  }
  return undefined;
}

/** Further signs are part of the separator where a blank parts them from the value, or parted the label from them. */
function valueAfter(rest: string, separator: string): string {
  const signs = separator.trim() === '' ? /^\s*[:：=]*\s*/ : /^[:：=]*\s+/;
  return rest.replace(signs, '');
}

function besideLabel(line: string): Split | undefined {
  const match = /^([^:：=\t]+?)(?:[:：=\t]| {2})\s*([^\s:：=()（）]+)$/.exec(line);
  const beside = match?.[2];
  const label = beside === undefined || isButton(beside) ? undefined : readLabel(match?.[1] ?? '');
  return label === undefined || label.kind === 'server' ? undefined : { label, value: '', beside };
}

/** `stream key abc` behind an address: the longest label that the words begin with. */
function splitLeadingLabel(text: string): Split | undefined {
  const words = text.split(' ');
  for (let count = Math.min(words.length - 1, 4); count > 0; count -= 1) {
    const label = readLabel(words.slice(0, count).join(' '));
    if (label !== undefined) return { label, value: words.slice(count).join(' ') };
  }
  return undefined;
}

function isPossibleServer(value: string): boolean {
  return value === '' || hasAddress(value) || isEmptyValue(value);
}

function kindOf({ kind, isBackup }: Label): PartKind {
  if (!isBackup) return kind;
  if (kind === 'server') return 'backup';
  return kind === 'key' ? 'backupKey' : kind;
}

/** A password may hold blanks, a key and a user name do not. */
function oneWord(value: string, { kind }: Label): string {
  if (kind === 'password') return value;
  const [first = '', ...others] = value.split(/\s+/);
  const rest = others.join(' ');
  if (rest !== '' && !isButton(rest) && !/^[（(].*[)）]$/.test(rest)) throw ambiguous();
  return unquote(first);
}

function hasAddress(text: string): boolean {
  return text.includes('://') && text.split(/\s+/).some((word) => isAddress(word));
}

function isAddress(word: string): boolean {
  return ADDRESS.test(unwrap(word));
}

/** Without quotes and brackets around it, and without a label glued to an address. */
function unwrap(word: string): string {
  return withoutClosing(word.replace(OPENING, '').replace(GLUED_LABEL, '').replace(OPENING, ''));
}

/** Without the quotes, brackets and commas at its end. */
export function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSING.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Without quotes that stand around the whole of a word; every other byte may be a key's own. */
function unquote(word: string): string {
  return (
    QUOTED.exec(word)
      ?.slice(1)
      .find((inside) => inside !== undefined) ?? word
  );
}

function ambiguous(): AppError {
  return new AppError('input/bad-url', { message: texts.addresses.moreThanServerAndKey });
}

function readJson(text: string): Parts | undefined {
  if (!/^[[{]/.test(text) || /^<|^\{[a-z_ ]+\}$/i.test(text)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Not JSON: braces may be a template.
    return undefined;
  }
  const parts: Part[] = [];
  const addresses: string[] = [];
  const visit = (value: unknown, name: string, depth: number): void => {
    if (depth > MAX_JSON_DEPTH) return;
    if (typeof value === 'number' && readLabel(name)?.kind === 'key') {
      // What a number is read as may differ from what stood there.
      throw new AppError('input/bad-key', {
        message: texts.addresses.numericKey,
      });
    }
    if (typeof value === 'string') {
      const label = readLabel(name);
      const trimmed = value.trim();
      if (label !== undefined && (label.kind !== 'server' || ADDRESS.test(trimmed)))
        parts.push({ kind: kindOf(label), value: isHiddenValue(trimmed) ? '' : trimmed });
      else if (/^rtmp/i.test(trimmed) && ADDRESS.test(trimmed)) addresses.push(trimmed);
    } else if (Array.isArray(value)) {
      for (const each of value) visit(each, name, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) visit(each, key, depth + 1);
    }
  };
  visit(parsed, '', 0);
  return { parts, addresses, words: [], hasUnknownLabel: false, hasAddressAsKey: false };
}
