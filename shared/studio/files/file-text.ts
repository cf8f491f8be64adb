/** The text that a source shows of a file's bytes. */
import { MAX_TEXT_LENGTH } from '../drawn-inputs.ts';

/** The most that is read of a text file: its beginning, or its end. */
export const MAX_TEXT_BYTES = 64 * 1024;

/**
 * UTF-16 where the file's first bytes say so, else UTF-8, else Windows-1252.
 * @param bytes the file's beginning, or its end where `lastLines` are wanted.
 */
export function textOfFile(bytes: Uint8Array, lastLines: number | undefined): string {
  const text = decode(bytes).replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (lastLines === undefined) return text.slice(0, MAX_TEXT_LENGTH);
  const lines = text.split('\n');
  // The first line of a part is cut off somewhere.
  const whole = bytes.length < MAX_TEXT_BYTES || lines.length === 1 ? lines : lines.slice(1);
  return whole.slice(-lastLines).join('\n').slice(-MAX_TEXT_LENGTH);
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A part may begin or end within a character.
    const isPart = bytes.length >= MAX_TEXT_BYTES;
    const whole = isPart ? withoutContinuation(bytes) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(whole, { stream: isPart });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const MAX_CONTINUATION = 3;

function withoutContinuation(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
  return start > MAX_CONTINUATION ? bytes : bytes.subarray(Math.max(0, start));
}
