/**
 * Reads JSON that a stranger wrote, with bounds on size, depth and the number of values. A name that stands twice in one object is
 * refused, as OBS refuses it: two readers would see two files. Every number of the result is finite. Pure.
 */
import { withReason } from '../../errors/error-reasons.ts';
import type { AppError } from '../../errors/app-error.ts';

// oxlint-disable-next-line typescript/no-restricted-types -- a file with null in it is written back as it was
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** UTF-16 units; real collections have 5 to 50 kB. */
export const MAX_JSON_LENGTH = 16 * 1024 * 1024;
/** A transition of a filter of a source is nine deep; plug-ins add a few levels. */
export const MAX_JSON_DEPTH = 64;
/** Objects, lists and plain values together. */
export const MAX_JSON_VALUES = 500_000;

/** A double has 17 digits; whoever writes more of them means none of ours. */
const MAX_NUMBER_LENGTH = 400;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** An object literal takes this name for its prototype. */
const PROTOTYPE = '__proto__';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** @throws AppError `input/bad-file`, with a reason of its own for a file that is too large. */
export function parseJson(text: string): JsonValue {
  if (text.length > MAX_JSON_LENGTH) throw tooLarge();
  return new JsonParser(text).parse();
}

class JsonParser {
  private position = 0;
  private valueCount = 0;

  constructor(private readonly text: string) {
    if (text.startsWith('\ufeff')) this.position = 1;
  }

  parse(): JsonValue {
    const value = this.readValue(0);
    this.skipSpace();
    if (this.position !== this.text.length) throw damaged();
    return value;
  }

  private readValue(depth: number): JsonValue {
    this.valueCount += 1;
    if (depth > MAX_JSON_DEPTH || this.valueCount > MAX_JSON_VALUES) throw tooLarge();
    this.skipSpace();
    switch (this.text[this.position]) {
      case '{':
        return this.readObject(depth);
      case '[':
        return this.readList(depth);
      case '"':
        return this.readString();
      case 't':
        return this.readWord('true', true);
      case 'f':
        return this.readWord('false', false);
      case 'n':
        // oxlint-disable-next-line unicorn/no-null -- JSON's own
        return this.readWord('null', null);
      default:
        return this.readNumber();
    }
  }

  private readObject(depth: number): JsonObject {
    const object: Record<string, JsonValue> = {};
    this.position += 1;
    if (this.takeSign('}')) return object;
    do {
      this.skipSpace();
      if (this.text[this.position] !== '"') throw damaged();
      const name = this.readString();
      if (name === PROTOTYPE || Object.hasOwn(object, name) || !this.takeSign(':')) throw damaged();
      object[name] = this.readValue(depth + 1);
    } while (this.takeSign(','));
    if (!this.takeSign('}')) throw damaged();
    return object;
  }

  private readList(depth: number): readonly JsonValue[] {
    const list: JsonValue[] = [];
    this.position += 1;
    if (this.takeSign(']')) return list;
    do {
      list.push(this.readValue(depth + 1));
    } while (this.takeSign(','));
    if (!this.takeSign(']')) throw damaged();
    return list;
  }

  private readString(): string {
    const start = this.position;
    let hasEscape = false;
    for (let end = start + 1; end < this.text.length; end += 1) {
      const unit = this.text.charCodeAt(end);
      if (unit === QUOTE) {
        this.position = end + 1;
        return hasEscape ? unescape(this.text.slice(start, end + 1)) : this.text.slice(start + 1, end);
      }
      if (unit < SPACE) throw damaged();
      if (unit === BACKSLASH) {
        hasEscape = true;
        end += 1;
      }
    }
    throw damaged();
  }

  private readNumber(): number {
    const start = this.position;
    while (this.position - start <= MAX_NUMBER_LENGTH && isOfNumber(this.text.charCodeAt(this.position)))
      this.position += 1;
    const digits = this.text.slice(start, this.position);
    const number = NUMBER.test(digits) ? Number(digits) : Number.NaN;
    if (!Number.isFinite(number)) throw damaged();
    return number;
  }

  private readWord<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.position)) throw damaged();
    this.position += word.length;
    return value;
  }

  /** Whether the next thing is this sign, which is passed then. */
  private takeSign(sign: string): boolean {
    this.skipSpace();
    if (this.text[this.position] !== sign) return false;
    this.position += 1;
    return true;
  }

  private skipSpace(): void {
    for (;;) {
      const unit = this.text.charCodeAt(this.position);
      if (unit !== SPACE && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.position += 1;
    }
  }
}

/** A digit, a sign, a point or the letter of an exponent. */
function isOfNumber(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x2b ||
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0x45 ||
    unit === 0x65
  );
}

function unescape(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    // The cause is left out on purpose: what a JSON error quotes may be a token.
    throw damaged();
  }
}

function tooLarge(): AppError {
  return withReason('input/bad-file', 'collectionTooLarge');
}

function damaged(): AppError {
  return withReason('input/bad-file', 'collectionDamaged');
}
