/** The real destinationStore over the real stores: proxies of destinations and for all, their passwords in the keychain alone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretRegister } from '../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../electron/main/destinations/destination-store.ts';
import { SecretStore } from '../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { invokeContract } from '../../../shared/ipc/contract.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import type { OwnProxy } from '../../../shared/proxy/proxy-schema.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { cipherKeychain } from '../../support/saved/cipher-keychain.ts';
import { LOOPBACK_BYPASS } from '../../../shared/proxy/proxy-environment.ts';
import { noSystemProxy } from '../../support/computer/no-system-proxy.ts';

const KEY = 'sk-271828';
const PASSWORD = 'pw-proxy-5f31';
const own: OwnProxy = { mode: 'own', url: 'socks5://p.example:1080', username: 'bob' };
const chain = cipherKeychain();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-proxy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open() {
  const settings = await SettingsStore.open(folder, () => 7);
  const register = new SecretRegister();
  const destinationStore = new DestinationStore(
    settings,
    await SecretStore.open(folder, chain, () => 7),
    register,
    noSystemProxy,
  );
  await destinationStore.settle();
  return { settings, register, destinationStore };
}

function destination(url: string, proxy?: Destination['proxy']): Destination {
  const one = { id: 'one', name: 'One', serviceId: 'custom', url, isEnabled: true };
  return destinationSchema.parse(proxy === undefined ? one : { ...one, proxy });
}

const everyFile = (): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n');

function ownRoute(destinationStore: DestinationStore): ProxySettings | undefined {
  const route = destinationStore.defaultProxy.route();
  return route === 'system' ? undefined : route;
}

describe('D8: a destination’s own proxy', () => {
  it('is given to the engine with its password, which stands in no file, no log and no view', async () => {
    const { destinationStore, register } = await open();
    const url = `socks5://bob:${PASSWORD}@p.example:1080`;
    const saved = await destinationStore.save(destination('rtmps://h/app', { mode: 'own', url }), {
      key: KEY,
    });
    expect(saved).toMatchObject({ proxy: own, hasProxyPassword: true });
    const route = { type: 'socks5', host: 'p.example', port: 1080, username: 'bob', password: PASSWORD };
    expect((await destinationStore.withSecrets('one')).route).toEqual(route);
    expect(JSON.stringify(destinationStore.view())).not.toContain(PASSWORD);
    expect(everyFile()).not.toContain(PASSWORD);
    expect(register.clean(`the proxy said ${PASSWORD}`)).not.toContain(PASSWORD);

    const again = await open();
    expect((await again.destinationStore.withSecrets('one')).route).toEqual(route);
  });

  it('keeps its password while it is the same, and never takes it to another proxy', async () => {
    const { destinationStore } = await open();
    await destinationStore.save(destination('rtmps://h/app', own), { key: KEY, proxyPassword: PASSWORD });
    await destinationStore.save({ ...destination('rtmps://h/app', own), name: 'Two' }, {});
    expect((await destinationStore.withSecrets('one')).route?.password).toBe(PASSWORD);
    await destinationStore.save(
      destination('rtmps://h/app', { ...own, url: 'socks5://other.example:1080' }),
      {},
    );
    expect((await destinationStore.withSecrets('one')).route).toEqual({
      ...{ type: 'socks5', host: 'other.example', port: 1080, username: 'bob' },
    });
    await destinationStore.save(destination('rtmps://h/app', own), {});
    expect((await destinationStore.withSecrets('one')).route?.password).toBeUndefined();
  });

  it('is refused when nothing can be connected to by its address', async () => {
    const { destinationStore } = await open();
    const bad = destination('rtmps://h/app', { mode: 'own', url: `https://bob:${PASSWORD}@p.example` });
    await expect(destinationStore.save(bad, { key: KEY })).rejects.toMatchObject({ code: 'input/bad-url' });
    expect(everyFile()).not.toContain(PASSWORD);
  });

  it('needs the key anew where it could read it, and not where TLS protects it', async () => {
    const { destinationStore } = await open();
    await destinationStore.save(destination('rtmp://h/app'), { key: KEY });
    const refusal = { code: 'settings/key-of-other-server' };
    await expect(destinationStore.save(destination('rtmp://h/app', own), {})).rejects.toMatchObject(refusal);
    await destinationStore.save(destination('rtmp://h/app', own), { key: KEY });
    await destinationStore.save(destination('rtmp://h/app', own), {});
    await destinationStore.save(destination('rtmp://h/app', { mode: 'none' }), {});

    const secure = { ...destination('rtmps://h/app'), id: 'two' };
    await destinationStore.save(secure, { key: KEY });
    await destinationStore.save({ ...secure, proxy: own }, {});
    // A plain backup server is read as well.
    const withBackup = { ...secure, proxy: own, backupUrl: 'rtmp://b/app' };
    await destinationStore.save(withBackup, { key: KEY });
    const other: OwnProxy = { ...own, url: 'http://other.example:3128' };
    await expect(destinationStore.save({ ...withBackup, proxy: other }, {})).rejects.toMatchObject(refusal);
  });

  it('loses a password that a hand wrote into the settings file to the keychain', async () => {
    const url = `socks5://bob:${PASSWORD}@p.example:1080`;
    const destinations = [destination('rtmps://h/app', { mode: 'own', url })];
    const written = { ...defaultSettings, destinations, proxy: { mode: 'own', url } };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(written));
    const { destinationStore } = await open();
    expect(JSON.stringify(destinationStore.view())).not.toContain(PASSWORD);
    await destinationStore.moveSecretsOut();
    expect(everyFile()).not.toContain(PASSWORD);
    const again = await open();
    expect(again.destinationStore.defaultProxy.route()).toMatchObject({
      username: 'bob',
      password: PASSWORD,
    });
    expect(again.destinationStore.view()).toMatchObject({ proxy: own, hasProxyPassword: true });
    await again.destinationStore.save(destination('rtmps://h/app', own), { key: KEY });
    expect((await again.destinationStore.withSecrets('one')).route?.password).toBe(PASSWORD);
  });
});

describe('D8: the proxy for all destinations', () => {
  it('is used by those without a choice of their own, and never for servers on this computer', async () => {
    const { destinationStore } = await open();
    await destinationStore.defaultProxy.save(own, PASSWORD);
    await destinationStore.save(destination('rtmps://h/app'), { key: KEY });
    await destinationStore.save(
      { ...destination('rtmps://h/app', { mode: 'none' }), id: 'direct' },
      { key: KEY },
    );
    const mine: OwnProxy = { mode: 'own', url: 'http://mine.example:3128' };
    await destinationStore.save({ ...destination('rtmps://h/app', mine), id: 'mine' }, { key: KEY });
    expect((await destinationStore.withSecrets('one')).route).toMatchObject({
      host: 'p.example',
      password: PASSWORD,
    });
    expect((await destinationStore.withSecrets('one')).route?.bypass).toEqual([
      'localhost',
      '127.0.0.0/8',
      '::1',
    ]);
    expect((await destinationStore.withSecrets('direct')).route).toBeUndefined();
    expect((await destinationStore.withSecrets('mine')).route).toEqual({
      type: 'http',
      host: 'mine.example',
      port: 3128,
    });
    expect(everyFile()).not.toContain(PASSWORD);
  });

  it('keeps its password while it is the same, forgets it with another or without one', async () => {
    const { destinationStore } = await open();
    await destinationStore.defaultProxy.save(own, PASSWORD);
    await destinationStore.defaultProxy.save(own, undefined);
    expect(ownRoute(destinationStore)?.password).toBe(PASSWORD);
    await destinationStore.defaultProxy.save({ ...own, url: 'http://p.example:1080' }, undefined);
    expect(ownRoute(destinationStore)?.password).toBeUndefined();
    await destinationStore.defaultProxy.save(own, PASSWORD);
    await destinationStore.defaultProxy.save(own, '');
    expect(ownRoute(destinationStore)?.password).toBeUndefined();
    await destinationStore.defaultProxy.save(own, PASSWORD);
    await destinationStore.defaultProxy.save(undefined, undefined);
    expect(destinationStore.defaultProxy.route()).toBeUndefined();
    await destinationStore.defaultProxy.save(own, undefined);
    expect(ownRoute(destinationStore)?.password).toBeUndefined();
  });

  it('is taken away by an explicit choice alone, never by a message that says nothing', () => {
    const { input } = invokeContract['proxy:save'];
    for (const silent of [{}, { proxy: undefined }, { proxy: {} }, { password: 'x' }])
      expect(input.safeParse(silent).success).toBe(false);
    expect(input.safeParse({ proxy: { mode: 'none' } }).success).toBe(true);
    expect(input.safeParse({ proxy: own }).success).toBe(true);
  });

  it('cannot be changed by the channel that changes other settings', () => {
    const { input } = invokeContract['settings:update'];
    expect(input.safeParse({ theme: 'dark' }).success).toBe(true);
    expect(input.safeParse({ proxy: own }).success).toBe(false);
    expect(input.safeParse({ hasProxyPassword: true }).success).toBe(false);
  });
});

describe('D8: the system’s proxy', () => {
  const asking = async (answer: string) => {
    const asked: string[] = [];
    const settings = await SettingsStore.open(folder, () => 7);
    const secrets = await SecretStore.open(folder, cipherKeychain(), () => 7);
    const destinationStore = new DestinationStore(settings, secrets, new SecretRegister(), async (url) => {
      asked.push(url);
      return answer;
    });
    return { destinationStore, asked };
  };

  it.each([
    ['PROXY proxy.example:3128', { type: 'http', host: 'proxy.example', port: 3128 }],
    ['SOCKS5 [2001:db8::1]:1080; DIRECT', { type: 'socks5', host: '2001:db8::1', port: 1080 }],
    ['HTTPS secure.example:443;PROXY plain.example:80', { type: 'http', host: 'plain.example', port: 80 }],
    ['DIRECT', undefined],
    ['', undefined],
  ] as const)('is what the system answers for the server: %s', async (answer, route) => {
    const { destinationStore, asked } = await asking(answer);
    await destinationStore.save(destination('rtmps://live.example:8443/app', { mode: 'system' }), {
      key: KEY,
    });
    const found = (await destinationStore.withSecrets('one')).route;
    expect(found).toEqual(route === undefined ? undefined : { ...route, bypass: LOOPBACK_BYPASS });
    expect(asked).toEqual(['https://live.example:8443/']);
  });

  it('of a kind that Upcast doesn’t speak is refused in words, and nothing is connected to directly', async () => {
    const { destinationStore } = await asking('HTTPS secure.example:443; SOCKS old.example:1080');
    await destinationStore.save(destination('rtmps://h/app', { mode: 'system' }), { key: KEY });
    await expect(destinationStore.withSecrets('one')).rejects.toThrow(/neither HTTP nor SOCKS5/);
  });

  it('holds for all destinations without a choice of their own, and forgets the password of another proxy', async () => {
    const { destinationStore, asked } = await asking('SOCKS5 proxy.example:1080');
    await destinationStore.defaultProxy.save(own, PASSWORD);
    await destinationStore.defaultProxy.save({ mode: 'system' }, undefined);
    expect(destinationStore.view()).toMatchObject({ proxy: { mode: 'system' } });
    expect(destinationStore.view().hasProxyPassword).toBeUndefined();
    await destinationStore.save(destination('rtmps://h/app'), { key: KEY });
    expect((await destinationStore.withSecrets('one')).route).toMatchObject({ host: 'proxy.example' });
    await destinationStore.save(destination('rtmps://h/app', { mode: 'none' }), { key: KEY });
    expect((await destinationStore.withSecrets('one')).route).toBeUndefined();
    expect(asked).toHaveLength(1);
    await destinationStore.defaultProxy.save(own, undefined);
    expect(ownRoute(destinationStore)).toMatchObject({ host: 'p.example' });
    expect(ownRoute(destinationStore)?.password).toBeUndefined();
  });
});
