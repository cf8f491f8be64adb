/** A secret in a server's address: what a person saves, what stands in the files, and what the engine is given. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveAddressSecrets } from '../../../../electron/main/destinations/address-secrets.ts';
import { PresetController } from '../../../../electron/main/destinations/preset-controller.ts';
import { publishedAddressesOf } from '../../../../shared/destinations/server-secret.ts';
import { defaultSettings } from '../../../../shared/settings/settings.ts';
import { cipherKeychain } from '../../../support/saved/cipher-keychain.ts';
import { readPresetsHere } from '../../../support/saved/read-presets-here.ts';
import { destination, KEY, prepareStoreFolder } from './store-folder.ts';

const stores = prepareStoreFolder();
const { open, everyFile } = stores;

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
    writeFileSync(join(stores.folder, 'settings.json'), JSON.stringify(settings));
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
    stores.keychain = cipherKeychain(undefined, false);
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
    const seal = (): Promise<never> => Promise.reject(new Error('the keychain is locked'));
    stores.keychain = { ...stores.keychain, seal };
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
  const target = (): string => join(stores.folder, 'presets.json');
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
    const source = join(stores.folder, 'source');
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
