/**
 * Reads a text as whoever decodes it would: percent-encoding, HTML and JSON escapes, invisible characters, one layer after
 * the other. Each character remembers where in the original it stands, so that what is found can be masked there. Pure.
 */

/** A text and, for each of its UTF-16 units, the part of the original that it stands for. */
export interface Reading {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Encodings within encodings that are followed: more than anyone makes by mistake. */
const MAX_LAYERS = 4;
/** What may begin an escape, or can't be seen. Without any of these a text reads as it is written. */
const ENCODED = /[%&\\+\p{Cf}\p{Cc}\p{Mn}]/u;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['sol', '/'],
  ['equals', '='],
  ['quest', '?'],
]);
const jsonEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** The text as it is, then with each layer of encoding taken off, until nothing changes. */
export function readings(text: string): readonly Reading[] {
  const found: Reading[] = [asWritten(text)];
  if (!ENCODED.test(text)) return found;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const last = found.at(-1);
    if (last === undefined) break;
    const next = decodeLayer(last);
    if (next.text === last.text) break;
    found.push(next);
  }
  return found;
}

function asWritten(text: string): Reading {
  const starts = Array.from({ length: text.length }, (_, index) => index);
  return { text, starts, ends: starts.map((start) => start + 1) };
}

/** One of: bytes in percent-encoding, an HTML reference, a JSON escape, a run of what can't be seen. */
const TOKEN =
  /(?:%[0-9a-f]{2})+|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});|\\(?:u[0-9a-f]{4}|["'\\/nrtbf])|[\p{Cf}\p{Cc}\p{Mn}]+/giu;

function decodeLayer(reading: Reading): Reading {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (decoded: string, from: number, to: number): void => {
    const start = reading.starts[from] ?? 0;
    const end = reading.ends[to - 1] ?? start;
    text += decoded;
    for (let index = 0; index < decoded.length; index += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  const copy = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) add(reading.text.charAt(at), at, at + 1);
  };
  let at = 0;
  for (const match of reading.text.matchAll(TOKEN)) {
    const [token] = match;
    copy(at, match.index);
    at = match.index + token.length;
    if (token.startsWith('%')) {
      for (const { decoded, from, to } of percentDecoded(token))
        add(decoded, match.index + from, match.index + to);
      continue;
    }
    const decoded = decodeToken(token);
    if (decoded === undefined) copy(match.index, at);
    else add(decoded, match.index, at);
  }
  copy(at, reading.text.length);
  return { text, starts, ends };
}

/** Undefined when it only looks like an escape. */
function decodeToken(token: string): string | undefined {
  if (token.startsWith('&')) {
    const name = token.slice(1, -1).toLowerCase();
    if (!name.startsWith('#')) return entities.get(name);
    const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10_ffff ? String.fromCodePoint(point) : undefined;
  }
  if (token.startsWith('\\')) {
    if (/^\\u/i.test(token)) return String.fromCharCode(Number.parseInt(token.slice(2), 16));
    return jsonEscapes.get(token.charAt(1)) ?? token.charAt(1);
  }
  return '';
}

interface DecodedPiece {
  readonly decoded: string;
  /** Within the run. */
  readonly from: number;
  readonly to: number;
}

/** A run of percent-encoded bytes as characters; a byte that is no UTF-8 reads as Latin-1. */
function percentDecoded(run: string): readonly DecodedPiece[] {
  const pieces: DecodedPiece[] = [];
  let at = 0;
  while (at < run.length) {
    const lead = Number.parseInt(run.slice(at + 1, at + 3), 16);
    const bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    const to = at + bytes * 3;
    const character = to <= run.length ? decodedOrUndefined(run.slice(at, to)) : undefined;
    const end = character === undefined ? at + 3 : to;
    pieces.push({ decoded: character ?? String.fromCharCode(lead), from: at, to: end });
    at = end;
  }
  return pieces;
}

function decodedOrUndefined(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // No UTF-8.
    return undefined;
  }
}

/** Upper and lower case as one, without a change of length: each unit stays at its place. */
export function foldCase(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return Array.from({ length: text.length }, (_, index) => {
    const lower = text.charAt(index).toLowerCase();
    return lower.length === 1 ? lower : text.charAt(index);
  }).join('');
}
