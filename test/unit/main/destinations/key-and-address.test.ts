/** A key and its address change together, whatever crosses or fails: each key here names the host that alone may get it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SecretRegister } from '../../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../../electron/main/destinations/destination-store.ts';
import { SecretStore } from '../../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { cipherKeychain } from '../../../support/saved/cipher-keychain.ts';
import { noSystemProxy } from '../../../support/computer/no-system-proxy.ts';

let folder = '';
let isSealing = true;
const cipher = cipherKeychain();
const keychain = {
  ...cipher,
  seal: (text: string) => {
    if (!isSealing) throw new Error('the keychain is locked');
    return cipher.seal(text);
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-keys-'));
  isSealing = true;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(): Promise<DestinationStore> {
  const settings = await SettingsStore.open(folder, () => 7);
  const secrets = await SecretStore.open(folder, keychain, () => 7);
  const store = new DestinationStore(settings, secrets, new SecretRegister(), noSystemProxy);
  await store.settle();
  return store;
}

function at(host: string, more: Partial<Destination> = {}): Destination {
  const url = `rtmps://${host}.example/app`;
  const plain = destinationSchema.parse({
    id: 'one',
    name: 'One',
    serviceId: 'custom',
    url,
    isEnabled: true,
  });
  return { ...plain, ...more };
}

/** What the engine would be given now, as `host: secret`; nothing without a key. */
async function given(store: DestinationStore, id = 'one'): Promise<string> {
  try {
    const { url, key, serverSecret = '' } = await store.withSecrets(id);
    return `${new URL(url).hostname.replace('.example', '')}: ${key}${serverSecret}`;
  } catch {
    return 'nothing';
  }
}

/** The settings file can be read and not be replaced. */
function blockSettings(): () => void {
  const path = join(folder, 'settings.json');
  rmSync(path, { force: true });
  mkdirSync(path);
  writeFileSync(join(path, 'in the way'), '');
  return () => rmSync(path, { recursive: true });
}

it('a new key is not given with the address of before while both are saved', async () => {
  const store = await open();
  await store.save(at('a'), { key: 'of-a' });
  let isDone = false;
  const saving = store.save(at('b'), { key: 'of-b' }).finally(() => {
    isDone = true;
  });
  const seen = new Set<string>();
  while (!isDone) {
    seen.add(await given(store));
    await Promise.race([saving, new Promise(setImmediate)]);
  }
  expect([...seen.add(await given(store))]).toEqual(['a: of-a', 'b: of-b']);
});

it('a new key that the keychain refused to seal is not given with the address of before', async () => {
  const store = await open();
  await store.save(at('a'), { key: 'of-a' });
  isSealing = false;
  await expect(store.save(at('b'), { key: 'of-b' })).rejects.toMatchObject({ code: 'settings/write-failed' });
  expect(await given(store)).toBe('a: of-a');
  await expect(store.save(at('a'), { key: 'of-a-2' })).rejects.toMatchObject({
    code: 'settings/write-failed',
  });
  expect(await given(store)).toBe('a: of-a-2');
  isSealing = true;
  await store.save(at('a', { name: 'Renamed' }), {});
  expect(await given(store)).toBe('a: of-a-2');
});

it('a key that is typed after a save that failed is the one that is given', async () => {
  const store = await open();
  await store.save(at('a'), { key: 'one' });
  isSealing = false;
  await expect(store.save(at('b'), { key: 'two' })).rejects.toMatchObject({ code: 'settings/write-failed' });
  isSealing = true;
  await store.save(at('b'), { key: 'one' });
  expect([await given(store), await given(await open())]).toEqual(['b: one', 'b: one']);
});

it('an address that could not be written keeps its key through later changes and the next start', async () => {
  const store = await open();
  await store.save(at('a'), { key: 'of-a' });
  const unblock = blockSettings();
  await expect(store.save(at('b'), { key: 'of-b' })).rejects.toMatchObject({ code: 'settings/write-failed' });
  await expect(store.save(at('c'), { key: 'of-c' })).rejects.toMatchObject({ code: 'settings/write-failed' });
  unblock();
  expect(await given(store)).toBe('c: of-c');
  await store.setEnabled('one', false);
  expect(await given(store)).toBe('c: of-c');
  expect(await given(await open())).toBe('c: of-c');
});

it('a deletion whose undo could not be written can be undone again', async () => {
  const store = await open();
  await store.save(at('a'), { key: 'of-a' });
  await store.delete('one');
  isSealing = false;
  await expect(store.restore('one')).rejects.toMatchObject({ code: 'settings/write-failed' });
  isSealing = true;
  await store.restore('one');
  expect(await given(store)).toBe('a: of-a');
  expect(await given(await open())).toBe('a: of-a');
});

it('passwords of two proxies that are saved at once come beside their own alone', async () => {
  const store = await open();
  const proxy = (name: string) => ({ mode: 'own' as const, url: `http://${name}.example:80`, username: 'u' });
  const seen = new Set<string>();
  let isDone = false;
  const saving = Promise.all([
    store.defaultProxy.save(proxy('a'), 'of-a'),
    store.defaultProxy.save(proxy('b'), undefined),
    store.defaultProxy.save(proxy('c'), 'of-c'),
  ]).finally(() => {
    isDone = true;
  });
  do {
    const route = store.defaultProxy.route();
    if (typeof route === 'object') seen.add(`${route.host[0]} ${route.password ?? 'none'}`);
    await Promise.race([saving, new Promise(setImmediate)]);
  } while (!isDone);
  for (const each of seen) expect(each).toMatch(/^(?:[abc] none|a of-a|c of-c)$/);
});

it('no order of changes at once gives a key to another host than its own', async () => {
  let seed = 12;
  const pick = <T>(from: readonly T[]): T => {
    seed = (seed * 48_271) % 2_147_483_647;
    return from[seed % from.length] as T;
  };
  for (let round = 0; round < 12; round += 1) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const store = await open();
    await store.save(at('a'), { key: 'of-a' });
    const changes: (() => Promise<unknown>)[] = Array.from({ length: 8 }, (_none, index) => {
      const host = pick(['a', 'b', 'c']);
      return pick<() => Promise<unknown>>([
        () => store.save(at(host), { key: `of-${host}` }),
        () => store.save(at(host), { key: `of-${host}`, serverSecret: `?for=${host}` }),
        () => store.save(at(host), { key: '' }),
        () => store.save(at(host), {}),
        () => store.setEnabled('one', index % 2 === 0),
        () => store.trustHost('one', `rtmps://${host}.example/app`, 'moved.example'),
        () => store.delete('one'),
        () => store.restore('one'),
        () => store.removeAll(['one']),
        () => store.reorder(['one', 'two']),
        () => store.add([{ destination: at(host, { id: `new-${index}` }), secrets: { key: `of-${host}` } }]),
        () => store.duplicate('one'),
      ]);
    });
    const seen = new Set<string>();
    let isDone = false;
    const all = Promise.allSettled(changes.map(async (change) => await change())).finally(() => {
      isDone = true;
    });
    do {
      for (const { id } of store.view().destinations) seen.add(await given(store, id));
      await Promise.race([all, new Promise(setImmediate)]);
    } while (!isDone);
    const again = await open();
    for (const { id } of again.view().destinations) seen.add(await given(again, id));
    for (const each of seen) expect(each).toMatch(/^(?:nothing|([abc]): (?:of-\1)?(?:\?for=\1)?)$/);
  }
});
