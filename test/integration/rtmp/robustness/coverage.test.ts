/** Every line of the robustness list is named by a test of this folder. */
import { expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const lineCount = 62;
/** `'R12: …'`, and several in one name: `'R17, R18: …'`. */
const names = /['`](R\d+(?:, R\d+)*)(?=['`:])/g;

it('covers every line of the robustness list', () => {
  const covered = new Set<string>();
  for (const file of readdirSync(import.meta.dirname)) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    for (const [, lines = ''] of text.matchAll(names))
      for (const line of lines.split(', ')) covered.add(line);
  }
  const all = Array.from({ length: lineCount }, (_, index) => `R${index + 1}`);
  expect(all.filter((line) => !covered.has(line))).toEqual([]);
});
