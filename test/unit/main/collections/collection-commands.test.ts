/** Commands about collections, by the runner over the real stores. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listCollections } from '../../../../electron/main/collections/run-collection-command.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import type { Command } from '../../../../shared/studio/commands.ts';
import { encodingOf, videoInputOf } from '../../../../shared/studio/document.ts';
import { openRunner } from '../../../support/studio/runner-rig.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-collection-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function openStudio() {
  const rig = await openRunner(folder);
  const run = async (command: Command) => {
    const answer = await rig.runner.run({ requestId: 'a', command });
    if (!answer.isDone) throw new Error(String(answer.error.details['reason'] ?? answer.error.code));
    return answer.created ?? {};
  };
  const names = async () => (await listCollections(rig.settings)).collections.map(({ name }) => name);
  const openName = () => rig.settings.collection.name;
  return { ...rig, run, names, openName };
}

it('a new collection has an empty scene, is open at once, and leaves the other one as it was', async () => {
  const { run, names, openName, settings } = await openStudio();
  await run({ type: 'setVideoSource', source: { type: 'pattern' } });
  const { collectionId = '' } = await run({ type: 'newCollection', name: 'Untitled' });
  expect([openName(), await names()]).toEqual(['Untitled 2', ['Untitled', 'Untitled 2']]);
  expect(settings.get().collectionId).toBe(collectionId);
  expect(videoInputOf(settings.get().studio)).toEqual({ type: 'none' });
  await run({ type: 'switchCollection', collectionId: 'main' });
  expect(videoInputOf(settings.get().studio)).toEqual({ type: 'pattern' });
  const again = await SettingsStore.open(folder, () => 7);
  expect([again.collection.name, videoInputOf(again.get().studio).type]).toEqual(['Untitled', 'pattern']);
});

it('the first collection stays when another one is opened, also when nothing was changed in it', async () => {
  const { run, names } = await openStudio();
  await run({ type: 'newCollection', name: 'Other' });
  expect(await names()).toEqual(['Other', 'Untitled']);
  await run({ type: 'switchCollection', collectionId: 'main' });
  expect(await names()).toEqual(['Other', 'Untitled']);
});

it('undo never leads into another collection', async () => {
  const { run, settings } = await openStudio();
  await run({ type: 'renameScene', sceneId: 'main', name: 'Changed' });
  await run({ type: 'newCollection', name: 'Other' });
  const before = settings.get().studio;
  await expect(run({ type: 'undo' })).rejects.toThrow('nothingToUndo');
  expect(settings.get().studio).toEqual(before);
});

it('a duplicate has the same scenes, and the original stays open', async () => {
  const { run, names, openName, settings } = await openStudio();
  await run({ type: 'renameScene', sceneId: 'main', name: 'Talk' });
  const { collectionId = '' } = await run({ type: 'duplicateCollection', collectionId: 'main' });
  expect([openName(), await names()]).toEqual(['Untitled', ['Untitled', 'Untitled 2']]);
  await run({ type: 'renameScene', sceneId: 'main', name: 'Later' });
  await run({ type: 'switchCollection', collectionId });
  expect(settings.get().studio.scenes.map(({ name }) => name)).toEqual(['Talk']);
});

it('a duplicate’s pages have addresses of their own: a change of one leaves the other', async () => {
  const { run, settings, runner, addresses } = await openStudio();
  const host = 'a.example';
  runner.allowPage(host);
  const input = { type: 'page' as const, host, width: 320, height: 180, fps: 30 };
  const { sourceId = '' } = await run({
    ...{ type: 'addSource', sceneId: 'main', name: 'Alerts', input: { ...input, whenHidden: 'pause' } },
  });
  const first = { address: 'https://a.example/?token=first', css: '' };
  await addresses.set([{ sourceId, host, ...first }]);
  const { collectionId = '' } = await run({ type: 'duplicateCollection', collectionId: 'main' });
  const copy = await settings.collections.peek(collectionId);
  const copyId = copy?.document.sources.find(({ name }) => name === 'Alerts')?.id ?? '';
  expect(copyId).not.toBe(sourceId);
  expect(copy?.document.scenes[0]?.items.map((item) => item.sourceId)).toContain(copyId);
  expect(copy?.document.channels.map((channel) => channel.sourceId)).toContain(copyId);
  expect(addresses.get({ sourceId: copyId, host })).toEqual(first);
  const second = { address: 'https://a.example/?token=second', css: 'p {}' };
  await addresses.set([{ sourceId, host, ...second }]);
  expect(addresses.get({ sourceId: copyId, host })).toEqual(first);
  await addresses.tidy((id) => id === copyId);
  expect([addresses.get({ sourceId, host }), addresses.get({ sourceId: copyId, host })]).toEqual([
    undefined,
    first,
  ]);
});

it('renames the open one and any other; a name that is taken gets a number', async () => {
  const { run, names } = await openStudio();
  const { collectionId = '' } = await run({ type: 'duplicateCollection', collectionId: 'main' });
  await run({ type: 'renameCollection', collectionId, name: 'Talk' });
  await run({ type: 'renameCollection', collectionId: 'main', name: 'Talk' });
  expect(await names()).toEqual(['Talk', 'Talk 2']);
  expect((await SettingsStore.open(folder, () => 7)).collection.name).toBe('Talk 2');
});

it('removes any but the open one, and brings it back', async () => {
  const { run, names } = await openStudio();
  const { collectionId = '' } = await run({ type: 'duplicateCollection', collectionId: 'main' });
  await expect(run({ type: 'removeCollection', collectionId: 'main' })).rejects.toThrow('collectionOpen');
  await run({ type: 'removeCollection', collectionId });
  expect(await names()).toEqual(['Untitled']);
  await expect(run({ type: 'switchCollection', collectionId })).rejects.toThrow('collectionUnknown');
  await run({ type: 'restoreCollection', collectionId });
  expect(await names()).toEqual(['Untitled', 'Untitled 2']);
});

it('a damaged one is not switched to: the open one stays', async () => {
  const { run, openName, settings } = await openStudio();
  mkdirSync(join(folder, 'collections'), { recursive: true });
  writeFileSync(join(folder, 'collections', 'bad.json'), 'zeros');
  const before = settings.get().studio;
  await expect(run({ type: 'switchCollection', collectionId: 'bad' })).rejects.toThrow('collectionAside');
  expect([openName(), settings.get().studio]).toEqual(['Untitled', before]);
});

it('a switch on air changes nothing for the encoder, whatever the other collection was made for', async () => {
  const { run, engine, settings } = await openStudio();
  await run({ type: 'duplicateCollection', collectionId: 'main', name: 'Wide' });
  const upright = { ...defaultEncodingProfile, width: 720, height: 1280 };
  await run({ type: 'setEncoding', profile: upright });
  await run({ type: 'startStream', isRehearsal: true });
  const before = [...engine.sent];
  const { collections } = await listCollections(settings);
  const collectionId = collections.find(({ name }) => name === 'Wide')?.id ?? '';
  await run({ type: 'switchCollection', collectionId });
  expect(engine.sent).toEqual(before);
  expect(encodingOf(settings.get().studio)).toEqual(upright);
  // The camera fills the canvas that is on air.
  expect(settings.get().studio.scenes[0]?.items[0]?.transform.bounds).toMatchObject({ height: 2 });
});

it('the files of a collection may be named once it is open', async () => {
  const { run, settings } = await openStudio();
  const input = { type: 'image', path: '/pictures/a.png' } as const;
  const add = { type: 'addSource', sceneId: 'main', name: 'Image', input } as const;
  await expect(run(add)).rejects.toThrow('fileNotChosen');
  const { studio } = settings.get();
  const document = {
    ...studio,
    sources: [...studio.sources, { id: 'image', name: 'Image', kind: 'video' as const, input }],
  };
  await settings.collections.save('other', { name: 'Other', document });
  await run({ type: 'switchCollection', collectionId: 'other' });
  await run(add);
});

it('a live has the one collection of its options', async () => {
  const settings = await SettingsStore.open(folder, () => 7, true);
  const { runCollectionCommand } =
    await import('../../../../electron/main/collections/run-collection-command.ts');
  await expect(
    runCollectionCommand(settings, { type: 'newCollection', name: 'A' }, () => Promise.resolve()),
  ).rejects.toMatchObject({
    details: { reason: 'collectionsFixed' },
  });
});

it('an edit holds before it is saved; a failing disk is told', async () => {
  const { run, settings } = await openStudio();
  writeFileSync(join(folder, 'collections'), 'in the way');
  const setOpacity = { type: 'setItem', sceneId: 'main', itemId: 'item-video' } as const;
  await run({ ...setOpacity, opacity: 0.5, gestureId: 'drag' });
  expect(settings.get().studio.scenes[0]?.items[0]?.opacity).toBe(0.5);
  const told: string[] = [];
  settings.onNotSaved.on(({ code }) => told.push(code));
  await run({ ...setOpacity, opacity: 0.4 });
  expect(told).toEqual(['settings/write-failed']);
  expect(settings.get().studio.scenes[0]?.items[0]?.opacity).toBe(0.4);
  rmSync(join(folder, 'collections'));
  await settings.flush();
});
