/** Locks of start-up: one owner at a time, across processes, and none that outlives its owner. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '../../../build/setup/lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the lock is there during the work and gone after it, even when the work fails', async () => {
  const path = join(folder, 'x.lock');
  await withLock('x', async () => expect(readFileSync(path, 'utf8')).toBe(String(process.pid)), folder);
  expect(existsSync(path)).toBe(false);
  await expect(withLock('x', () => Promise.reject(new Error('broken')), folder)).rejects.toThrow('broken');
  expect(existsSync(path)).toBe(false);
});

test('processes take turns', async () => {
  const script = join(folder, 'worker.mjs');
  const log = join(folder, 'log');
  const lockModule = join(import.meta.dirname, '../../../build/setup/lock.mjs');
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs';
     import { withLock } from ${JSON.stringify(lockModule)};
     for (let turn = 0; turn < 3; turn += 1) {
       await withLock('turns', async () => {
         appendFileSync(${JSON.stringify(log)}, 'in\\n');
         await new Promise((resolve) => setImmediate(resolve));
         appendFileSync(${JSON.stringify(log)}, 'out\\n');
       }, ${JSON.stringify(folder)});
     }`,
  );
  const workers = [1, 2, 3].map(() => spawn(process.execPath, [script], { stdio: 'ignore' }));
  await Promise.all(workers.map((worker) => once(worker, 'close')));
  expect(readFileSync(log, 'utf8')).toBe('in\nout\n'.repeat(9));
});

test('the lock of a process that is gone is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(folder, 'x.lock'), String(pid));
  await expect(withLock('x', () => Promise.resolve('done'), folder)).resolves.toBe('done');
});
