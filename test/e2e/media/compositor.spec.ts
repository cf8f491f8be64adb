/** The compositor gives the same bytes in Electron, in Chromium and in Node. */
import { expect, it } from 'vitest';
import { browserNames, openTestBrowser } from '../../support/browser/browsers.ts';
import { openMemory } from '../../support/compositor/open-memory.ts';
import { hashFilters } from '../../support/compositor/filter-hashes.ts';
import { hashScenes } from '../../support/compositor/random-scenes.ts';
import type { SceneHashes } from './compositor-worker.ts';

const SCENES = 120;

it.each(browserNames)('%s composes as Node does', async (name) => {
  openMemory();
  const browser = await openTestBrowser(name, { worker: 'test/e2e/media/compositor-worker.ts' });
  try {
    expect(await browser.call<SceneHashes>('hashScenes', SCENES)).toEqual(hashScenes(SCENES));
    expect(await browser.call<SceneHashes>('hashFilters')).toEqual(hashFilters());
  } finally {
    await browser.close();
  }
});
