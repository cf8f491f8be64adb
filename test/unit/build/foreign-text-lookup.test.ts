import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** A constant that any text may look something up in, written as an object: `constructor` finds something there. */
const openLiteral = /\b(?:const|let) \w+: Readonly<(?:Partial<)?Record<string, .*= \{\s*[^\s}]/g;

test('no object literal is open to any text: a map is looked up in', () => {
  const found = ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => {
        const path = join(folder, name);
        const lines = readFileSync(join(root, path), 'utf8').match(openLiteral) ?? [];
        return lines.map((line) => `${path}: ${line.split('\n')[0] ?? ''}`);
      }),
  );
  expect(found).toEqual([]);
});
