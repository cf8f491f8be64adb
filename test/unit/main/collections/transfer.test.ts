/** Collections that go to a folder and come back, also from a stranger; collections of OBS that are imported. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CollectionTransfer } from '../../../../electron/main/collections/collection-transfer.ts';
import { obsFolders } from '../../../../electron/main/collections/obs-folders.ts';
import { namesFor } from '../../../../electron/main/collections/exported-folder.ts';
import { openLiveDocument } from '../../../../electron/main/live/live-document.ts';
import { parseLiveOptions } from '../../../../electron/main/live/options.ts';
import { parseCollection } from '../../../../electron/settings/collections/collection-file.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import type { ImportedPage } from '../../../../shared/obs-collection/page-secrets.ts';
import type { PageIds } from '../../../../shared/studio/pages/new-page-ids.ts';
import type { TransferProgress } from '../../../../shared/studio/collections/collection-import.ts';
import { defaultDocument } from '../../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { pathsIn } from '../../../../shared/studio/files/document-paths.ts';
import { obsCollection } from '../../../support/obs/obs-collection.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-transfer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...parts: readonly string[]) => join(folder, ...parts);
function put(name: string, text: string): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
  return at(name);
}

/** The default document with images of these files. */
function withImages(paths: readonly string[]): StudioDocument {
  const images = paths.map((path, index): Source => {
    return { id: `image-${index}`, name: `Image ${index}`, kind: 'video', input: { type: 'image', path } };
  });
  return { ...defaultDocument, sources: [...defaultDocument.sources, ...images] };
}

/** A person who chooses these in main's dialogs. */
interface Choices {
  readonly file?: string;
  readonly target?: string;
  readonly parent?: string;
}

async function openTransfer(
  { file, target, parent }: Choices,
  document?: StudioDocument,
  folders: readonly string[] = [],
  whileCopying: (transfer: CollectionTransfer) => void = () => undefined,
) {
  const settings = await SettingsStore.open(at('profile'), () => 7);
  if (document !== undefined) await settings.update((current) => ({ ...current, studio: document }));
  const dialogs = {
    chooseFile: () => Promise.resolve(file),
    chooseTarget: () => Promise.resolve(target),
    chooseFolder: () => Promise.resolve(parent),
  };
  const pages: ImportedPage[] = [];
  const keepPages = async (imported: readonly ImportedPage[]) => {
    pages.push(...imported);
    await Promise.resolve();
  };
  const copied: PageIds[] = [];
  const copyPages = async (ids: PageIds) => {
    copied.push(ids);
    await Promise.resolve();
  };
  const progress: (TransferProgress | undefined)[] = [];
  const onProgress = (each: TransferProgress | undefined) => {
    progress.push(each);
    if (each !== undefined) whileCopying(transfer);
  };
  const transfer = new CollectionTransfer({
    ...{ settings, dialogs, obsFolders: folders, keepPages, copyPages, onProgress },
  });
  return { settings, transfer, pages, copied, progress };
}

it('an export has the files beside the document, and an import copies them elsewhere', async () => {
  const document = withImages([put('a/logo.png', 'logo'), put('b/LOGO.png', 'other'), at('gone.png')]);
  const { settings, transfer } = await openTransfer({ target: at('show') }, document);
  await settings.renameCollection('My show');
  expect(await transfer.export('main')).toEqual({ folder: 'show', files: 2, missing: ['gone.png'] });
  expect(readdirSync(at('show', 'media')).toSorted()).toEqual(['LOGO 2.png', 'logo.png']);
  const text = readFileSync(at('show', 'collection.json'), 'utf8');
  expect(text).not.toContain(folder);

  mkdirSync(at('files'));
  const back = await openTransfer({ file: at('show', 'collection.json'), parent: at('files') });
  expect(await back.transfer.open(undefined)).toMatchObject({
    ...{ from: 'upcast', name: 'My show', fileName: 'collection.json', scenes: 1 },
    files: [
      { path: 'media/logo.png', isThere: true },
      { path: 'media/LOGO 2.png', isThere: true },
      { path: 'media/gone.png', isThere: false },
    ],
  });
  const { id = '' } = (await back.transfer.import()) ?? {};
  const { collection } = (await back.settings.collections.open(id)) ?? {};
  expect(pathsIn(collection)).toEqual(
    ['logo.png', 'LOGO 2.png', 'gone.png'].map((name) => at('files', 'My show', name)),
  );
  expect(readFileSync(at('files', 'My show', 'LOGO 2.png'), 'utf8')).toBe('other');
  // Everything but the places of the files is as it was.
  const names = (each: StudioDocument | undefined) => JSON.stringify(each).replaceAll(/"path":"[^"]*"/g, '');
  expect(names(collection?.document)).toBe(names(document));
});

