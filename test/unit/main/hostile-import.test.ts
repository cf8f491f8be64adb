/** A preset file of somebody else: what it brings unseen is shown before anything is saved. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretRegister } from '../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../electron/main/destinations/destination-store.ts';
import { PresetController } from '../../../electron/main/destinations/preset-controller.ts';
import { SecretStore } from '../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { cipherKeychain } from '../../support/saved/cipher-keychain.ts';
import { readPresetsHere } from '../../support/saved/read-presets-here.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { noSystemProxy } from '../../support/computer/no-system-proxy.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-hostile-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(destinations: readonly object[]) {
  const path = join(folder, 'presets.json');
  writeFileSync(path, JSON.stringify({ format: 'upcast-presets', version: 1, destinations }));
  const settings = await SettingsStore.open(folder, () => 7);
  const secrets = await SecretStore.open(folder, cipherKeychain(), () => 7);
  const register = new SecretRegister();
  const destinationStore = new DestinationStore(settings, secrets, register, noSystemProxy);
  const chooseFile = async () => path;
  const presets = new PresetController({
    ...{ destinationStore, register, chooseFile, read: readPresetsHere },
    chooseTarget: async () => undefined,
  });
  return { destinationStore, presets, preview: await presets.openFile() };
}

const twitch = { name: 'Twitch', serviceId: 'twitch', url: 'rtmps://live.twitch.tv/app' };
const PIN = 'ab'.repeat(32);

describe('the preview of an import', () => {
  it('says nothing more of a preset that is a server alone', async () => {
    const { preview } = await open([twitch]);
    expect(preview?.entries).toMatchObject([{ host: 'live.twitch.tv', brings: [] }]);
  });

  it('names a hidden second server that would get the key, and that it is not encrypted', async () => {
    const { preview } = await open([
      { ...twitch, backupUrl: 'rtmp://collector.example/app', backupMode: 'both' },
      { ...twitch, backupUrl: 'rtmps://collector.example/app' },
    ]);
    expect(preview?.entries.map(({ brings }) => brings)).toEqual([
      ['Also streams to collector.example, with the same key and no encryption.'],
      ['Backup: collector.example, with the same key.'],
    ]);
  });

  it('names a proxy, that one could read the key of a plain server, and that none is to be used', async () => {
    const proxy = { mode: 'own', url: 'socks5://proxy.example:1080' };
    const { preview } = await open([
      { ...twitch, proxy },
      { name: 'Plain', serviceId: 'custom', url: 'rtmp://one.example/app', proxy },
      { ...twitch, proxy: { mode: 'own', url: 'gopher:// ' } },
      { ...twitch, proxy: { mode: 'none' } },
      { ...twitch, proxy: { mode: 'system' } },
    ]);
    expect(preview?.entries.map(({ brings }) => brings)).toEqual([
      ['Uses the proxy proxy.example.'],
      ['Uses the proxy proxy.example, which could read the key.'],
      ['Uses a proxy with an unreadable address.'],
      ['Connects directly, without a proxy.'],
      ['Uses your system’s proxy.'],
    ]);
  });

  it('names an authority by its subject, a pin, a source address and a user name', async () => {
    const authority = createTestAuthority();
    const { preview } = await open([
      {
        ...twitch,
        tls: { extraAuthorityPem: authority.caPem, pinnedSha256: PIN },
        localAddress: '10.0.0.5',
        username: 'm\u202ee',
      },
    ]);
    authority.remove();
    expect(preview?.entries[0]?.brings).toEqual([
      'Also trusts this certificate authority: CN=Upcast test authority.',
      'Accepts only the certificate whose fingerprint starts with abababababababab.',
      'Uses the local address 10.0.0.5.',
      'Signs in as me.',
    ]);
  });
});

it('a cancel while a file is read gives no preview and leaves nothing open', async () => {
  const settings = await SettingsStore.open(folder, () => 7);
  const register = new SecretRegister();
  const destinationStore = new DestinationStore(
    settings,
    await SecretStore.open(folder, cipherKeychain(), () => 7),
    register,
    noSystemProxy,
  );
  let begun: () => void = () => undefined;
  const reading = new Promise<void>((resolve) => (begun = resolve));
  const presets = new PresetController({
    ...{ destinationStore, register, chooseFile: async () => 'a file', chooseTarget: async () => undefined },
    read: async (_request, signal) => {
      begun();
      return await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new AppError('internal/aborted')));
      });
    },
  });
  const opening = presets.openFile();
  await reading;
  presets.discard();
  expect(await opening).toBeUndefined();
  await expect(presets.add([0])).rejects.toMatchObject({ code: 'input/bad-message' });
});

describe('an imported destination', () => {
  it.each([
    ['twitch', 'rtmps://collector.example/app', 'custom'],
    ['custom', 'rtmps://live.twitch.tv/app', 'twitch'],
    ['no-such-service', 'rtmps://collector.example/app', 'custom'],
    ['kick', 'rtmps://a1b2.global-contribute.live-video.net:443/app', 'kick'],
    ['relay', 'rtmp://192.168.1.4/relay', 'relay'],
  ])('that says %s at %s is of the service %s', async (serviceId, url, expected) => {
    const { destinationStore, presets } = await open([{ name: 'One', serviceId, url }]);
    await presets.add([0]);
    expect(destinationStore.all()).toMatchObject([{ serviceId: expected }]);
  });

  it('alone is taken back by undo; a destination that was there stays with its key', async () => {
    const { destinationStore, presets } = await open([twitch]);
    const own = destinationSchema.parse({ ...twitch, id: 'own', isEnabled: true });
    await destinationStore.save(own, { key: 'sk-3141' });
    const ids = await presets.add([0]);
    await presets.undo(['own', ...ids]);
    expect(destinationStore.all()).toMatchObject([{ id: 'own', key: 'sk-3141' }]);
  });
});
