/** Collections that go to a folder and come back, also from a stranger. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it, vi } from 'vitest';
import { namesFor } from '../../../../electron/main/collections/exported-folder.ts';
import { openLiveDocument } from '../../../../electron/main/live/live-document.ts';
import { parseLiveOptions } from '../../../../electron/main/live/options.ts';
import { defaultDocument } from '../../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { pathsIn } from '../../../../shared/studio/files/document-paths.ts';
import { transferFolder, withImages } from '../../../support/saved/transfer-rig.ts';

const { at, put, openTransfer } = transferFolder();

it('an export has the files beside the document, and an import copies them elsewhere', async () => {
  const document = withImages([put('a/logo.png', 'logo'), put('b/LOGO.png', 'other'), at('gone.png')]);
  const { settings, transfer } = await openTransfer({ target: at('show') }, document);
  await settings.renameCollection('My show');
  expect(await transfer.export('main')).toEqual({ folder: 'show', files: 2, missing: ['gone.png'] });
  expect(readdirSync(at('show', 'media')).toSorted()).toEqual(['LOGO 2.png', 'logo.png']);
  const text = readFileSync(at('show', 'collection.json'), 'utf8');
  expect(text).not.toContain(at());

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
  symlinkSync(at(), at('show', 'links'));
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

it('says of a newer version’s collection that it can’t be imported, not that the settings are newer', async () => {
  const data = { format: 'upcast-collection', version: 99, name: 'x' };
  const { transfer } = await openTransfer({ file: put('collection.json', JSON.stringify(data)) });
  await expect(transfer.open(undefined)).rejects.toMatchObject({ details: { reason: 'importNewer' } });
});

it('refuses a file that is too large, and a folder', async () => {
  const large = await openTransfer({ file: put('large.json', ' '.repeat(5 * 1024 * 1024)) });
  await expect(large.transfer.open(undefined)).rejects.toMatchObject({
    details: { reason: 'collectionTooLarge' },
  });
  const none = await openTransfer({ file: at() });
  await expect(none.transfer.open(undefined)).rejects.toMatchObject({ code: 'input/bad-file' });
});
