/** A profile that commit 62a4b11 wrote with a real keyring, opened by the real app of this version: nothing is lost. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InvokeChannel, InvokeInput, InvokeOutput } from '../../../shared/ipc/contract.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { invokeInSecretFrame } from '../../support/window/frames/secret-frame.ts';
import { startKeyring } from '../../support/computer/keyring.ts';
import type { Keyring } from '../../support/computer/keyring.ts';
import {
  expectedStreams,
  KEYRING_PASSWORD,
  olderProfileFolder,
  PASSPHRASE,
  readOlderAnswers,
  readOlderEvents,
  typedSecrets,
} from '../../support/saved/older-profile.ts';
import { findFreePorts } from '../../support/processes/processes.ts';

const older = readOlderAnswers();
let userDataDir: string;
let keyring: Keyring;
let started: LaunchedBuild | undefined;

beforeEach(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-older-'));
  cpSync(join(olderProfileFolder, 'user-data'), userDataDir, { recursive: true });
  keyring = await startKeyring({ folder: join(olderProfileFolder, 'keyrings'), password: KEYRING_PASSWORD });
});
afterEach(async () => {
  await close();
  await keyring.stop();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

async function launch(): Promise<LaunchedBuild> {
  started = await launchApp({ userDataDir, args: ['--password-store=gnome-libsecret'], env: keyring.env });
  return started;
}

async function close(): Promise<void> {
  await started?.close();
  started = undefined;
}

async function ask<C extends InvokeChannel>(
  page: Page,
  channel: C,
  input: InvokeInput<C>,
): Promise<InvokeOutput<C>> {
  const answer = await page.evaluate(
    ([name, value]) =>
      (window.upcast.invoke as (name: string, value: unknown) => Promise<unknown>)(name, value),
    [channel, input] as const,
  );
  expect(answer, channel).toMatchObject({ ok: true });
  return (answer as { value: InvokeOutput<C> }).value;
}

/** Where the older version listened may be in use here. */
async function giveFreePort(): Promise<number> {
  const [port = 0] = await findFreePorts(1);
  const path = join(userDataDir, 'settings.json');
  const settings = JSON.parse(readFileSync(path, 'utf8')) as { remote: object };
  writeFileSync(path, JSON.stringify({ ...settings, remote: { ...settings.remote, port } }));
  return port;
}

/** Every secret in the file, opened by the keychain of the running app. */
async function openSecrets({ app }: LaunchedBuild): Promise<unknown> {
  const sealed = readFileSync(join(userDataDir, 'secrets.bin')).toString('base64');
  const text = await app.evaluate(
    ({ safeStorage }, data) => safeStorage.decryptString(Buffer.from(data, 'base64')),
    sealed,
  );
  return JSON.parse(text);
}

it('keeps settings, destinations, keys, the remote control and past streams, also after a change and a restart', async () => {
  const port = await giveFreePort();
  const {
    source,
    audio,
    isMuted,
    gain,
    encoding,
    version: _version,
    destinations,
    ...others
  } = older.settings;
  for (const theme of ['dark', 'light']) {
    const build = await launch();
    const { page } = build;
    const facts = await ask(page, 'app:facts', undefined);
    expect(facts).toMatchObject({ hasKeychain: true, startProblems: [] });

    const settings = await ask(page, 'settings:get', undefined);
    expect(settings.destinations).toEqual(destinations);
    const { studio, destinations: _destinations, version, ...rest } = settings;
    expect(version).toBe(4);
    expect(rest).toEqual({ ...others, theme, remote: { isOn: true, port } });
    expect(studio).toMatchObject({
      sources: [{ input: source }, { input: audio }],
      channels: [{ isMuted, gain }],
      encodings: [{ profile: encoding }],
    });

    const state = await fetch(`http://127.0.0.1:${port}/v1/state`, {
      headers: { authorization: `Bearer ${older.token}` },
    });
    expect(state.status).toBe(200);

    expect(await ask(page, 'pastStreams:list', undefined)).toEqual(expectedStreams(older));
    for (const { id } of older.streams) {
      const texts = await page.evaluate(async (wanted) => {
        const opened = await window.upcast.invoke('pastStreams:open', { id: wanted });
        return opened.ok ? opened.value.events.map(({ details }) => (details as { text?: string }).text) : [];
      }, id);
      expect(texts).toEqual(readOlderEvents(id).map(({ text }) => text));
    }

    expect(await openSecrets(build)).toEqual({ ...typedSecrets, 'remote:token': { key: older.token } });
    await ask(page, 'settings:update', { theme: 'light' });
    await close();
  }
});

it('imports the presets that it exported, with their keys', async () => {
  rmSync(join(userDataDir, 'settings.json'));
  rmSync(join(userDataDir, 'secrets.bin'));
  const build = await launch();
  await build.app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    },
    join(olderProfileFolder, 'presets-with-keys.json'),
  );
  const { page } = build;
  const opened = await invokeInSecretFrame(page, 'presets:openFile', undefined);
  expect(opened).toMatchObject({ ok: true, value: { isLocked: true, problems: [] } });
  const unlocked = await invokeInSecretFrame(page, 'presets:unlock', { passphrase: PASSPHRASE });
  expect(unlocked).toMatchObject({ ok: true, value: { isLocked: false } });
  const chosen = older.settings.destinations.map((_destination, index) => index);
  expect(await invokeInSecretFrame(page, 'presets:add', { chosen })).toMatchObject({ ok: true });
  const { destinations } = await ask(page, 'settings:get', undefined);
  expect(destinations).toEqual(
    older.settings.destinations.map((destination, index) => ({
      ...destination,
      id: destinations[index]?.id,
      isEnabled: false,
    })),
  );
  const secrets = await openSecrets(build);
  expect(secrets).toEqual(
    Object.fromEntries(
      older.settings.destinations.flatMap(({ id }, index) => {
        const kept = typedSecrets[id];
        return kept === undefined ? [] : [[destinations[index]?.id, kept]];
      }),
    ),
  );
});