it('an import’s pages have ids of their own, and what is known of the exported ones', async () => {
  const input = { type: 'page' as const, host: 'a.example', ...{ width: 320, height: 180, fps: 30 } };
  const page: Source = { id: 'page', name: 'Page', kind: 'video', input: { ...input, whenHidden: 'pause' } };
  const document = { ...defaultDocument, sources: [...defaultDocument.sources, page] };
  const { transfer } = await openTransfer({ target: at('show') }, document);
  await transfer.export('main');
  const back = await openTransfer({ file: at('show', 'collection.json') });
  await back.transfer.open(undefined);
  const { id = '' } = (await back.transfer.import()) ?? {};
  const { collection } = (await back.settings.collections.open(id)) ?? {};
  const copyId = collection?.document.sources.find(({ name }) => name === 'Page')?.id ?? '';
  expect(copyId).not.toBe('page');
  expect(back.copied.map((ids) => [...ids])).toEqual([[['page', copyId]]]);
});

it('an export and an import tell how far their files have come', async () => {
  const document = withImages([
    put('a.png', 'a'.repeat(3000)),
    put('b.png', 'b'.repeat(1000)),
    at('gone.png'),
  ]);
  const { transfer, progress } = await openTransfer({ target: at('show') }, document);
  await transfer.export('main');
  const told = [
    { doneBytes: 0, totalBytes: 4000 },
    { doneBytes: 3000, totalBytes: 4000 },
    { doneBytes: 4000, totalBytes: 4000 },
    undefined,
  ];
  expect(progress).toEqual(told);
  mkdirSync(at('files'));
  const back = await openTransfer({ file: at('show', 'collection.json'), parent: at('files') });
  await back.transfer.open(undefined);
  await back.transfer.import();
  expect(back.progress).toEqual(told);
});

it('an export that is cancelled leaves nothing behind, and so does an import, which can be done again', async () => {
  const document = withImages([put('a.png', 'a'.repeat(3000)), put('b.png', 'b')]);
  const cancelled = await openTransfer({ target: at('show') }, document, [], (transfer) => transfer.cancel());
  expect(await cancelled.transfer.export('main')).toBeUndefined();
  expect([existsSync(at('show')), cancelled.progress.at(-1)]).toEqual([false, undefined]);

  const { transfer } = await openTransfer({ target: at('show') });
  await transfer.export('main');
  mkdirSync(at('files'));
  let mayGoOn = false;
  const back = await openTransfer(
    { file: at('show', 'collection.json'), parent: at('files') },
    undefined,
    [],
    (importing) => (mayGoOn ? undefined : importing.cancel()),
  );
  await back.transfer.open(undefined);
  expect(await back.transfer.import()).toBeUndefined();
  expect(readdirSync(at('files'))).toEqual([]);
  mayGoOn = true;
  expect(await back.transfer.import()).toMatchObject({ id: expect.any(String) as string });
});

it('a second export is refused while the first one copies', async () => {
  const refusals: unknown[] = [];
  const { transfer } = await openTransfer(
    { target: at('show') },
    withImages([put('a.png', 'a')]),
    [],
    (exporting) => {
      exporting.export('main').catch((error: unknown) => refusals.push(error));
    },
  );
  await transfer.export('main');
  await vi.waitFor(() => expect(refusals).not.toHaveLength(0));
  expect(refusals[0]).toMatchObject({ details: { reason: 'collectionBusy' } });
});

