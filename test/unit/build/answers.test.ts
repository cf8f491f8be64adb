import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'docs/answers.md'), 'utf8');
const answers = text.split(/^(?=\d+\. )/m).slice(1);

describe('docs/answers.md', () => {
  it('answers every complaint from 1 to 20', () => {
    expect(answers.map((answer) => Number.parseInt(answer, 10))).toEqual(
      Array.from({ length: 20 }, (_unused, index) => index + 1),
    );
  });

  it.each(answers.map((answer) => [answer.slice(0, 60), answer] as const))(
    '%s… names tests that exist',
    (_start, answer) => {
      const named = [...answer.matchAll(/`(test\/\S+)` › ([^`]+)/g)];
      expect(named.length).toBeGreaterThan(0);
      for (const [, file = '', title = ''] of named) {
        expect(existsSync(join(root, file)), file).toBe(true);
        expect(readFileSync(join(root, file), 'utf8')).toContain(`'${title.replace(/\s+/g, ' ').trim()}'`);
      }
    },
  );
});
