/** Which files a command may name: those that a person chose, and no others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SecretRegister } from '../../../../electron/log/secret-register.ts';
import { BroadcastSession } from '../../../../electron/main/studio/broadcast-session.ts';
import { DestinationStore } from '../../../../electron/main/destinations/destination-store.ts';
import { CommandRunner } from '../../../../electron/main/studio/command-runner.ts';
import { SecretStore } from '../../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { Emitter } from '../../../../shared/emitter.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { FromEngine } from '../../../../shared/ipc/engine-control.ts';
import type { Command } from '../../../../shared/studio/commands.ts';
import { filesOf } from '../../../../shared/studio/files/source-files.ts';
import { cipherKeychain } from '../../../support/saved/cipher-keychain.ts';
import { noSystemProxy } from '../../../support/computer/no-system-proxy.ts';

const now = (): number => 7;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-chosen-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open() {
  const settings = await SettingsStore.open(folder, now);
  const secrets = await SecretStore.open(folder, cipherKeychain(), now);
  const engine = {
    onMessage: new Emitter<FromEngine>(),
    onExit: new Emitter<ErrorRecord>(),
    pid: undefined,
    send: () => undefined,
  };
  const runner = new CommandRunner({
    session: new BroadcastSession({ engine, now, wallMs: now, completeSample: (sample) => sample }),
    settings,
    destinationStore: new DestinationStore(settings, secrets, new SecretRegister(), noSystemProxy),
    recordings: { next: () => Promise.reject(new Error('nothing is recorded')) },
    plan: () => Promise.reject(new Error('nothing is streamed')),
    controlMedia: () => true,
    copyPages: () => Promise.resolve(),
    clean: (text) => text,
    onFailed: () => undefined,
  });
  let requests = 0;
  const run = async (command: Command) => {
    requests += 1;
    const answer = await runner.run({ requestId: `request-${requests}`, command });
    return answer.isDone ? 'done' : answer.error.details['reason'];
  };
  const paths = () => settings.get().studio.sources.flatMap(({ input }) => filesOf(input));
  return { runner, run, paths };
}

const image = (path: string) => ({ type: 'image' as const, path });
const added = (path: string) =>
  ({ type: 'addSource', sceneId: 'main', name: 'Image', input: image(path) }) as const;

it('a command names no file that was not chosen, whatever it does to a source', async () => {
  const { runner, run, paths } = await open();
  runner.allowFile('/pictures/logo.png');
  for (const path of [
    '/etc/passwd',
    '/pictures/logo.png/../../etc/passwd',
    '/pictures//logo.png',
    '/pictures/LOGO.png',
  ]) {
    expect(await run(added(path))).toBe('fileNotChosen');
    expect(await run({ type: 'setSourceInput', sourceId: 'video', input: image(path) })).toBe(
      'fileNotChosen',
    );
  }
  expect(paths()).toEqual([]);
  expect(await run(added('/pictures/logo.png'))).toBe('done');
  expect(paths()).toEqual(['/pictures/logo.png']);
});

it('no filter uses a file that was not chosen', async () => {
  const { runner, run } = await open();
  const owner = { sourceId: 'video' };
  const lut = { kind: 'lut', path: '/luts/warm.cube', amount: 1 } as const;
  const add = { type: 'addFilter', owner, name: 'LUT', settings: lut } as const;
  expect(await run(add)).toBe('fileNotChosen');
  runner.allowFile('/luts/warm.cube');
  expect(await run(add)).toBe('done');
});

it('a file that was chosen once may come back, by undo, redo or another command', async () => {
  const { runner, run, paths } = await open();
  runner.allowFile('/pictures/logo.png');
  await run(added('/pictures/logo.png'));
  await run({ type: 'undo' });
  expect(paths()).toEqual([]);
  await run({ type: 'redo' });
  expect(await run(added('/pictures/logo.png'))).toBe('done');
  expect(paths()).toEqual(['/pictures/logo.png', '/pictures/logo.png']);
  const next = await open();
  expect(await next.run(added('/pictures/logo.png'))).toBe('done');
});
