/** What the form of a page saves where: the real settings file, the real secrets and a real command runner. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SecretRegister } from '../../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../../electron/main/destinations/destination-store.ts';
import { PageAddresses } from '../../../../electron/main/page-sources/page-addresses.ts';
import { PageForm } from '../../../../electron/main/page-sources/page-form.ts';
import { BroadcastSession } from '../../../../electron/main/studio/broadcast-session.ts';
import { CommandRunner } from '../../../../electron/main/studio/command-runner.ts';
import { SecretStore } from '../../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { Emitter } from '../../../../shared/emitter.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { FromEngine } from '../../../../shared/ipc/engine-control.ts';
import type { Command } from '../../../../shared/studio/commands.ts';
import { pagesOf } from '../../../../shared/studio/pages/shown-sources.ts';
import { noSystemProxy } from '../../../support/computer/no-system-proxy.ts';
import { cipherKeychain } from '../../../support/saved/cipher-keychain.ts';

const now = (): number => 7;
const cipherKey = new Uint8Array(32).fill(5);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-page-form-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open() {
  const settings = await SettingsStore.open(folder, now);
  const secrets = await SecretStore.open(folder, cipherKeychain(cipherKey), now);
  const register = new SecretRegister();
  const engine = {
    onMessage: new Emitter<FromEngine>(),
    onExit: new Emitter<ErrorRecord>(),
    pid: undefined,
    send: () => undefined,
  };
  const runner = new CommandRunner({
    session: new BroadcastSession({ engine, now, wallMs: now, completeSample: (sample) => sample }),
    settings,
    destinationStore: new DestinationStore(settings, secrets, register, noSystemProxy),
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
  const document = () => settings.get().studio;
  const addresses = new PageAddresses(secrets, register);
  const form = new PageForm({
    commands: runner,
    document,
    addresses,
    change: async (work) => await work(),
  });
  return { form, run, document, addresses, register, secrets };
}

const settings = { width: 800, height: 600, fps: 30, whenHidden: 'pause' } as const;
const address = 'https://overlay.example:8443/alerts/box-of-user?token=abcd1234efgh#part9876';
const css = 'body { background: url(https://cdn.example/?key=qwer5678tyui) }';
const place = (sourceId: string) => ({ sourceId, host: 'overlay.example:8443' });
const typed = { target: { sceneId: 'main', name: 'Alerts' }, address, css, settings };

it('the document and the settings file have a page’s host; its address and CSS are sealed, and known to the redactor', async () => {
  const { form, document, register } = await open();
  const { sourceId = '' } = await form.save(typed);
  expect(pagesOf(document())).toEqual([
    { id: sourceId, input: { type: 'page', host: 'overlay.example:8443', ...settings } },
  ]);
  for (const name of ['settings.json', 'secrets.bin']) {
    const text = readFileSync(join(folder, name), 'latin1');
    for (const secret of ['alerts', 'abcd1234efgh', 'part9876', 'qwer5678tyui'])
      expect(text).not.toContain(secret);
  }
  const said = register.clean(
    `loading ${address}, then /alerts/box-of-user?token=abcd1234efgh and abcd1234efgh; ${css}`,
  );
  for (const secret of ['box-of-user', 'abcd1234efgh', 'part9876', 'qwer5678tyui'])
    expect(said).not.toContain(secret);
  expect(form.read(sourceId)).toEqual({ address, css });
  expect((await open()).form.read(sourceId)).toEqual({ address, css });
});

it('a page that is there gets another address and keeps its place in the scene; undo brings the address of before', async () => {
  const { form, run, document } = await open();
  const { sourceId = '' } = await form.save(typed);
  const { items } = document().scenes[0] ?? {};
  await form.save({ ...typed, target: { sourceId }, address: 'http://localhost:3000/', css: '' });
  expect(pagesOf(document())[0]?.input.host).toBe('localhost:3000');
  expect(document().scenes[0]?.items).toEqual(items);
  expect(form.read(sourceId)).toEqual({ address: 'http://localhost:3000/', css: '' });
  await run({ type: 'undo' });
  expect(pagesOf(document())[0]?.input.host).toBe('overlay.example:8443');
  expect(form.read(sourceId)).toEqual({ address, css });
});

it('pages of an imported collection are sealed before their document opens, and commands may name their hosts then', async () => {
  const { form, run, addresses } = await open();
  const page = { sourceId: 'page-1', host: 'overlay.example:8443' };
  const input = { type: 'page' as const, host: page.host, ...settings };
  const command = { type: 'addSource' as const, sceneId: 'main', name: 'Page', input };
  expect(await run(command)).toBe('pageNotTyped');
  await form.keepImported([{ ...page, address, css }]);
  expect(await run(command)).toBe('done');
  expect(addresses.get(page)).toEqual({ address, css });
  expect(readFileSync(join(folder, 'secrets.bin'), 'latin1')).not.toContain('abcd1234efgh');
});

it('an address that is none changes nothing', async () => {
  const { form, document } = await open();
  for (const wrong of ['file:///etc/passwd', 'upcast://secrets/', 'overlay.example', ''])
    await expect(form.save({ ...typed, address: wrong })).rejects.toMatchObject({ code: 'input/bad-option' });
  await expect(form.save({ ...typed, target: { sceneId: 'nobody', name: 'Page' } })).rejects.toMatchObject({
    code: 'studio/refused',
  });
  expect(pagesOf(document())).toEqual([]);
});

it('a command names no page that was not typed in its form', async () => {
  const { form, run, document } = await open();
  const { sourceId = '' } = await form.save(typed);
  const input = (host: string) => ({ type: 'page' as const, host, ...settings, fps: 5 });
  for (const host of ['evil.example', 'overlay.example', 'overlay.example:8443.evil.example']) {
    expect(await run({ type: 'setSourceInput', sourceId, input: input(host) })).toBe('pageNotTyped');
    expect(await run({ type: 'addSource', sceneId: 'main', name: 'Page', input: input(host) })).toBe(
      'pageNotTyped',
    );
  }
  expect(await run({ type: 'setSourceInput', sourceId, input: input('overlay.example:8443') })).toBe('done');
  expect(pagesOf(document())[0]?.input.fps).toBe(5);
});

it('a removed page comes back with its address by undo, and is forgotten with the next start', async () => {
  const { form, run, document, addresses } = await open();
  const { sourceId = '' } = await form.save(typed);
  await run({ type: 'undo' });
  expect(pagesOf(document())).toEqual([]);
  await run({ type: 'redo' });
  expect(addresses.get(place(sourceId))).toEqual({ address, css });
  await run({ type: 'undo' });
  const next = await open();
  await next.secrets.set('destination', { key: 'kept' });
  await next.addresses.tidy((id) => id === sourceId);
  expect(next.addresses.get(place(sourceId))).toEqual({ address, css });
  await next.addresses.tidy(() => false);
  expect(next.addresses.get(place(sourceId))).toBeUndefined();
  expect(next.secrets.get('destination')).toEqual({ key: 'kept' });
});
