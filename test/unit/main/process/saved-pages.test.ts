/** Whether the saved studio has browser pages, which main asks before Chromium starts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hasSavedPages, savedSources } from '../../../../electron/main/process/saved-pages.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { pageInputSchema } from '../../../../shared/studio/pages/page-input.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-saved-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = pageInputSchema.parse({
  ...{ type: 'page', host: 'a.example', width: 800, height: 600, fps: 30, whenHidden: 'pause' },
});

it('no page is saved before the first start, in a studio without pages, or in what can’t be read', async () => {
  expect(hasSavedPages(folder)).toBe(false);
  const settings = await SettingsStore.open(folder, () => 7);
  await settings.update((each) => ({ ...each, isRehearsing: false }));
  expect(hasSavedPages(folder)).toBe(false);
  expect(hasSavedPages(join(folder, 'settings.json'))).toBe(false);
});

it('a page of a collection that isn’t open is found too, and its source by its id', () => {
  mkdirSync(join(folder, 'collections'));
  writeFileSync(
    join(folder, 'collections', 'other.json'),
    JSON.stringify({ document: { sources: [{ id: 'page-7', input: page }] } }),
  );
  expect(hasSavedPages(folder)).toBe(true);
  const isSaved = savedSources(folder);
  expect([isSaved('page-7'), isSaved('page-8')]).toEqual([true, false]);
});

it('a page is found as the settings are saved, and in a file that was written by hand', async () => {
  const settings = await SettingsStore.open(folder, () => 7);
  await settings.update((each) => ({
    ...each,
    studio: {
      ...each.studio,
      sources: [...each.studio.sources, { id: 'page-1', name: 'Page', kind: 'video', input: page }],
    },
  }));
  expect(hasSavedPages(folder)).toBe(true);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings.get()));
  expect(hasSavedPages(folder)).toBe(true);
});
