/** The tree: no file imports itself by way of others, also not for its types alone, no folder is too long a list, no file too long. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const repository = join(import.meta.dirname, '../../..');

function importsOf(rooms: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = rooms.flatMap((room) =>
    readdirSync(join(repository, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(repository, join(entry.parentPath, entry.name))),
  );
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(repository, file), 'utf8');
      const found = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)];
      const targets = found.map(([, target = '']) => normalize(join(dirname(file), target)));
      return [file, targets.filter((target) => known.has(target))];
    }),
  );
}

/** The files of each circle, by looking from every file along its imports for the file itself. */
function circles(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reached = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [...(imports.get(start) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(imports.get(next) ?? []));
    }
    return seen;
  };
  const reach = new Map([...imports.keys()].map((file) => [file, reached(file)]));
  return [...reach]
    .filter(([file, seen]) => seen.has(file))
    .map(([file, seen]) => [
      file,
      ...[...seen].filter((each) => each !== file && reach.get(each)?.has(file)),
    ]);
}

test('a circle is found', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(circles(imports)).toEqual([
    ['b', 'c'],
    ['c', 'b'],
  ]);
});

test('no file imports itself by way of others', () => {
  const imports = importsOf(['electron', 'renderer', 'shared']);
  expect(imports.size).toBeGreaterThan(400);
  expect(circles(imports)).toEqual([]);
});

test('no folder holds more than 15 files of the product', () => {
  const counts = new Map<string, number>();
  for (const file of importsOf(['electron', 'renderer', 'shared', 'test/unit']).keys()) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
});

test('no file of the product is longer than 350 lines', () => {
  const long = [...importsOf(['electron', 'renderer', 'shared']).keys()].flatMap((file) => {
    const lines = readFileSync(join(repository, file), 'utf8').split('\n').length - 1;
    return lines > 350 ? [`${file}: ${lines}`] : [];
  });
  expect(long).toEqual([]);
});
