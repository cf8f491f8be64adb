/** Browser pages of a collection: what the document has of them, and what goes to the keychain. */
import { expect, test } from 'vitest';
import { importedPages } from '../../../../shared/obs-collection/page-secrets.ts';
import { readCollection } from '../../../../shared/obs-collection/read-collection.ts';
import { toDocument } from '../../../../shared/obs-collection/to-document.ts';
import { DEFAULT_PAGE_CSS } from '../../../../shared/studio/pages/page-input.ts';
import { collection, item, scene, source } from './builders.ts';
import { encoding, entriesOf, imported, sourceNamed } from './imported.ts';
import * as ten from './ten-collections.ts';
import { TOKEN } from './ten-collections.ts';

function pagesOf(text: string) {
  const read = readCollection(text);
  return importedPages(read, toDocument(read, encoding).document);
}

test('a page of the web keeps its size, its rate and what becomes of it while it is hidden', () => {
  const found = imported(
    collection({
      sources: [
        source('browser_source', 'Plain', { url: 'http://localhost:3000/box' }),
        source('browser_source', 'Own', {
          ...{ url: 'https://a.example/', width: 9000, height: 300, fps_custom: true, fps: 240 },
          ...{ shutdown: true, reroute_audio: true },
        }),
        scene('Main', [item('Plain'), item('Own')]),
      ],
    }),
  );
  expect(sourceNamed(found, 'Plain').input).toEqual({
    ...{ type: 'page', host: 'localhost:3000', width: 800, height: 600, fps: 30, whenHidden: 'pause' },
  });
  expect(sourceNamed(found, 'Own').input).toEqual({
    ...{ type: 'page', host: 'a.example', width: 4096, height: 300, fps: 60, whenHidden: 'close' },
  });
  expect(['Plain', 'Own'].flatMap((name) => entriesOf(found, name))).toEqual([
    'source whole',
    'source whole',
  ]);
});

test('the address and the CSS of each page that was taken go to the keychain, by the id of its source', () => {
  const found = imported(ten.pagesWithTokens());
  const pages = pagesOf(ten.pagesWithTokens());
  expect(pages.map(({ sourceId, host }) => [sourceId, host])).toEqual([
    [sourceNamed(found, 'Alerts').id, 'alerts.example.com:8443'],
    [sourceNamed(found, 'Old page').id, 'old.example.com'],
  ]);
  expect(pages[0]?.address).toBe(
    `https://user:${TOKEN}@alerts.example.com:8443/box/${TOKEN}?token=${TOKEN}#${TOKEN}`,
  );
  expect(pages.map(({ css }) => css)).toEqual([`body::after { content: '${TOKEN}' }`, DEFAULT_PAGE_CSS]);
});

test('a page from a file, of another scheme or with an endless address is left out and named', () => {
  const settings = [
    { is_local_file: true, local_file: '/pages/a.html', url: 'https://a.example/' },
    ...['file:///etc/passwd', 'javascript:alert(1)', '', 'a.example', 7].map((url) => ({ url })),
    { url: `https://a.example/${'x'.repeat(9000)}` },
  ];
  const names = settings.map((_, at) => `Page ${at}`);
  const text = collection({
    sources: [
      ...settings.map((each, at) => source('browser_source', `Page ${at}`, each)),
      scene(
        'Main',
        names.map((name) => item(name)),
      ),
    ],
  });
  expect(pagesOf(text)).toEqual([]);
  const found = imported(text);
  expect(names.flatMap((name) => entriesOf(found, name))).toEqual(names.map(() => 'source not kindLater'));
});
