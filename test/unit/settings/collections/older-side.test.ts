/** The side of the microphone, which settings of before the mixer had for all collections. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  formatCollection,
  parseCollection,
} from '../../../../electron/settings/collections/collection-file.ts';
import { moveOlderSide } from '../../../../electron/settings/collections/older-side.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { defaultSettings } from '../../../../shared/settings/settings.ts';
import { channelOf, defaultDocument } from '../../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { olderProfileFolder } from '../../../support/saved/older-profile.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-older-side-'));
  mkdirSync(join(folder, 'collections'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const collectionFile = (id: string) => join(folder, 'collections', `${id}.json`);
const settingsFile = () => join(folder, 'settings.json');
const open = async (isReadOnly = false) => await SettingsStore.open(folder, () => 7, isReadOnly);
const savedSide = (id: string) =>
  channelOf(parseCollection(readFileSync(collectionFile(id), 'utf8')).document).side;
const savedSettings = () => JSON.parse(readFileSync(settingsFile(), 'utf8')) as Record<string, unknown>;

function put(id: string, document: StudioDocument = defaultDocument): void {
  writeFileSync(collectionFile(id), formatCollection({ name: id, document }));
}

/** As version 4 wrote them. */
function putSettings(micChannel: string, collectionId = 'evening'): void {
  const { studio: _studio, ...settings } = defaultSettings;
  writeFileSync(settingsFile(), JSON.stringify({ ...settings, collectionId, micChannel }));
}

describe('the side of the microphone', () => {
  it('is that of the main channel in every collection, and no longer a setting', async () => {
    for (const id of ['evening', 'morning']) put(id);
    putSettings('left');
    const store = await open();
    expect(store.problem).toBeUndefined();
    expect(channelOf(store.get().studio).side).toBe('left');
    expect(store.get()).not.toHaveProperty('micChannel');
    expect(savedSide('morning')).toBe('left');
    await store.update((settings) => ({ ...settings, theme: 'light' }));
    expect(savedSide('evening')).toBe('left');
    expect(savedSettings()).not.toHaveProperty('micChannel');
    expect((await open()).get()).toEqual(store.get());
  });

  it('changes nothing where both sides were heard', async () => {
    put('evening');
    putSettings('stereo');
    expect((await open()).get().studio).toEqual(defaultDocument);
  });

  it('goes with the document that older settings held themselves', async () => {
    cpSync(join(olderProfileFolder, 'user-data'), folder, { recursive: true });
    const before = JSON.parse(readFileSync(settingsFile(), 'utf8')) as object;
    writeFileSync(settingsFile(), JSON.stringify({ ...before, micChannel: 'right' }));
    const store = await open();
    expect(store.problem).toBeUndefined();
    expect(channelOf(store.get().studio).side).toBe('right');
    await store.update((settings) => ({ ...settings, theme: 'light' }));
    expect(channelOf((await open()).get().studio).side).toBe('right');
  });

  it('leaves damaged collections and backups as they are', async () => {
    put('evening');
    writeFileSync(collectionFile('broken'), '{');
    putSettings('left');
    await open();
    expect(readFileSync(collectionFile('broken'), 'utf8')).toBe('{');
    expect(readdirSync(join(folder, 'collections')).toSorted()).toEqual(['broken.json', 'evening.json']);
  });

  it('holds for a run that changes no file', async () => {
    for (const id of ['evening', 'morning']) put(id);
    putSettings('left');
    const before = readFileSync(settingsFile(), 'utf8');
    const store = await open(true);
    expect(channelOf(store.get().studio).side).toBe('left');
    expect([savedSide('evening'), savedSide('morning')]).toEqual([undefined, undefined]);
    expect(readFileSync(settingsFile(), 'utf8')).toBe(before);
  });

  it('is said not to have moved where a collection can’t be saved', async () => {
    const full = {
      list: async () => await Promise.resolve([{ id: 'morning', name: 'Morning' }]),
      peek: async () => await Promise.resolve({ name: 'Morning', document: defaultDocument }),
      save: async () => await Promise.reject(new AppError('settings/write-failed')),
    };
    expect(await moveOlderSide(full, 'left', 'evening')).toBe(false);
  });
});
