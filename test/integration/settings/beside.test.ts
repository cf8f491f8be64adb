/** Several processes on the same saved files: the window changes them, each `live` beside it reads and changes nothing. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';

const READS = 40;

let root: string;
let script: string;
let folders = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'upcast-test-beside-'));
  script = join(root, 'beside.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./beside.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'error',
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function newFolder(): string {
  folders += 1;
  const folder = join(root, `saved-${folders}`);
  mkdirSync(folder);
  return folder;
}

type Role = 'window' | 'cutOff' | 'live';

function start(folder: string, role: Role) {
  const child = spawn(process.execPath, [script, folder, role], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value);
  return {
    next,
    ask: async (line: string): Promise<Seen> => {
      child.stdin.write(`${line}\n`);
      return JSON.parse(await next()) as Seen;
    },
    /** Resolves with its exit code. */
    end: async (): Promise<unknown> => {
      const exited = once(child, 'exit');
      child.stdin.end();
      return (await exited)[0];
    },
  };
}

interface Seen {
  readonly pairs: readonly (readonly [string, string])[];
  readonly problems: readonly string[];
}

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

it('L19: a live beside a window that saves over and over sees each key at its own server, and takes nothing back', async () => {
  const folder = newFolder();
  const window = start(folder, 'window');
  expect(await window.next()).toBe('saving');
  const lives = [start(folder, 'live'), start(folder, 'live')];
  const seen = new Set<string>();
  for (let count = 0; count < READS; count += 1) {
    for (const { pairs, problems } of await Promise.all(lives.map((live) => live.ask('read')))) {
      expect(problems).toEqual([]);
      const [[url, key] = ['', '']] = pairs;
      expect(key).toBe(`key-of-${url.split('/').at(-1)}`);
      seen.add(url);
    }
  }
  expect(seen.size).toBeGreaterThan(1);
  const last = window.next();
  expect(await window.end()).toBe(0);
  const name = await last;
  const pair = [`rtmp://127.0.0.1/${name}`, `key-of-${name}`];
  expect(await lives[0]?.ask('read')).toEqual({ pairs: [pair], problems: [] });
  expect(readdirSync(folder).toSorted()).toEqual(['secrets.bin', 'settings.json']);
  for (const live of lives) expect(await live.end()).toBe(0);
});

it('L19: a change that is under way is left to the process that makes it', async () => {
  const folder = newFolder();
  expect(await start(folder, 'cutOff').end()).toBe(0);
  const before = filesOf(folder);
  const live = start(folder, 'live');
  const old: Seen = { pairs: [['rtmp://127.0.0.1/before', 'key-of-before']], problems: [] };
  expect(await live.ask('read')).toEqual(old);
  expect(filesOf(folder)).toEqual(before);
  await live.end();
});

it('L19: what a live changes holds for its run and reaches no file', async () => {
  const folder = newFolder();
  await start(folder, 'cutOff').end();
  const before = filesOf(folder);
  const live = start(folder, 'live');
  expect(await live.ask('change')).toEqual({
    pairs: [['rtmp://127.0.0.1/live', 'key-of-live']],
    problems: [],
  });
  expect(filesOf(folder)).toEqual(before);
  await live.end();
});

it('L19: a live leaves files that it cannot read where they are, with what another process still writes', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'settings.json'), '{"version": 2, "dest');
  writeFileSync(join(folder, 'secrets.bin'), 'sealed elsewhere');
  // Of a process that is gone: the window removes it at its next start.
  writeFileSync(join(folder, '.settings.json.4194304.0123456789abcdef.tmp'), '{');
  const before = filesOf(folder);
  const live = start(folder, 'live');
  expect(await live.ask('read')).toEqual({ pairs: [], problems: ['settings/corrupt', 'settings/corrupt'] });
  expect(filesOf(folder)).toEqual(before);
  await live.end();
});
