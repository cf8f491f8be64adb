/** The real destinationStore over the real stores: what a person saves, what stands in the files, and what the engine is given. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretRegister } from '../../../../electron/log/secret-register.ts';
import { moveAddressSecrets } from '../../../../electron/main/destinations/address-secrets.ts';
import { DestinationStore } from '../../../../electron/main/destinations/destination-store.ts';
import { readPresetsHere } from '../../../support/saved/read-presets-here.ts';
import { PresetController } from '../../../../electron/main/destinations/preset-controller.ts';
import { SecretStore } from '../../../../electron/settings/secrets.ts';
import type { Keychain } from '../../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { publishedAddressesOf } from '../../../../shared/destinations/server-secret.ts';
import { defaultSettings } from '../../../../shared/settings/settings.ts';
import { cipherKeychain } from '../../../support/saved/cipher-keychain.ts';
import { noSystemProxy } from '../../../support/computer/no-system-proxy.ts';

const now = (): number => 7;
const KEY = 'sk-271828';
let folder = '';
let chain: Keychain;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-book-'));
  chain = cipherKeychain();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open() {
  const settings = await SettingsStore.open(folder, now);
  const secrets = await SecretStore.open(folder, chain, now);
  const register = new SecretRegister();
  const destinationStore = new DestinationStore(settings, secrets, register, noSystemProxy);
  await destinationStore.settle();
  return { settings, secrets, register, destinationStore };
}

function destination(url: string, more: Partial<Destination> = {}): Destination {
  return {
    ...destinationSchema.parse({ id: 'one', name: 'One', serviceId: 'custom', url, isEnabled: true }),
    ...more,
  };
}

const everyFile = (): string =>
  readdirSync(folder, { recursive: true })
    .map((name) => readFileSync(join(folder, String(name)), 'latin1'))
    .join('\n');

describe('a server with a secret in its address', () => {
  it('is saved without it, shown without it, and given to the engine with it', async () => {
    const { destinationStore } = await open();
    const backupUrl = 'rtmp://me:pw-77bb@b/app?token=backup-9f3c';
    const saved = await destinationStore.save(destination('rtmp://h/app?user=a&pass=b-9f3c', { backupUrl }), {
      key: KEY,
    });
    expect(saved).toMatchObject({ url: 'rtmp://h/app', backupUrl: 'rtmp://b/app', username: 'me' });
    expect(saved).toMatchObject({ hasServerSecret: true, hasBackupSecret: true, hasPassword: true });
    expect(JSON.stringify(destinationStore.view())).not.toMatch(/9f3c|77bb/);
    expect(everyFile()).toContain('rtmp://h/app');
    expect(everyFile()).not.toMatch(/9f3c|77bb/);
    const again = await (await open()).destinationStore.withSecrets('one');
    expect(publishedAddressesOf(again)).toEqual({
      url: 'rtmp://h/app?user=a&pass=b-9f3c',
      backupUrl: 'rtmp://b/app?token=backup-9f3c',
    });
    expect(again).toMatchObject({ key: KEY, password: 'pw-77bb' });
  });

  it('keeps it while the address stays, replaces it with a new one, and lets it go with the address', async () => {
    const { destinationStore, secrets } = await open();
    await destinationStore.save(destination('rtmp://h/app?token=9f3c'), { key: KEY });
    const renamed = await destinationStore.save(destination('rtmp://h/app', { name: 'Two' }), {});
    expect(renamed.hasServerSecret).toBe(true);
    await destinationStore.save(destination('rtmp://h/app'), { serverSecret: '?token=77bb' });
    expect(secrets.get('one')).toEqual({ key: KEY, serverSecret: '?token=77bb' });
    await destinationStore.save(destination('rtmp://h/app?token=aa11'), { serverSecret: '?token=ignored' });
    expect(secrets.get('one').serverSecret).toBe('?token=aa11');
    const moved = await destinationStore.save(destination('rtmp://other/app'), { key: KEY });
    expect(moved.hasServerSecret).not.toBe(true);
    expect(secrets.get('one')).toEqual({ key: KEY });
    await destinationStore.save(destination('rtmp://other/app?token=9f3c'), {});
    await destinationStore.save(destination('rtmp://other/app'), { serverSecret: '' });
    expect((await open()).secrets.get('one')).toEqual({ key: KEY });
  });

  it('is brought back whole when its deletion is undone', async () => {
    const { destinationStore } = await open();
    await destinationStore.save(destination('rtmp://h/app?token=9f3c'), { key: KEY });
    await destinationStore.delete('one');
    expect(await destinationStore.restore('one')).toMatchObject({
      url: 'rtmp://h/app',
      hasServerSecret: true,
    });
    expect(publishedAddressesOf(await destinationStore.withSecrets('one')).url).toBe(
      'rtmp://h/app?token=9f3c',
    );
  });

  it('leaves a harmless query in sight', async () => {
    const { destinationStore, secrets } = await open();
    const saved = await destinationStore.save(destination('rtmp://h/app?vhost=x'), { key: KEY });
    expect(saved.url).toBe('rtmp://h/app?vhost=x');
    expect(secrets.get('one')).toEqual({ key: KEY });
  });

  it('that is said back by a server is cleaned, in every form', async () => {
    const { destinationStore, register } = await open();
    await destinationStore.save(destination('rtmp://h/app?user=abcd&pass=p%40ss-9f3c'), { key: KEY });
    for (const form of ['?user=abcd&pass=p%40ss-9f3c', 'pass p@ss-9f3c', 'p%40ss-9f3c'])
      expect(register.clean(`refused: ${form}`)).not.toContain('9f3c');
  });
});

describe('a settings file that holds one', () => {
  const url = 'rtmp://me:pw-77bb@h/app?token=9f3c';
  const backupUrl = 'rtmp://b/app?token=backup-9f3c';
  const before = (): void => {
    const settings = { ...defaultSettings, destinations: [destination(url, { backupUrl })] };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  };

  it('is mended at the start: the secret goes to the keychain', async () => {
    before();
    const { destinationStore, settings } = await open();
    const told: string[] = [];
    expect(await moveAddressSecrets(destinationStore, true, (text) => told.push(text))).toBeUndefined();
    expect(told.join()).toContain('“One”');
    expect(everyFile()).not.toMatch(/9f3c|77bb/);
    expect(settings.get().destinations[0]).toMatchObject({ url: 'rtmp://h/app', hasServerSecret: true });
    const again = await open();
    expect(await again.destinationStore.moveSecretsOut()).toEqual([]);
    expect(again.destinationStore.all()[0]).toMatchObject({
      ...{ username: 'me', password: 'pw-77bb' },
      ...{ serverSecret: '?token=9f3c', backupSecret: '?token=backup-9f3c' },
    });
  });

  it('without a keychain it is kept for this run, and that is said', async () => {
    before();
    chain = cipherKeychain(undefined, false);
    const { destinationStore } = await open();
    const problem = await moveAddressSecrets(destinationStore, false, () => undefined);
    expect(problem?.toRecord()).toMatchObject({ code: 'settings/no-keychain' });
    expect(problem?.details).toEqual({ reason: 'addressSecretHeld', names: '“One”' });
    expect(everyFile()).not.toMatch(/9f3c|77bb/);
    expect(publishedAddressesOf(destinationStore.all()[0] ?? { url: '' }).url).toBe(
      'rtmp://h/app?token=9f3c',
    );
  });

  it('stays as it is where the keychain’s file cannot be written, works, and that is said', async () => {
    before();
    const seal = (): Uint8Array => {
      throw new Error('the keychain is locked');
    };
    chain = { ...chain, seal };
    const { destinationStore } = await open();
    const problem = await moveAddressSecrets(destinationStore, true, () => undefined);
    expect(problem?.details).toEqual({ reason: 'addressSecretInFile' });
    expect(everyFile()).toContain('9f3c');
    expect(JSON.stringify(destinationStore.view())).not.toMatch(/9f3c|77bb/);
    expect(publishedAddressesOf(destinationStore.all()[0] ?? { url: '' }).url).toBe(
      'rtmp://h/app?token=9f3c',
    );
  });
});

describe('presets with a secret in a server’s address', () => {
  const target = (): string => join(folder, 'presets.json');
  async function desk(path: string) {
    const opened = await open();
    const presets = new PresetController({
      read: readPresetsHere,
      ...opened,
      chooseFile: async () => path,
      chooseTarget: async () => target(),
    });
    return { ...opened, presets };
  }

  it.each([
    ['a list', 'One = rtmp://h/app?token=9f3c/key-9f3c\n'],
    [
      'OBS',
      JSON.stringify({
        type: 'rtmp_custom',
        settings: { server: 'rtmp://h/app?token=9f3c', key: 'key-9f3c' },
      }),
    ],
    [
      'our file, written by hand',
      JSON.stringify({
        format: 'upcast-presets',
        version: 1,
        destinations: [{ name: 'One', serviceId: 'custom', url: 'rtmp://me:pw-9f3c@h/app?token=9f3c' }],
      }),
    ],
  ])('from %s go to the keychain', async (_name, text) => {
    const source = join(folder, 'source');
    writeFileSync(source, text);
    const { presets, destinationStore } = await desk(source);
    const preview = await presets.openFile();
    expect(JSON.stringify(preview)).not.toContain('9f3c');
    await presets.add([0]);
    rmSync(source);
    expect(everyFile()).not.toContain('9f3c');
    expect(publishedAddressesOf(destinationStore.all()[0] ?? { url: '' }).url).toBe(
      'rtmp://h/app?token=9f3c',
    );
  });

  it('are exported without it, or with it sealed', async () => {
    const { presets, destinationStore } = await desk(target());
    await destinationStore.save(
      destination('rtmp://h/app?token=9f3c', { backupUrl: 'rtmp://b/app?token=77bb' }),
      {
        key: KEY,
      },
    );
    await presets.export(['one'], undefined);
    expect(readFileSync(target(), 'utf8')).not.toMatch(/9f3c|77bb/);
    expect(readFileSync(target(), 'utf8')).not.toContain('hasServerSecret');
    await presets.export(['one'], 'three quiet words');
    expect(readFileSync(target(), 'utf8')).not.toMatch(/9f3c|77bb/);
    await destinationStore.removeAll(['one']);
    await presets.openFile();
    await presets.unlock('three quiet words');
    await presets.add([0]);
    expect(publishedAddressesOf(destinationStore.all()[0] ?? { url: '' })).toEqual({
      url: 'rtmp://h/app?token=9f3c',
      backupUrl: 'rtmp://b/app?token=77bb',
    });
  });
});

describe('a saved key', () => {
  const HOME = 'rtmps://home.example/app';
  const moves: readonly [string, Destination][] = [
    ['another host', destination('rtmps://collector.example/app')],
    ['the same host without TLS', destination('rtmp://home.example/app')],
    ['a new backup', destination(HOME, { backupUrl: 'rtmps://collector.example/app' })],
    ['another authority', destination(HOME, { tls: { minimumVersion: 'TLSv1.2', extraAuthorityPem: 'x' } })],
  ];

  it.each(moves)('is not taken along to %s, and nothing is saved', async (_name, moved) => {
    const { destinationStore } = await open();
    await destinationStore.save(destination(HOME), { key: KEY });
    await expect(destinationStore.save(moved, {})).rejects.toMatchObject({
      code: 'settings/key-of-other-server',
    });
    expect(await destinationStore.withSecrets('one')).toMatchObject({ url: HOME, key: KEY });
  });

  it('goes to another host when it is typed anew, and stays when only the name changes', async () => {
    const { destinationStore } = await open();
    await destinationStore.save(destination(HOME), { key: KEY });
    await destinationStore.save(destination(HOME, { name: 'Renamed' }), {});
    expect(await destinationStore.withSecrets('one')).toMatchObject({ name: 'Renamed', key: KEY });
    await destinationStore.save(destination('rtmps://other.example/app'), { key: KEY });
    expect(await destinationStore.withSecrets('one')).toMatchObject({
      url: 'rtmps://other.example/app',
      key: KEY,
    });
  });

  it('does not stop an address that is none from being corrected with the key, or switched off', async () => {
    const { destinationStore } = await open();
    await destinationStore.add([{ destination: destination('no address'), secrets: { key: KEY } }]);
    await destinationStore.save(destination('no address', { isEnabled: false }), {});
    await expect(destinationStore.save(destination(HOME), {})).rejects.toMatchObject({
      code: 'settings/key-of-other-server',
    });
    await destinationStore.save(destination(HOME), { key: KEY });
    expect(await destinationStore.withSecrets('one')).toMatchObject({ url: HOME, key: KEY });
  });

  /** Runs changes at the same time, and looks at each turn of the loop at what the engine would be given. */
  async function seenDuring(
    destinationStore: DestinationStore,
    changes: readonly (() => Promise<unknown>)[],
  ) {
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      try {
        const { url, key } = await destinationStore.withSecrets('one');
        if (key === KEY) seen.add(url);
      } catch {
        // Without a key there is nothing to be sent.
      }
    };
    let isDone = false;
    const all = Promise.allSettled(changes.map((change) => change())).finally(() => {
      isDone = true;
    });
    await look();
    while (!isDone) {
      await Promise.race([all, new Promise(setImmediate)]);
      await look();
    }
    return [...seen];
  }

  it('is not given to a destination that took the place of a deleted one, while that one is brought back', async () => {
    const { destinationStore } = await open();
    await destinationStore.save(destination(HOME), { key: KEY });
    await destinationStore.delete('one');
    await destinationStore.save(destination('rtmp://collector.example/app'), {});
    expect(await seenDuring(destinationStore, [() => destinationStore.restore('one')])).toEqual([]);
  });

  it('stands beside no other server while two changes of its destination cross', async () => {
    const { destinationStore } = await open();
    await destinationStore.save(destination(HOME, { backupUrl: 'rtmps://home.example/b' }), { key: KEY });
    const seen = await seenDuring(destinationStore, [
      () =>
        destinationStore.save(destination(HOME, { backupUrl: 'rtmps://home.example/b' }), {
          backupSecret: '?token=1',
        }),
      () => destinationStore.save(destination('rtmp://collector.example/app'), { key: '' }),
    ]);
    expect(seen).not.toContain('rtmp://collector.example/app');
  });
});

