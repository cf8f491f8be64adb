/**
 * A save whose process is killed at any call to the system, or any of whose calls fails as on a full, broken or write-protected disk:
 * the next start finds the old state or the new, whole, and a failure is told in words.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTraced } from '../../support/computer/strace.ts';
import { files, prepare, read, save, things } from './saved-things.ts';
import type { Thing } from './saved-things.ts';

/** Runs side by side; each is a Node of its own. */
const AT_ONCE = 4;
/** What fails, and how: by the calls that change something. */
const failures: Readonly<Record<string, string>> = {
  openat: 'ENOSPC',
  write: 'ENOSPC',
  fsync: 'EIO',
  close: 'EIO',
  rename: 'EROFS',
};
/** What is told of them. */
const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EIO: 'the disk reported an error',
  EROFS: 'the disk is read-only',
};

interface Point {
  readonly name: string;
  /** Of the calls of this name by its thread. */
  readonly count: number;
  readonly text: string;
}

let root: string;
let script: string;
let runs = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'upcast-test-cut-off-'));
  script = join(root, 'cut-off-save.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./cut-off-save.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'error',
    alias: { 'node:crypto': fileURLToPath(new URL('./foreseeable-crypto.ts', import.meta.url)) },
  });
  for (const thing of things) await prepare(join(root, thing), thing);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function startFolder(thing: Thing): string {
  runs += 1;
  const folder = join(root, `run-${runs}`);
  cpSync(join(root, thing), folder, { recursive: true });
  return folder;
}

async function trace(folder: string, thing: Thing, inject?: string) {
  return await runTraced({
    script,
    args: [folder, thing],
    files,
    logPath: `${folder}.log`,
    ...(inject === undefined ? {} : { inject }),
  });
}

/** The calls of the first save. */
async function pointsOf(thing: Thing): Promise<readonly Point[]> {
  const { calls, output } = await trace(startFolder(thing), thing);
  expect(output).toContain('saved');
  const counts = new Map<string, number>();
  const points: Point[] = [];
  let marks = 0;
  for (const { thread, name, text } of calls) {
    const counted = `${thread} ${name}`;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
    if (/\/(begin|end)"/.test(text)) marks += 1;
    else if (marks === 1) points.push({ name, count: counts.get(counted) ?? 0, text });
  }
  return points;
}

async function forEachPoint<P extends Point>(
  points: readonly P[],
  run: (point: P) => Promise<void>,
): Promise<void> {
  const open = [...points];
  const work = async (): Promise<void> => {
    for (let point = open.shift(); point !== undefined; point = open.shift()) await run(point);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

it('is flushed before it replaces the old, and the folder after', async () => {
  const order = ['openat', 'write', 'fsync', 'close', 'rename', 'openat', 'fsync', 'close'];
  const names = (await pointsOf('settings')).map(({ name }) => name);
  expect(names.filter((name) => order.includes(name))).toEqual(order);
});

describe.each(things)('%s', (thing) => {
  it('killed at any call: the old or the new, whole, and the next save works', async () => {
    const points = await pointsOf(thing);
    expect(points.map(({ name }) => name)).toContain('rename');
    const oldState = await read(startFolder(thing));
    const saved = startFolder(thing);
    await save(saved, thing, () => undefined);
    const newState = await read(saved);
    expect(newState).not.toEqual(oldState);
    const seen: string[] = [];
    await forEachPoint(points, async ({ name, count, text }) => {
      const folder = startFolder(thing);
      const { signal, output } = await trace(folder, thing, `${name}:signal=KILL:when=${count}`);
      expect([signal, output], text).toEqual(['SIGKILL', '']);
      const found = await read(folder);
      const isOld = JSON.stringify(found) === JSON.stringify(oldState);
      expect(found, text).toEqual(isOld ? oldState : newState);
      seen.push(isOld ? 'old' : 'new');
      const leftovers = readdirSync(folder, { recursive: true }).filter((file) =>
        /\.tmp$|\.bad-/.test(String(file)),
      );
      expect(leftovers, text).toEqual([]);
      // What was deleted is gone after a start: there is nothing to bring back.
      if (thing === 'restoredReport') return;
      if (isOld) await save(folder, thing, () => undefined);
      expect(await read(folder), text).toEqual(newState);
    });
    expect(new Set(seen)).toContain('old');
  }, 60_000);

  it('on a disk that fails: told in words, whole, and saved the next time', async () => {
    const points = (await pointsOf(thing)).filter(
      // Whether a listing's handle closes well changes nothing.
      ({ name }, index, all) =>
        failures[name] !== undefined && !(name === 'close' && all[index - 1]?.name === 'getdents64'),
    );
    const saved = startFolder(thing);
    await save(saved, thing, () => undefined);
    const newState = await read(saved);
    await forEachPoint(points, async ({ name, count, text }) => {
      const folder = startFolder(thing);
      const error = failures[name] ?? '';
      const { output } = await trace(folder, thing, `${name}:error=${error}:when=${count}`);
      const [first] = JSON.parse(output) as { code: string; message?: string }[];
      expect(first, text).toEqual({
        code: 'settings/write-failed',
        message: expect.stringContaining(words[error] ?? ''),
      });
      // The process had another try, with nothing in its way.
      expect(await read(folder), text).toEqual(newState);
    });
  }, 60_000);
});
