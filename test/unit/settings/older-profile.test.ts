/** A profile that Upcast 0.1.0 of commit 62a4b11 wrote, opened by this version: its files. The keychain is in `test/e2e`. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PastStreamStore } from '../../../electron/main/studio/past-stream-store.ts';
import { readPresetFile, unlockPresets } from '../../../electron/settings/preset-import.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import { secretsOf } from '../../../shared/destinations/destination-secrets.ts';
import { audioInputOf, channelOf, encodingOf, videoInputOf } from '../../../shared/studio/document.ts';
import { texts } from '../../../shared/text/text.ts';
import {
  expectedStreams,
  olderProfileFolder,
  PASSPHRASE,
  readOlderAnswers,
  readOlderEvents,
  typedSecrets,
} from '../../support/saved/older-profile.ts';

const older = readOlderAnswers();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-older-'));
  cpSync(join(olderProfileFolder, 'user-data'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As a preset carries it. */
function presetOf(destination: Readonly<Record<string, unknown>>): unknown {
  const { id, isEnabled, hasKey, hasPassword, hasServerSecret, hasBackupSecret, ...carried } = destination;
  void [id, isEnabled, hasKey, hasPassword, hasServerSecret, hasBackupSecret];
  return carried;
}

it('keeps every setting and every field of every destination, in their order', async () => {
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem).toBeUndefined();
  const { studio, version, ...rest } = store.get();
  const { source, audio, isMuted, gain, encoding, version: before, ...others } = older.settings;
  expect([before, version]).toEqual([1, 4]);
  expect(rest).toEqual(others);
  expect(videoInputOf(studio)).toEqual(source);
  expect(audioInputOf(studio)).toEqual(audio);
  expect(channelOf(studio)).toMatchObject({ isMuted, gain });
  expect(encodingOf(studio)).toEqual(encoding);
});

it('opens the settings that a version between made of them, with the same in them', async () => {
  const first = (await SettingsStore.open(folder, () => 7)).get();
  cpSync(join(olderProfileFolder, 'settings-version-2.json'), join(folder, 'settings.json'));
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem).toBeUndefined();
  expect(store.get()).toEqual({ ...first, theme: 'light' });
});

it('saves them and opens them again with nothing lost', async () => {
  const store = await SettingsStore.open(folder, () => 7);
  await store.update((settings) => ({ ...settings, theme: 'light' }));
  const again = await SettingsStore.open(folder, () => 7);
  expect(again.get()).toEqual({ ...store.get(), theme: 'light' });
});

it('lists the past streams, and opens each with its sentences, errors and figures', async () => {
  const unreadable: unknown[] = [];
  const store = new PastStreamStore({
    folder: join(folder, 'past-streams'),
    onUnreadable: (id, error) => unreadable.push([id, error]),
  });
  await store.tidy();
  const heads = await store.list();
  expect(unreadable).toEqual([]);
  expect(heads).toEqual(expectedStreams(older));
  for (const [index, { id }] of heads.entries()) {
    const { events, samples } = await store.open(id);
    const shown = events.map((event) => ({
      ...{ timeMs: event.timeMs, kind: event.kind, text: texts.events.sentence(event) },
      ...{ destinationId: event.destinationId, destinationName: event.destinationName, error: event.error },
    }));
    expect(shown).toEqual(
      readOlderEvents(id).map(({ type: _type, ...event }) => ({
        ...{ destinationId: undefined, destinationName: undefined, error: undefined },
        ...event,
      })),
    );
    expect(samples.length).toBe(older.sampleBytes[index]);
    const history = new SampleHistory();
    history.load(samples);
    expect(history.length).toBeGreaterThan(1);
    expect(history.destinationIds).toContain('own-server');
    expect(history.stretch('sent:own-server', 0, history.length)).toMatchObject({
      maximum: expect.any(Number) as number,
    });
  }
});

it('imports its exported presets whole, and their keys with the passphrase', async () => {
  const expected = older.settings.destinations.map(presetOf);
  const plain = await readPresetFile(join(olderProfileFolder, 'presets-without-keys.json'));
  expect(plain.problems).toEqual([]);
  expect(plain.presets.map(({ preset }) => preset)).toEqual(expected);
  expect(plain.presets.map(secretsOf)).toEqual(expected.map(() => ({})));

  const locked = await readPresetFile(join(olderProfileFolder, 'presets-with-keys.json'));
  const opened = await unlockPresets(locked, PASSPHRASE);
  expect(opened.presets.map(({ preset }) => preset)).toEqual(expected);
  expect(opened.presets.map(secretsOf)).toEqual(
    older.settings.destinations.map(({ id }) => typedSecrets[id] ?? {}),
  );
});
