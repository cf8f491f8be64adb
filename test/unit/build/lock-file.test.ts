import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('every package of the lock file is pinned by a SHA-512 hash, those of other systems too', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly link?: boolean }>>;
  };
  const unpinned = Object.entries(packages)
    .filter(
      ([path, { integrity, link }]) =>
        path !== '' && link !== true && integrity?.startsWith('sha512-') !== true,
    )
    .map(([path]) => path);
  expect(unpinned).toEqual([]);
});
