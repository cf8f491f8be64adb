/** D8: a destination's proxy travels in the preset file, its password never in the clear. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretRegister } from '../../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../../electron/main/destinations/destination-store.ts';
import { PresetController } from '../../../../electron/main/destinations/preset-controller.ts';
import { SecretStore } from '../../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import { cipherKeychain } from '../../../support/saved/cipher-keychain.ts';
import { noSystemProxy } from '../../../support/computer/no-system-proxy.ts';
import { readPresetsHere } from '../../../support/saved/read-presets-here.ts';

const KEY = 'sk-of-preset-19d2';
const PROXY_PASSWORD = 'pw-of-proxy-77ae';
const PASSPHRASE = 'a long passphrase';
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-preset-proxy-'));
  file = join(folder, 'presets.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function computer(name: string) {
  const home = join(folder, name);
  const settings = await SettingsStore.open(home, () => 7);
  const secrets = await SecretStore.open(home, cipherKeychain(), () => 7);
  const destinationStore = new DestinationStore(settings, secrets, new SecretRegister(), noSystemProxy);
  const chooseFile = async () => file;
  const register = new SecretRegister();
  return {
    destinationStore,
    presets: new PresetController({
      destinationStore,
      register,
      chooseFile,
      read: readPresetsHere,
      chooseTarget: chooseFile,
    }),
  };
}

const destination = (id: string, proxy: object) =>
  destinationSchema.parse({
    id,
    name: `Through ${id}`,
    serviceId: 'custom',
    url: 'rtmps://live.example/app',
    isEnabled: true,
    proxy,
  });

async function exported(passphrase: string | undefined): Promise<string> {
  const { destinationStore, presets } = await computer('first');
  const typed = { mode: 'own', url: `socks5://bob:${PROXY_PASSWORD}@proxy.example:1080` };
  await destinationStore.save(destination('own', typed), { key: KEY });
  await destinationStore.save(destination('none', { mode: 'none' }), { key: KEY });
  await presets.export(['own', 'none'], passphrase);
  return readFileSync(file, 'utf8');
}

async function imported(passphrase: string | undefined) {
  const { destinationStore, presets } = await computer('second');
  await presets.openFile();
  const preview = passphrase === undefined ? undefined : await presets.unlock(passphrase);
  await presets.add([0, 1]);
  return { all: destinationStore.all(), destinationStore, preview };
}

const own = { mode: 'own', url: 'socks5://proxy.example:1080', username: 'bob' };

describe('a preset with a proxy', () => {
  it('without a passphrase keeps address and user name of the proxy, and no password', async () => {
    const text = await exported(undefined);
    expect(text).not.toContain(PROXY_PASSWORD);
    expect(text).not.toContain(KEY);
    const { all } = await imported(undefined);
    expect(all.map(({ proxy }) => proxy)).toEqual([own, { mode: 'none' }]);
    expect(all[0]?.proxyPassword).toBeUndefined();
  });

  it('with a passphrase brings the password sealed, and the other computer connects with it', async () => {
    const text = await exported(PASSPHRASE);
    expect(text).not.toContain(PROXY_PASSWORD);
    expect(text).not.toContain(Buffer.from(PROXY_PASSWORD).toString('base64'));
    const { all, destinationStore } = await imported(PASSPHRASE);
    expect(all.map(({ proxy }) => proxy)).toEqual([own, { mode: 'none' }]);
    expect(await destinationStore.withSecrets(all[0]?.id ?? '')).toMatchObject({
      key: KEY,
      route: {
        type: 'socks5',
        host: 'proxy.example',
        port: 1080,
        username: 'bob',
        password: PROXY_PASSWORD,
      },
    });
    expect((await destinationStore.withSecrets(all[1]?.id ?? '')).route).toBeUndefined();
  });

  it('says in the preview which proxy the destination goes through', async () => {
    await exported(PASSPHRASE);
    const { preview } = await imported(PASSPHRASE);
    expect(preview?.entries.map(({ brings }) => brings)).toEqual([
      ['Uses the proxy proxy.example.'],
      ['Connects directly, without a proxy.'],
    ]);
  });
});