describe('a host that the owner allows', () => {
  it('is allowed to that server alone: another address begins without it, and no form adds one', async () => {
    const { destinationStore } = await open();
    const allowed = (): readonly string[] | undefined =>
      destinationStore.view().destinations[0]?.trustedHosts;
    await destinationStore.save(destination('rtmps://a.example/app'), { key: KEY });
    await destinationStore.trustHost('one', 'rtmps://a.example/app', 'moved.example');
    await destinationStore.save(destination('rtmps://a.example/app', { trustedHosts: ['bad.example'] }), {});
    expect(allowed()).toEqual(['moved.example']);
    const moved = destination('rtmps://b.example/app', { trustedHosts: ['moved.example'] });
    await destinationStore.save(moved, { key: KEY });
    expect(allowed()).toBeUndefined();
  });

  it('is allowed to the server that asked for it, not to one that took its place while the question stood', async () => {
    const { destinationStore } = await open();
    await destinationStore.save(destination('rtmps://a.example/app'), { key: KEY });
    await destinationStore.save(destination('rtmps://b.example/app'), { key: 'another-key' });
    await destinationStore.trustHost('one', 'rtmps://a.example/app', 'moved.example');
    expect(destinationStore.view().destinations[0]?.trustedHosts).toBeUndefined();
  });
});

describe('a copy of a destination', () => {
  it('is switched off and has none of its secrets', async () => {
    const { destinationStore } = await open();
    const backupUrl = 'rtmp://b/app?token=9f3c';
    const original = destination('rtmp://me:pw-77bb@h/app?token=9f3c', { backupUrl });
    await destinationStore.save(original, { key: KEY });
    await destinationStore.trustHost('one', 'rtmp://h/app', 'moved.example');
    const copy = await destinationStore.duplicate('one');
    expect(copy).toMatchObject({ name: 'One copy', url: 'rtmp://h/app', isEnabled: false, hasKey: false });
    expect(copy).toMatchObject({ hasPassword: false, hasServerSecret: undefined, trustedHosts: undefined });
    const [, saved] = destinationStore.all();
    expect(saved).not.toHaveProperty('key');
    expect(JSON.stringify(saved)).not.toMatch(/9f3c|77bb/);
    await expect(destinationStore.duplicate('nobody')).rejects.toMatchObject({ code: 'input/bad-message' });
  });
});
