/** Text of a file whose encoding nobody names: by its byte order mark, as UTF-8, or by a guess that is told. */

export interface DecodedText {
  readonly text: string;
  /** The encoding that was guessed; absent where the bytes say so themselves. */
  readonly guess?: string;
  /** Another encoding of the same bytes is as possible: what is beyond ASCII may be other letters. */
  readonly isDoubtful?: boolean;
  /** Zeros follow in the middle of a line, as after a power cut: the last line may have been longer. */
  readonly isCut?: boolean;
}

/** A zero of one or two bytes ends a text in C. */
const MAX_TERMINATOR_BYTES = 2;

/** `undefined` for what is no text. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const kept = withoutZeros(bytes);
  const decoded = decodeKept(kept, bytes.subarray(0, kept.length + (kept.length % 2)));
  if (decoded === undefined || decoded.text.includes('\0')) return undefined;
  // Zeros alone.
  if (decoded.text === '' && kept.length < bytes.length) return undefined;
  const isCut = bytes.length - kept.length > MAX_TERMINATOR_BYTES + 1 && !/[\r\n]$/.test(decoded.text);
  return isCut ? { ...decoded, isCut } : decoded;
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

/** `wide` has the zero that belongs to a last letter in UTF-16. */
function decodeKept(kept: Uint8Array, wide: Uint8Array): DecodedText | undefined {
  const marked = decodeMarked(kept, wide);
  if (marked !== undefined) return { text: marked };
  const utf8 = decode('utf-8', kept);
  if (utf8?.includes('\0') === false) return readEscapes(kept, utf8);
  const guess = guessWide(wide);
  if (guess !== undefined) return guess;
  // Control characters other than tab and line ends mean a binary file.
  if (kept.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return undefined;
  return guessNarrow(kept);
}

function decodeMarked(kept: Uint8Array, wide: Uint8Array): string | undefined {
  const [first, second, third] = kept;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode('utf-8', kept);
  if (first === 0xff && second === 0xfe) return decode('utf-16le', wide);
  return first === 0xfe && second === 0xff ? decode('utf-16be', wide) : undefined;
}

/** The mail form of Japanese says by escapes where its letters begin and end; to UTF-8 it is ASCII. */
function readEscapes(bytes: Uint8Array, utf8: string): DecodedText {
  const escaped = utf8.includes('\u001b$') ? guessed('iso-2022-jp', bytes) : undefined;
  return escaped ?? { text: utf8 };
}

/** UTF-16 without a mark: every other byte of ASCII text is zero. */
function guessWide(bytes: Uint8Array): DecodedText | undefined {
  const sample = bytes.subarray(0, 1000);
  const zeros = [0, 1].map((odd) => sample.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  const least = sample.length / 4;
  if (odd > least && even === 0) return guessed('utf-16le', bytes);
  return even > least && odd === 0 ? guessed('utf-16be', bytes) : undefined;
}

function guessNarrow(bytes: Uint8Array): DecodedText | undefined {
  const found = guessed(narrowLabel(bytes), bytes);
  return found && { ...found, isDoubtful: true };
}

function narrowLabel(bytes: Uint8Array): string {
  if (isJapanese(bytes)) return 'shift_jis';
  if (isChinese(bytes)) return 'gb18030';
  const cyrillic = decode('windows-1251', bytes) ?? '';
  // Three Cyrillic letters in a row are a word; in Western text such letters stand alone.
  return /[\u0400-\u045f]{3}/.test(cyrillic) ? 'windows-1251' : 'windows-1252';
}

/** A Western letter with the ASCII letter behind it reads as one Kanji too: most signs must take two bytes beyond ASCII, or be Kana. */
function isJapanese(bytes: Uint8Array): boolean {
  const text = decode('shift_jis', bytes);
  if (text === undefined || /[\uff61-\uff9f\ue000-\uf8ff]/.test(text)) return false;
  const kana = text.match(/[\u3041-\u30ff]/g)?.length ?? 0;
  const kanji = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const western = countPairs(bytes, 0x40, 0x7e);
  return kana + kanji > 0 && (kana >= western || 2 * western < kana + kanji);
}

/** GB 2312: pairs of which both bytes are high. In Cyrillic and Western words no letter but one lies below `C0`. */
function isChinese(bytes: Uint8Array): boolean {
  const text = decode('gb18030', bytes);
  if (text === undefined || countPairs(bytes, 0x40, 0x7e) > 0) return false;
  return /[\u4e00-\u9fff]{2}/.test(text) && countPairs(bytes, 0xa1, 0xbf) > 0;
}

/** Pairs of a high byte and one between the two. */
function countPairs(bytes: Uint8Array, least: number, most: number): number {
  let count = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const second = bytes[at + 1] ?? 0;
    if (second >= least && second <= most) count += 1;
    // The second of a pair begins none.
    if (second >= 0x80) at += 1;
  }
  return count;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16'],
  ['iso-2022-jp', 'ISO-2022-JP'],
  ['shift_jis', 'Shift JIS'],
  ['gb18030', 'GB 18030 (Chinese)'],
  ['windows-1251', 'Windows-1251 (Cyrillic)'],
  ['windows-1252', 'Windows-1252 (Western)'],
]);

/** Of 80 to 9F, which Node 20 leaves as control characters. */
const WESTERN_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function westernSign(control: string): string {
  return WESTERN_SIGNS[control.charCodeAt(0) - 0x80] ?? control;
}

function guessed(label: string, bytes: Uint8Array): DecodedText | undefined {
  const found = decode(label, bytes);
  const text = label === 'windows-1252' ? found?.replace(/[\u0080-\u009f]/g, westernSign) : found;
  return text === undefined ? undefined : { text, guess: NAMES.get(label) ?? label };
}

function decode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
