import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const promises = (text.split('## What Upcast promises')[1] ?? '').split('## Supported versions')[0] ?? '';
const each = promises.split(/^(?=\*\*)/m).slice(1);

describe('SECURITY.md', () => {
  it('promises something', () => {
    expect(each.length).toBeGreaterThan(10);
  });

  it.each(each.map((promise) => [promise.slice(0, 40).replaceAll('*', ''), promise] as const))(
    '%s… names tests that exist',
    (_start, promise) => {
      const named = [...promise.matchAll(/^- `(test\/\S+)` › (.+(?:\n {2}.+)*)$/gm)];
      expect(named.length).toBeGreaterThan(0);
      for (const [, file = '', title = ''] of named) {
        expect(existsSync(join(root, file)), file).toBe(true);
        expect(readFileSync(join(root, file), 'utf8')).toContain(`'${title.replace(/\s+/g, ' ').trim()}'`);
      }
    },
  );
});
