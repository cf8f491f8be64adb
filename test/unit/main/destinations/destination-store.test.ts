/** The real destination store over the real stores: what a person saves, and what the engine is given. */
import { describe, expect, it } from 'vitest';
import type { DestinationStore } from '../../../../electron/main/destinations/destination-store.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { destination, KEY, prepareStoreFolder } from './store-folder.ts';

const { open } = prepareStoreFolder();

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
