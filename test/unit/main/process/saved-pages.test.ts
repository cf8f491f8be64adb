/** Which sources are in any saved studio, whether it is open or not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { savedSources } from '../../../../electron/main/process/saved-pages.ts';
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

it('no source is found before the first start, or in what can’t be read', () => {
  expect(savedSources(folder)('page-1')).toBe(false);
  expect(savedSources(join(folder, 'settings.json'))('page-1')).toBe(false);
});

it('a source of a collection that isn’t open is found by its id', () => {
  mkdirSync(join(folder, 'collections'));
  writeFileSync(
    join(folder, 'collections', 'other.json'),
    JSON.stringify({ document: { sources: [{ id: 'page-7', input: page }] } }),
  );
  const isSaved = savedSources(folder);
  expect([isSaved('page-7'), isSaved('page-8')]).toEqual([true, false]);
});

it('a source is found as the settings are saved, and in a file that was written by hand', async () => {
  const settings = await SettingsStore.open(folder, () => 7);
  await settings.update((each) => ({
    ...each,
    studio: {
      ...each.studio,
      sources: [...each.studio.sources, { id: 'page-1', name: 'Page', kind: 'video', input: page }],
    },
  }));
  expect(savedSources(folder)('page-1')).toBe(true);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings.get()));
  expect(savedSources(folder)('page-1')).toBe(true);
});
