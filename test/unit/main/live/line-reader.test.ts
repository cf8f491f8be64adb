import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineReader } from '../../../../electron/main/live/line-reader.ts';

async function* chunksOf(chunks: readonly (Buffer | string)[]): AsyncGenerator<Buffer | string> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

async function linesOf(chunks: readonly (Buffer | string)[], maxBytes = 100): Promise<readonly string[]> {
  const reader = new LineReader(chunksOf(chunks));
  const lines: string[] = [];
  for (let line = await reader.next(maxBytes); line !== undefined; line = await reader.next(maxBytes))
    lines.push(line.isTooLong ? '(too long)' : line.text);
  return lines;
}

test('gives lines however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
        { maxLength: 6 },
      ),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (lines, lengths) => {
        const data = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks: Buffer[] = [];
        for (let at = 0, index = 0; at < data.length; index += 1) {
          const length = lengths[index % lengths.length] ?? 1;
          chunks.push(data.subarray(at, at + length));
          at += length;
        }
        expect(await linesOf(chunks, 1000)).toEqual(lines.map((line) => Buffer.from(line).toString()));
      },
    ),
  );
});

test('takes a last line without an end, and lines that end as on Windows', async () => {
  expect(await linesOf(['one\r\ntwo\n\nthree'])).toEqual(['one', 'two', '', 'three']);
  expect(await linesOf([])).toEqual([]);
});

test('passes over a line that is too long, and goes on with the next one', async () => {
  const long = 'x'.repeat(60);
  expect(await linesOf(['a\n', long, long, long, '\nb\n'])).toEqual(['a', '(too long)', 'b']);
  expect(await linesOf([long, long])).toEqual(['(too long)']);
});

test('reads no more than the line that is asked for', async () => {
  let given = 0;
  async function* counted(): AsyncGenerator<string> {
    for (;;) {
      given += 1;
      yield await Promise.resolve('line\n');
    }
  }
  const reader = new LineReader(counted());
  await reader.next(100);
  await reader.next(100);
  expect(given).toBe(2);
});
