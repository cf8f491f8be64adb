/** Where recordings go: the dialog begins at the folder of now, and not in the downloads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Recordings } from '../../../../electron/main/studio/recordings.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-recordings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is asked for from the one of now on, and kept', async () => {
  const asked: string[] = [];
  const settings = await SettingsStore.open(folder, () => 7);
  const answers = [undefined, '/videos/streams', '/elsewhere'];
  const recordings = new Recordings({
    settings,
    defaultFolder: () => '/videos',
    showFile: () => undefined,
    chooseFolder: (from) => {
      asked.push(from);
      return Promise.resolve(answers.shift());
    },
    now: () => 7,
  });
  expect(await recordings.chooseFolder()).toBeUndefined();
  expect(await recordings.chooseFolder()).toEqual({ folder: '/videos/streams' });
  await recordings.chooseFolder();
  expect(asked).toEqual(['/videos', '/videos', '/videos/streams']);
  await settings.flush();
});
