import { describe, expect, it } from 'vitest';
import { MAX_TEXT_BYTES, textOfFile } from '../../../shared/studio/files/file-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the text of a file', () => {
  it('is what the file says, without the line break that ends it', () => {
    expect(textOfFile(utf8('Score\r\n1 : 2\r\n'), undefined)).toBe('Score\n1 : 2');
    expect(textOfFile(utf8(' Grüße 🎈 '), undefined)).toBe(' Grüße 🎈 ');
    expect(textOfFile(utf8(''), undefined)).toBe('');
  });

  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa9]],
    ['UTF-16, little end first', [0xff, 0xfe, 0xe9, 0x00]],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xe9]],
    ['Windows-1252', [0xe9]],
  ])('is read as %s', (_encoding, bytes) => {
    expect(textOfFile(Uint8Array.from(bytes), undefined)).toBe('é');
  });

  it('is the last lines of a log', () => {
    expect(textOfFile(utf8('one\ntwo\nthree\n'), 2)).toBe('two\nthree');
    expect(textOfFile(utf8('one\ntwo'), 10)).toBe('one\ntwo');
  });

  it('of a long log has no line that was cut off, and no half character', () => {
    const long = utf8(`${'é'.repeat(MAX_TEXT_BYTES)}\nlast\n`);
    expect(textOfFile(long.subarray(-MAX_TEXT_BYTES), 5)).toBe('last');
    const noBreak = utf8(`x${'é'.repeat(MAX_TEXT_BYTES)}x`);
    expect(textOfFile(noBreak.subarray(-MAX_TEXT_BYTES), 1) === `${'é'.repeat(9999)}x`).toBe(true);
    const start = noBreak.subarray(0, MAX_TEXT_BYTES);
    expect(textOfFile(start, undefined) === `x${'é'.repeat(9999)}`).toBe(true);
  });

  it('is text of at most 10,000 characters, whatever the bytes are', () => {
    for (const byte of [0, 0x80, 0xc3, 0xd8, 0xf0, 0xff])
      for (const lastLines of [undefined, 3])
        expect(textOfFile(new Uint8Array(MAX_TEXT_BYTES).fill(byte), lastLines).length).toBeLessThanOrEqual(
          10_000,
        );
  });
});
