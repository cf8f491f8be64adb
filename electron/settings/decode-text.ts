/** Text of a file whose encoding nobody names: by its byte order mark, as UTF-8, or by a guess that is told. */

export interface DecodedText {
  readonly text: string;
  /** The encoding that was guessed; absent where the bytes say so themselves. */
  readonly guess?: string;
}

/** `undefined` for what is no text. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = decodeMarked(bytes);
  if (marked !== undefined) return { text: marked };
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== undefined && !utf8.includes('\0')) return { text: utf8 };
  const wide = guessWide(bytes);
  if (wide !== undefined) return wide;
  // Control characters other than tab and line ends mean a binary file.
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return undefined;
  return guessNarrow(bytes);
}

function decodeMarked(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode('utf-8', bytes);
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes);
  return first === 0xfe && second === 0xff ? decode('utf-16be', bytes) : undefined;
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
  const japanese = decode('shift_jis', bytes);
  if (
    japanese !== undefined &&
    /[\u3041-\u30ff\u4e00-\u9fff]/.test(japanese) &&
    !/[\uff61-\uff9f]/.test(japanese)
  )
    return guessed('shift_jis', bytes);
  const cyrillic = decode('windows-1251', bytes) ?? '';
  // Three Cyrillic letters in a row are a word; in Western text such letters stand alone.
  return guessed(/[\u0400-\u045f]{3}/.test(cyrillic) ? 'windows-1251' : 'windows-1252', bytes);
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16'],
  ['shift_jis', 'Shift JIS'],
  ['windows-1251', 'Windows-1251 (Cyrillic)'],
  ['windows-1252', 'Windows-1252 (Western)'],
]);

function guessed(label: string, bytes: Uint8Array): DecodedText | undefined {
  const text = decode(label, bytes);
  return text === undefined ? undefined : { text, guess: NAMES.get(label) ?? label };
}

function decode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
