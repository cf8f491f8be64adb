/** What Upcast saves, for tests that cut a save off: each thing with its old state, the save, and how it is read at a start. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SecretRegister } from '../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../electron/main/destinations/destination-store.ts';
import { PastStreamStore } from '../../../electron/main/studio/past-stream-store.ts';
import { SecretStore } from '../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import type { StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { testKeychain } from './test-keychain.ts';
import { noSystemProxy } from '../../support/computer/no-system-proxy.ts';

export const things = ['settings', 'changedPreset', 'newReport', 'deletedReport', 'restoredReport'] as const;
export type Thing = (typeof things)[number];

const OLD_REPORT = '20260101-000000-000';
const NEW_REPORT = '20260102-000000-000';
const reports = [OLD_REPORT, NEW_REPORT].flatMap((id) => [`${id}.json`, `${id}.samples`]);
const now = (): number => 7;

/** Every file that a save may touch, as `runTraced` takes them: with those that it writes on the way. */
export const files: readonly string[] = [
  ...[
    '',
    'begin',
    'end',
    'settings.json',
    '.settings.json.$$.0000000000000000.tmp',
    'secrets.bin',
    '.secrets.bin.$$.0000000000000000.tmp',
    'past-streams',
  ],
  ...reports.flatMap((name) => ['', '.deleted'].map((ending) => `past-streams/${name}${ending}`)),
  ...reports.map((name) => `past-streams/.${name}.$$.0000000000000000.tmp`),
];

function preset(name: string): Destination {
  return destinationSchema.parse({
    id: name,
    name,
    serviceId: 'custom',
    url: 'rtmp://127.0.0.1/live',
    isEnabled: true,
  });
}

function summary(day: string): StatsSummary {
  const startedMs = Date.parse(day);
  const counts = { capturedFrames: 30, skippedFrames: 0, encodedFrames: 30 };
  return {
    type: 'summary',
    startedMs,
    endedMs: startedMs + 1000,
    outcome: 'ended',
    ...counts,
    destinations: [],
  };
}

async function open(folder: string) {
  const settings = await SettingsStore.open(folder, now);
  const secrets = await SecretStore.open(folder, testKeychain, now);
  const destinationStore = new DestinationStore(settings, secrets, new SecretRegister(), noSystemProxy);
  await destinationStore.settle();
  const unreadable: string[] = [];
  // One report at most: a new one takes the old one's place.
  const streams = new PastStreamStore({
    folder: join(folder, 'past-streams'),
    onUnreadable: (id) => unreadable.push(id),
    maximumStreams: 1,
  });
  return { settings, secrets, destinationStore, streams, unreadable };
}

/** What was there before the save. */
export async function prepare(folder: string, thing: Thing): Promise<void> {
  mkdirSync(folder);
  const { settings, destinationStore, streams } = await open(folder);
  await settings.update((before) => ({ ...before, drainSeconds: 3 }));
  await destinationStore.save(preset('old'), { key: 'the old key' });
  await streams.add(summary('2026-01-01'), [], new Uint8Array(50_000).fill(1));
  if (thing === 'restoredReport') await streams.delete(OLD_REPORT);
}

/** The save that may be cut off. `onReady` is called after the app's start. */
export async function save(folder: string, thing: Thing, onReady: () => void): Promise<void> {
  const { settings, destinationStore, streams } = await open(folder);
  onReady();
  switch (thing) {
    case 'settings':
      await settings.update((before) => ({ ...before, drainSeconds: 2 }));
      return;
    case 'changedPreset':
      await destinationStore.save(
        { ...preset('old'), name: 'changed', url: 'rtmp://127.0.0.2/live' },
        { key: 'another key', password: 'a password' },
      );
      return;
    case 'newReport':
      await streams.add(summary('2026-01-02'), [], new Uint8Array(50_000).fill(2));
      return;
    case 'deletedReport':
      await streams.delete(OLD_REPORT);
      return;
    case 'restoredReport':
      await streams.restore(OLD_REPORT);
      return;
  }
}

/** What a start of the app finds. */
export async function read(folder: string) {
  const { settings, secrets, destinationStore, streams, unreadable } = await open(folder);
  await streams.tidy();
  const listed = await streams.list();
  return {
    problems: [settings.problem, secrets.problem, ...unreadable].filter((each) => each !== undefined),
    drainSeconds: settings.get().drainSeconds,
    presets: destinationStore.all().map(({ name, url, key, password }) => [name, url, key, password]),
    reports: await Promise.all(
      listed.map(async ({ id }) => {
        const { samples } = await streams.open(id);
        return `${id}: ${samples.length} of ${String(samples[0])}`;
      }),
    ),
  };
}