it('devices that OBS named are offered, and those that a person chose are in the collection', async () => {
  const scenes = obsCollection([
    { name: 'Face', id: 'v4l2_input', settings: { device_id: '/dev/video3' } },
    { name: 'Voice', id: 'pulse_input_capture', settings: { device_id: 'alsa_input.usb' } },
    { name: 'Usual', id: 'pulse_input_capture', settings: { device_id: 'default' } },
    { name: 'Game', id: 'xcomposite_input', settings: { capture_window: '7\r\nGame\r\ngame' } },
  ]);
  const { transfer, settings } = await openTransfer({ file: put('scenes.json', JSON.stringify(scenes)) });
  const preview = await transfer.open(undefined);
  expect(preview?.devices.map(({ name, kind, device }) => [name, kind, device])).toEqual([
    ['Face', 'camera', '/dev/video3'],
    ['Voice', 'microphone', 'alsa_input.usb'],
    ['Game', 'screen', 'Game'],
  ]);
  const [face, voice, game] = preview?.devices ?? [];
  if (face === undefined || voice === undefined || game === undefined) throw new Error('none offered');
  const camera = { type: 'camera', deviceId: 'c1', label: 'Camera' } as const;
  const window = { type: 'screen', sourceId: 'window:1:0', title: 'Game' } as const;
  for (const wrong of [
    { sourceId: face.sourceId, input: window },
    { sourceId: 'nobody', input: camera },
    { sourceId: voice.sourceId, input: { type: 'image', path: '/a.png' } as const },
  ])
    await expect(transfer.import([wrong])).rejects.toMatchObject({ code: 'input/bad-message' });
  const chosen = [
    { sourceId: face.sourceId, input: camera },
    { sourceId: game.sourceId, input: window },
  ];
  const { id = '' } = (await transfer.import(chosen)) ?? {};
  const sources = (await settings.collections.open(id))?.collection.document.sources ?? [];
  const inputOf = (name: string) => sources.find((source) => source.name === name)?.input;
  expect([inputOf('Face'), inputOf('Game'), inputOf('Voice')]).toEqual([
    camera,
    window,
    { type: 'microphone' },
  ]);
});

it('live plays an exported folder as it is', async () => {
  const { transfer } = await openTransfer({ target: at('show') }, withImages([put('logo.png', 'logo')]));
  await transfer.export('main');
  const options = parseLiveOptions(['--rehearse', '--collection', at('show', 'collection.json')]);
  expect(pathsIn(openLiveDocument(options).document)).toEqual([at('show', 'media', 'logo.png')]);
});

it('an export goes into no folder that has something in it, and leaves nothing behind when it fails', async () => {
  const document = withImages([put('logo.png', 'logo')]);
  put('taken/mine.txt', 'mine');
  const taken = await openTransfer({ target: at('taken') }, document);
  await expect(taken.transfer.export('main')).rejects.toMatchObject({
    details: { reason: 'exportFolderTaken', folder: 'taken' },
  });
  expect(readdirSync(at('taken'))).toEqual(['mine.txt']);
});

it('names are plain ones on every system, none twice', () => {
  const names = namesFor([
    '/a/CON.png',
    'C:\\b\\..',
    '/x/a:b?.png',
    '/y/A-B-.PNG',
    `/z/${'é'.repeat(300)}.png`,
    '/h/.hidden',
  ]);
  const [con, dots, colon, again, long = '', hidden] = [...names.values()];
  expect([con, dots, colon, again, hidden]).toEqual(['_CON.png', 'file', 'a-b-.png', 'A-B- 2.PNG', 'hidden']);
  expect(long.length).toBeLessThanOrEqual(100);
});

it('a stranger’s collection reaches no file outside of its folder', async () => {
  put('secret.txt', 'secret');
  const named = [
    '../secret.txt',
    'media/../../secret.txt',
    at('secret.txt'),
    '\\\\server\\share\\x.png',
    '//server/share/x.png',
    'C:\\x.png',
    'media\\x.png',
    'media/link.png',
    'links/secret.txt',
    'media/folder',
    'media/a.png',
  ];
  put('show/media/a.png', 'a');
  mkdirSync(at('show', 'media', 'folder'));
  symlinkSync(at('secret.txt'), at('show', 'media', 'link.png'));
  symlinkSync(folder, at('show', 'links'));
  const document = withImages(named);
  put(
    'show/collection.json',
    JSON.stringify({ format: 'upcast-collection', version: 1, name: 'Evil', document }),
  );
  mkdirSync(at('files'));
  const { settings, transfer } = await openTransfer({
    file: at('show', 'collection.json'),
    parent: at('files'),
  });
  const preview = await transfer.open(undefined);
  expect(preview?.files.filter(({ isThere }) => isThere)).toEqual([{ path: 'media/a.png', isThere: true }]);
  const { id = '' } = (await transfer.import()) ?? {};
  expect(readdirSync(at('files', 'Evil'))).toEqual(['a.png']);
  const { collection } = (await settings.collections.open(id)) ?? {};
  for (const path of pathsIn(collection)) expect(dirname(path)).toBe(at('files', 'Evil'));
});

it.each([
  ['a newer version', { format: 'upcast-collection', version: 99, name: 'x' }, 'settings/newer-version'],
  ['no document', { format: 'upcast-collection', version: 1, name: 'x' }, 'input/bad-file'],
  [
    'an unknown field',
    { format: 'upcast-collection', version: 1, name: 'x', document: defaultDocument, extra: 1 },
    'input/bad-file',
  ],
  ['no collection', { hello: 'world' }, 'input/bad-file'],
])('refuses a file with %s', async (_name, data, code) => {
  const file = put('collection.json', JSON.stringify(data));
  const { settings, transfer } = await openTransfer({ file });
  await expect(transfer.open(undefined)).rejects.toMatchObject({ code });
  await expect(transfer.import()).rejects.toMatchObject({ code: 'input/bad-message' });
  expect(await settings.collections.list()).toEqual([]);
});

