/** A save that is killed before any of its calls to the file system leaves the old or the new, whole, and no rubbish. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SecretStore } from '../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { testKeychain } from './test-keychain.ts';

const CALLS = [
  ...['mkdir', 'open file', 'write first half', 'write second half', 'sync file', 'close file', 'rename'],
  ...['open folder', 'sync folder', 'close folder'],
];
const now = (): number => 7;

let root: string;
let script: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'upcast-test-killed-save-'));
  script = join(root, 'save-process.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./save-process.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outdir: root,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
  const start = join(root, 'before');
  mkdirSync(start);
  await (await SettingsStore.open(start, now)).update((before) => ({ ...before, gain: 3 }));
  await (await SecretStore.open(start, testKeychain, now)).set('one', { key: 'the old key' });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder with what was saved before. */
function startFolder(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const file of ['settings.json', 'secrets.bin'])
    copyFileSync(join(root, 'before', file), join(folder, file));
  return folder;
}

/** Saves in a process of its own and kills it where it stops; gives the calls it came to. */
async function saveAndKill(folder: string, what: string, stopBefore: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, folder, what, String(stopBefore)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.includes('stopped\n')) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  const lines = output.trim().split('\n');
  return lines.slice(lines.indexOf('saving') + 1);
}

describe.each(['settings', 'secrets'])('%s', (what) => {
  it('are flushed before they replace the old, and the folder after', async () => {
    expect(await saveAndKill(startFolder(`${what}-whole`), what, 0)).toEqual([...CALLS, 'saved']);
  });

  it.each(CALLS.map((name, index) => [name, index] as const))('killed before: %s', async (_name, index) => {
    const folder = startFolder(`${what}-${index}`);
    const reached = await saveAndKill(folder, what, index + 1);
    expect(reached).toEqual([...CALLS.slice(0, index + 1), 'stopped']);

    const isNew = index > CALLS.indexOf('rename');
    const settings = await SettingsStore.open(folder, now);
    const secrets = await SecretStore.open(folder, testKeychain, now);
    expect([settings.problem, secrets.problem]).toEqual([undefined, undefined]);
    expect(settings.get().gain).toBe(what === 'settings' && isNew ? 2 : 3);
    expect(secrets.get('one').key).toBe(what === 'secrets' && isNew ? 'the new key' : 'the old key');
    expect(readdirSync(folder).toSorted()).toEqual(['secrets.bin', 'settings.json']);
  });
});
