/** The files of a profile's collections: where the document is saved, and what becomes of it when something goes wrong. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formatCollection } from '../../../../electron/settings/collections/collection-file.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { defaultSettings } from '../../../../shared/settings/settings.ts';
import { defaultDocument } from '../../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { readOpenDocument } from '../../../support/saved/open-document.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-collections-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async () => await SettingsStore.open(folder, () => 7);
const file = (name: string) => join(folder, 'collections', name);
const put = (name: string, text: string) => {
  mkdirSync(join(folder, 'collections'), { recursive: true });
  writeFileSync(file(name), text);
};

/** The default document with its scene named. */
function documentOf(sceneName: string): StudioDocument {
  const [scene] = defaultDocument.scenes;
  if (scene === undefined) throw new Error('no scene');
  return { ...defaultDocument, scenes: [{ ...scene, name: sceneName }] };
}

const sceneIn = (document: StudioDocument) => document.scenes[0]?.name;
const saveScene = async (store: SettingsStore, name: string) =>
  await store.update((settings) => ({ ...settings, studio: documentOf(name) }));

it('saves the document in a file of its own, and the settings without one', async () => {
  await saveScene(await open(), 'Talk');
  const settings = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as object;
  expect(Object.keys(settings)).not.toContain('studio');
  expect(sceneIn(readOpenDocument(folder))).toBe('Talk');
  expect(sceneIn((await open()).get().studio)).toBe('Talk');
});

it('a change of other settings leaves the collection’s file as it is', async () => {
  const store = await open();
  await saveScene(store, 'Talk');
  rmSync(file('main.json'));
  await store.update((settings) => ({ ...settings, drainSeconds: 3 }));
  expect(existsSync(file('main.json'))).toBe(false);
});

const older = { ...defaultSettings, version: 3, studio: documentOf('Older') };

it('a document of older settings gets its file before the settings lose it', async () => {
  const text = JSON.stringify(older);
  writeFileSync(join(folder, 'settings.json'), text);
  const store = await open();
  expect(store.problem).toBeUndefined();
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
  // The collection can't be saved: the settings stay as they are.
  writeFileSync(join(folder, 'collections'), 'in the way');
  const change = store.update((settings) => ({ ...settings, drainSeconds: 3 }));
  await expect(change).rejects.toMatchObject({ code: 'settings/write-failed' });
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
  rmSync(join(folder, 'collections'));
  await store.update((settings) => ({ ...settings, drainSeconds: 4 }));
  const again = await open();
  expect([sceneIn(again.get().studio), again.get().drainSeconds]).toEqual(['Older', 4]);
  expect(readdirSync(join(folder, 'collections'))).toEqual(['main.json']);
});

it('a start that was cut off between the two files makes no second collection', async () => {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(older));
  put('main.json', formatCollection({ name: 'Untitled', document: documentOf('Older') }));
  const store = await open();
  await store.update((settings) => ({ ...settings, drainSeconds: 4 }));
  expect((await store.collections.list()).map(({ id }) => id)).toEqual(['main']);
});

it('older settings that come back beside a collection leave it as it is', async () => {
  await saveScene(await open(), 'Newer');
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(older));
  const store = await open();
  expect(sceneIn(store.get().studio)).toBe('Older');
  await store.update((settings) => ({ ...settings, drainSeconds: 4 }));
  expect(await store.collections.list()).toHaveLength(2);
  const { collection } = (await store.collections.open('main')) ?? {};
  expect(collection === undefined ? undefined : sceneIn(collection.document)).toBe('Newer');
});

it('a damaged collection is kept aside and its backup opened, which is said', async () => {
  await saveScene(await open(), 'First');
  await saveScene(await open(), 'Second');
  writeFileSync(file('main.json'), '{"format": "upcast-coll');
  const store = await open();
  expect(sceneIn(store.get().studio)).toBe('First');
  expect(store.collectionProblem?.toRecord()).toMatchObject({
    code: 'settings/corrupt',
    details: { reason: 'collectionFromBackup', name: 'Untitled', file: 'main.json.bad-7' },
  });
  expect(readFileSync(file('main.json.bad-7'), 'utf8')).toBe('{"format": "upcast-coll');
  await store.update((settings) => ({ ...settings, drainSeconds: 4 }));
  expect(sceneIn(readOpenDocument(folder))).toBe('First');
});

it('a damaged collection without a backup is kept aside, and nothing is written in its place', async () => {
  put('main.json', 'zeros');
  const store = await open();
  expect(store.collectionProblem?.details).toEqual({ reason: 'collectionAside', file: 'main.json.bad-7' });
  expect(store.get().studio).toEqual(defaultDocument);
  expect(readFileSync(file('main.json.bad-7'), 'utf8')).toBe('zeros');
});

it('a newer version’s collection is never written over', async () => {
  const text = JSON.stringify({ format: 'upcast-collection', version: 99, name: 'Future' });
  put('main.json', text);
  const store = await open();
  expect(store.collectionProblem?.toRecord()).toMatchObject({
    code: 'settings/newer-version',
    details: { reason: 'collectionNewer', name: 'Future' },
  });
  await saveScene(store, 'Talk');
  expect(readFileSync(file('main.json'), 'utf8')).toBe(text);
  const again = await open();
  expect([again.collectionProblem, sceneIn(again.get().studio)]).toEqual([undefined, 'Talk']);
});

it('an older version’s collection opens, and is of this version once it is saved: the older one leaves it alone', async () => {
  const document = defaultDocument;
  put('main.json', JSON.stringify({ format: 'upcast-collection', version: 1, name: 'Show', document }));
  const store = await open();
  expect([store.collectionProblem, store.collection.name]).toEqual([undefined, 'Show']);
  await saveScene(store, 'Talk');
  expect(JSON.parse(readFileSync(file('main.json'), 'utf8'))).toMatchObject({ version: 2, name: 'Show' });
});

it('read-only, a damaged collection stays where it is', async () => {
  put('main.json', 'zeros');
  await SettingsStore.open(folder, () => 7, true);
  expect(readdirSync(join(folder, 'collections'))).toEqual(['main.json']);
});

it('what was removed comes back until the next start', async () => {
  const { collections } = await open();
  await collections.save('a', { name: 'A', document: defaultDocument });
  await collections.remove('a');
  expect(await collections.list()).toEqual([]);
  await collections.restore('a');
  expect(await collections.list()).toEqual([{ id: 'a', name: 'A' }]);
  await collections.remove('a');
  await open();
  expect(readdirSync(join(folder, 'collections'))).toEqual([]);
  await expect(collections.restore('a')).rejects.toMatchObject({ details: { reason: 'collectionUnknown' } });
});

it('steps of a gesture don’t wait for the disk, and the last one is on it after a flush', async () => {
  const store = await open();
  writeFileSync(join(folder, 'collections'), 'in the way');
  const problems: string[] = [];
  store.onNotSaved.on(({ code }) => problems.push(code));
  for (const name of ['a', 'b', 'c'])
    store.updateSoon((settings) => ({ ...settings, studio: documentOf(name) }));
  await store.flush();
  expect(problems).toEqual(['settings/write-failed']);
  rmSync(join(folder, 'collections'));
  store.updateSoon((settings) => ({ ...settings, studio: documentOf('d') }));
  expect(existsSync(file('main.json'))).toBe(false);
  await store.flush();
  expect(sceneIn(readOpenDocument(folder))).toBe('d');
});