it('refuses a file that is too large, and a folder', async () => {
  const large = await openTransfer({ file: put('large.json', ' '.repeat(5 * 1024 * 1024)) });
  await expect(large.transfer.open(undefined)).rejects.toMatchObject({
    details: { reason: 'collectionTooLarge' },
  });
  const none = await openTransfer({ file: folder });
  await expect(none.transfer.open(undefined)).rejects.toMatchObject({ code: 'input/bad-file' });
});

it('lists OBS’ collections, says what becomes of each thing, and finds missing files', async () => {
  const logo = put('moved/deep/Logo.png', 'logo');
  const collection = obsCollection([
    { name: 'Logo', id: 'image_source', settings: { file: '/elsewhere/logo.png' } },
    {
      name: 'Widget',
      id: 'browser_source',
      settings: { url: 'https://widgets.example/alerts?token=secret-token-1' },
    },
    { name: 'Thing', id: 'plugin_thing', settings: {} },
  ]);
  const text = JSON.stringify({ ...collection, name: 'My stream' });
  put('obs/My_stream.json', text);
  put('obs/My_stream.json.bak', text);
  const { settings, transfer, pages } = await openTransfer({ parent: at('moved') }, undefined, [
    at('none'),
    at('obs'),
  ]);
  expect(await transfer.find()).toEqual([{ index: 0, name: 'My stream' }]);
  const preview = await transfer.open(0);
  expect(preview).toMatchObject({
    from: 'obs',
    name: 'My stream',
    files: [{ path: '/elsewhere/logo.png', isThere: false }],
  });
  expect(preview?.report).toContainEqual(
    expect.objectContaining({ name: 'Thing', taken: 'not', reason: 'kindUnknown' }),
  );
  expect(JSON.stringify(preview)).not.toContain('secret-token-1');
  expect((await transfer.locate())?.files).toEqual([{ path: logo, isThere: true }]);
  const { id = '', name } = (await transfer.import()) ?? {};
  expect([name, settings.collection.name]).toEqual(['My stream', 'Untitled']);
  const saved = readFileSync(at('profile', 'collections', `${id}.json`), 'utf8');
  expect(pathsIn(parseCollection(saved))).toEqual([logo]);
  expect(saved).not.toContain('secret-token-1');
  const widget = parseCollection(saved).document.sources.find((source) => source.name === 'Widget');
  const address = 'https://widgets.example/alerts?token=secret-token-1';
  expect(pages).toMatchObject([{ sourceId: widget?.id, host: 'widgets.example', address }]);
  expect(existsSync(at('obs', 'My_stream.json'))).toBe(true);
});

it('takes the canvas of OBS’ profiles for a collection that doesn’t say, and of no others', async () => {
  const made = { name: 'Logo', id: 'image_source', settings: { file: '/logo.png' } };
  const path = put('basic/scenes/Old.json', JSON.stringify({ ...obsCollection([made]), name: 'Old' }));
  const guessed = async (file: string) => {
    const { transfer } = await openTransfer({ file });
    return (await transfer.open(undefined))?.report.some(({ reason }) => reason === 'canvasGuessed');
  };
  expect(await guessed(path)).toBe(true);
  put('basic/profiles/A/basic.ini', '[Video]\nBaseCX=1280\nBaseCY=720\n');
  expect(await guessed(path)).toBe(false);
  expect(await guessed(put('elsewhere/Old.json', readFileSync(path, 'utf8')))).toBe(true);
  put('basic/profiles/B/basic.ini', '[Video]\nBaseCX=1920\nBaseCY=1080\n');
  expect(await guessed(path)).toBe(true);
});

it('knows where OBS keeps its collections on each system', () => {
  const linux = { platform: 'linux', home: '/home/me', appData: '/home/me/.config' } as const;
  expect(obsFolders(linux)).toEqual([
    '/home/me/.config/obs-studio/basic/scenes',
    '/home/me/.var/app/com.obsproject.Studio/config/obs-studio/basic/scenes',
    '/home/me/snap/obs-studio/current/.config/obs-studio/basic/scenes',
  ]);
  expect(obsFolders({ ...linux, platform: 'darwin', appData: '/appdata' })).toEqual([
    '/appdata/obs-studio/basic/scenes',
  ]);
});
