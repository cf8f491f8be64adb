/** A command that failed ends with its code, whatever a library does at the end of the process. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const report = join(import.meta.dirname, '../../../build/setup/report.mjs');

function exitCodeOf(main: string): number | null {
  const script = `import { runCommand } from ${JSON.stringify(report)}; await runCommand(${main});`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' }).status;
}

test.each([
  ['a code', 'async () => 3', 3],
  ['success', 'async () => 0', 0],
  ['an error', 'async () => { throw new Error("x"); }', 1],
  [
    'a code, beside a library that ends the process',
    'async () => (process.on("beforeExit", () => process.exit(0)), 1)',
    1,
  ],
])('%s', (_what, main, code) => expect(exitCodeOf(main)).toBe(code));
