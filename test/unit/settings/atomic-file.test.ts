import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeRelayFolder } from '../../../electron/main/relay/relay-folder.ts';
import { removeLeftovers, renameFile, writeFileAtomically } from '../../../electron/settings/atomic-file.ts';
import { makePrivateFolder } from '../../../electron/settings/private-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-atomic-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a link that waits where the temporary file was expected is not written through', async () => {
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'untouched');
  symlinkSync(victim, join(folder, `.export.json.${process.pid}.tmp`));
  await writeFileAtomically(join(folder, 'export.json'), 'presets');
  expect(readFileSync(victim, 'utf8')).toBe('untouched');
  expect(readFileSync(join(folder, 'export.json'), 'utf8')).toBe('presets');
  expect(statSync(join(folder, 'export.json')).mode & 0o777).toBe(0o600);
});

test('temporary files of writers that are gone are removed, of before and of now', async () => {
  for (const name of ['.a.json.999999999.tmp', '.a.json.999999999.0123456789abcdef.tmp', 'kept.tmp'])
    writeFileSync(join(folder, name), '');
  await removeLeftovers(folder);
  expect(readdirSync(folder)).toEqual(['kept.tmp']);
});

test('a relay is not written through a link, and the folder behind the link keeps its mode', async () => {
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere, { mode: 0o755 });
  symlinkSync(elsewhere, join(folder, 'upcast-relay'));
  const written = writeRelayFolder(join(folder, 'upcast-relay'), [{ path: 'nginx.conf', content: 'x' }]);
  await expect(written).rejects.toMatchObject({ code: 'settings/write-failed' });
  expect(statSync(elsewhere).mode & 0o777).toBe(0o755);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('a folder of before that others can read is closed to them', () => {
  const open = join(folder, 'logs');
  mkdirSync(open, { mode: 0o755 });
  makePrivateFolder(open);
  expect(statSync(open).mode & 0o777).toBe(0o700);
});

function held(code: string, times: number) {
  let calls = 0;
  const rename = (): Promise<void> => {
    calls += 1;
    return calls > times ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }));
  };
  return { rename, calls: () => calls };
}

test.each(['EPERM', 'EBUSY', 'EACCES'])(
  'on Windows a file that a scanner holds is renamed once it lets go: %s',
  async (code) => {
    const { rename, calls } = held(code, 2);
    await renameFile('a', 'b', { platform: 'win32', rename });
    expect(calls()).toBe(3);
  },
);

test('on Windows a file that is held for good is given up in the end, with what the system said', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { rename } = held('EPERM', Number.POSITIVE_INFINITY);
  const renamed = renameFile('a', 'b', { platform: 'win32', rename });
  const refused = expect(renamed).rejects.toMatchObject({ code: 'EPERM' });
  await vi.runAllTimersAsync();
  await refused;
  vi.useRealTimers();
});

test.each([
  ['linux', 'EACCES'],
  ['win32', 'ENOENT'],
] as const)('what waiting does not help is said at once: %s, %s', async (platform, code) => {
  const { rename, calls } = held(code, 1);
  await expect(renameFile('a', 'b', { platform, rename })).rejects.toMatchObject({ code });
  expect(calls()).toBe(1);
});
