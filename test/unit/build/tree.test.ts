/** The tree of the product, its tests and its build: no file imports itself by way of others, no folder is too long a list, no file too long. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

const repository = join(import.meta.dirname, '../../..');

function filesOf(rooms: readonly string[]): readonly string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(repository, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(repository, join(entry.parentPath, entry.name))),
  );
}

/** Written by hand: the product, its tests, its build and its pages, without what tests only read. */
const ownFiles = filesOf(['build', 'docs', 'electron', 'renderer', 'shared', 'test']).filter(
  (file) => !/^test\/(fixtures|fuzz\/regressions)\//.test(file.replaceAll('\\', '/')),
);

const linesOf = (file: string): number => readFileSync(join(repository, file), 'utf8').split('\n').length - 1;

function importsOf(rooms: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = filesOf(rooms).filter((file) => /\.(?:tsx?|mjs)$/.test(file));
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

test('no file imports itself by way of others, also of types and in tests', () => {
  const imports = importsOf(['build', 'electron', 'renderer', 'shared', 'test']);
  expect(imports.size).toBeGreaterThan(1000);
  expect(circles(imports)).toEqual([]);
});

/** Which folders right below `room` import which, also types. */
function foldersOf(room: string): ReadonlyMap<string, readonly string[]> {
  const folderOf = (file: string): string => file.slice(room.length + 1).split(sep)[0] ?? '';
  const imports = new Map<string, readonly string[]>();
  for (const [file, targets] of importsOf([room])) {
    const folder = folderOf(file);
    const others = targets.map(folderOf).filter((other) => other !== folder);
    imports.set(folder, [...(imports.get(folder) ?? []), ...others]);
  }
  return imports;
}

test.each([join('electron', 'engine'), 'renderer', join('renderer', 'features')])(
  'no folder of %s imports itself by way of others',
  (room) => {
    const imports = foldersOf(room);
    expect(imports.size).toBeGreaterThan(5);
    expect(circles(imports)).toEqual([]);
  },
);

test('no folder holds more than 15 files', () => {
  const counts = new Map<string, number>();
  for (const file of ownFiles) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect(ownFiles.length).toBeGreaterThan(900);
  expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
});

test('no file of code is longer than 350 lines', () => {
  const code = ownFiles.filter((file) => /\.(tsx?|[cm]js|css|html|py)$/.test(file));
  expect(code.filter((file) => linesOf(file) > 350)).toEqual([]);
});

test('each proof has a name of its own, wherever it lies', () => {
  const names = ownFiles.filter((file) => file.endsWith('.long.ts')).map((file) => basename(file));
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
});

/** Lines of the product that match, with their file. */
function linesThat(matches: RegExp): string[] {
  return [...importsOf(['electron', 'renderer', 'shared']).keys()].flatMap((file) => {
    const lines = readFileSync(join(repository, file), 'utf8').split('\n');
    return lines.filter((line) => matches.test(line)).map((line) => `${file}: ${line.trim()}`);
  });
}

test('a statement that counts is written += 1', () => {
  expect(linesThat(/^\s*[\w.#[\]]+(?:\+\+|--);$/)).toEqual([]);
  expect(linesThat(/\bfor \(.*; .*; (?:.*, )?[\w.#[\]]+(?:\+\+|--)[,)]/)).toEqual([]);
});

test('a number that never changes has a name in SCREAMING_SNAKE', () => {
  expect(linesThat(/^(?:export )?const [a-z]\w* = (?:-?[\d_.]+(?: \* [\d_]+)*|0x[\da-f]+);/)).toEqual([]);
});
