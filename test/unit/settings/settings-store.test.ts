import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../electron/settings/migrations.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';

let folder = '';
const now = (): number => 7;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-settings-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

test('without a file the defaults apply, and nothing is wrong', async () => {
  const store = await SettingsStore.open(folder, now);
  expect(store.get()).toEqual(defaultSettings);
  expect(store.problem).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

test('a change is on disk when its promise resolves, and is read back', async () => {
  const store = await SettingsStore.open(folder, now);
  const heard: number[] = [];
  store.onChange.on((settings) => heard.push(settings.drainSeconds));
  await store.update((settings) => ({ ...settings, drainSeconds: 2 }));
  expect(heard).toEqual([2]);
  expect(readdirSync(folder)).toEqual(['settings.json']);
  expect((await SettingsStore.open(folder, now)).get().drainSeconds).toBe(2);
});

test('many changes at once end with the last one on disk', async () => {
  const store = await SettingsStore.open(folder, now);
  await Promise.all(
    Array.from({ length: 20 }, (_each, index) =>
      store.update((settings) => ({ ...settings, drainSeconds: index })),
    ),
  );
  expect((await SettingsStore.open(folder, now)).get().drainSeconds).toBe(19);
});

test.each([
  ['not JSON', '{"version": 1, '],
  ['not settings', '{"version": 1, "theme": "pink"}'],
  ['no version', '[]'],
])('a corrupt file (%s) is kept aside and said', async (_name, text) => {
  writeFileSync(join(folder, 'settings.json'), text);
  const store = await SettingsStore.open(folder, now);
  expect(store.problem?.code).toBe('settings/corrupt');
  expect(store.problem?.details).toEqual({ reason: 'settingsAside', file: 'settings.json.bad-7' });
  expect(readFileSync(join(folder, 'settings.json.bad-7'), 'utf8')).toBe(text);
  await store.update((settings) => ({ ...settings, drainSeconds: 3 }));
  expect((await SettingsStore.open(folder, now)).get().drainSeconds).toBe(3);
});

test('what stands in its place and cannot be read is kept aside too', async () => {
  mkdirSync(join(folder, 'settings.json', 'inside'), { recursive: true });
  const store = await SettingsStore.open(folder, now);
  expect(store.problem?.details).toEqual({ reason: 'settingsAside', file: 'settings.json.bad-7' });
  await store.update((settings) => ({ ...settings, drainSeconds: 3 }));
  expect(readdirSync(join(folder, 'settings.json.bad-7'))).toEqual(['inside']);
});

test('a corrupt file that cannot be moved is never written over, and that is said', async () => {
  writeFileSync(join(folder, 'settings.json'), 'mine');
  mkdirSync(join(folder, 'settings.json.bad-7'));
  const store = await SettingsStore.open(folder, now);
  expect(store.problem?.code).toBe('settings/corrupt');
  await expect(store.update((settings) => ({ ...settings, drainSeconds: 3 }))).rejects.toMatchObject({
    code: 'settings/write-failed',
    details: { reason: 'settingsStuck', file: 'settings.json' },
  });
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe('mine');
});

test("a newer version's file is refused, kept and never written over", async () => {
  const text = JSON.stringify({ version: 99, future: true });
  writeFileSync(join(folder, 'settings.json'), text);
  const store = await SettingsStore.open(folder, now);
  expect(store.problem?.code).toBe('settings/newer-version');
  await expect(store.update((settings) => settings)).rejects.toMatchObject({
    code: 'settings/newer-version',
  });
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
});

test("read-only, a newer version's file stays as it is and changes hold for the run", async () => {
  const text = JSON.stringify({ version: 99, future: true });
  writeFileSync(join(folder, 'settings.json'), text);
  const store = await SettingsStore.open(folder, now, true);
  await store.update((settings) => ({ ...settings, drainSeconds: 3 }));
  expect(store.get().drainSeconds).toBe(3);
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
});

test('a write that fails is told to its caller and leaves the file whole', async () => {
  const store = await SettingsStore.open(join(folder, 'sub'), now);
  writeFileSync(join(folder, 'sub'), 'a file where a folder is needed');
  await expect(store.update((settings) => ({ ...settings, drainSeconds: 2 }))).rejects.toMatchObject({
    code: 'settings/write-failed',
  });
  rmSync(join(folder, 'sub'));
  await store.update((settings) => ({ ...settings, drainSeconds: 3 }));
  expect((await SettingsStore.open(join(folder, 'sub'), now)).get().drainSeconds).toBe(3);
});

test('migrations run in order from the version of the file', () => {
  const steps = [
    (older: Record<string, unknown>) => ({ ...older, a: 1 }),
    (older: Record<string, unknown>) => ({ ...older, b: Number(older['a']) + 1 }),
  ];
  expect(migrate({ version: 1 }, steps, 3)).toEqual({ version: 3, a: 1, b: 2 });
  expect(migrate({ version: 2, a: 5 }, steps, 3)).toEqual({ version: 3, a: 5, b: 6 });
  expect(() => migrate({ version: 4 }, steps, 3)).toThrow(
    expect.objectContaining({ code: 'settings/newer-version' }) as Error,
  );
});
