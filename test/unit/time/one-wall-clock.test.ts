/** One module reads the wall clock; a `timeOrigin` is a reading of it, too. Everything else is given the time, or asks there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const repository = join(import.meta.dirname, '../../..');
const reads = /\bDate\.now\b|new Date\(\s*\)|(?<![\w.])Date\(\s*\)|Temporal\.Now|\btimeOrigin\b/;

function sources(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

test('shared/clock.ts alone reads the wall clock', () => {
  const readers = ['shared', 'electron', 'renderer']
    .flatMap(sources)
    .filter((file) => reads.test(readFileSync(join(repository, file), 'utf8')));
  expect(readers).toEqual(['shared/clock.ts']);
});

test('a reader would be found', () => {
  for (const text of ['Date.now()', 'new Date()', 'const f = Date.now;', ' Date()', 'performance.timeOrigin'])
    expect(text).toMatch(reads);
  for (const text of ['new Date(timeMs)', 'wallMs()', 'validDate()']) expect(text).not.toMatch(reads);
});
