import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Two thirds of what a frame once took. */
const MOST_FRAME_HOPS = 30;

const ROOT = join(import.meta.dirname, '../../..');
const section = (
  /## Hops\n([\s\S]*?)\n## /.exec(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'))?.[1] ?? ''
).replaceAll(/\n- [a-z ]+:/g, '\n');

/** `path` name, name [asked, asked] */
function hops(): { readonly path: string; readonly names: readonly string[] }[] {
  return [...section.matchAll(/`([\w./-]+\.tsx?)`([^`→]*)/g)].map(([, path = '', rest = '']) => ({
    path,
    names: [
      ...(rest.split(/[;.(]|\n\n/)[0] ?? '').replaceAll(/\[[^\]]*\]/g, '').matchAll(/#?[a-zA-Z]+/g),
    ].map(([name]) => name),
  }));
}

describe('the hops of ARCHITECTURE.md', () => {
  it.each(hops().map(({ path, names }) => [path, names.join(', '), names] as const))(
    '%s has %s',
    (path, _shown, names) => {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      const code = readFileSync(join(ROOT, path), 'utf8');
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !new RegExp(`(?<![\\w#])${name}\\b`).test(code))).toEqual([]);
    },
  );

  it('counts the hops of a frame as the list has them', () => {
    const [, listed = '', counted = ''] =
      /Each frame, in (\d+) hops[^\n]*\n([\s\S]*?)\nA credit goes back/.exec(section) ?? [];
    const names = [...counted.matchAll(/`[\w./-]+`([^`→]*)/g)].flatMap(([, rest = '']) => [
      ...rest.replaceAll(/\[[^\]]*\]/g, '').matchAll(/#?[a-zA-Z]+/g),
    ]);
    expect(names.map(([name]) => name)).toHaveLength(Number(listed));
    expect(names.length).toBeLessThanOrEqual(MOST_FRAME_HOPS);
  });
});
