/** W12: modes close nothing on NTFS, so that a relay's keys lie where the user's own folder closes them. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isPrivatePlace } from '../../../../electron/main/relay/relay-folder.ts';
import { Relays } from '../../../../electron/main/relay/relays.ts';
import type { RelaysOptions } from '../../../../electron/main/relay/relays.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

const windows = { platform: 'win32', homeFolder: 'C:\\Users\\ana' } as const;

test.each([
  ['C:\\Users\\ana', true],
  ['C:\\Users\\ana\\Documents\\relay', true],
  ['c:\\users\\ANA\\Desktop', true],
  ['C:\\Users\\ana\\..relay', true],
  ['C:\\Users\\Public\\Documents', false],
  ['C:\\Users', false],
  ['C:\\Users\\ana2', false],
  ['D:\\relay', false],
  ['\\\\server\\share\\ana', false],
])('W12: on Windows %s is a private place: %s', (parent, isPrivate) => {
  expect(isPrivatePlace(parent, windows)).toBe(isPrivate);
});

test('elsewhere the folder’s mode closes it, wherever it lies', () => {
  expect(isPrivatePlace('/srv', { platform: 'linux', homeFolder: '/home/ana' })).toBe(true);
  expect(isPrivatePlace('/Volumes/Data', { platform: 'darwin', homeFolder: '/Users/ana' })).toBe(true);
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-relay-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('W12: on Windows a relay’s keys are written below the user’s own folder alone', async () => {
  const relaysIn = (owner: RelaysOptions['owner']): Relays =>
    new Relays({
      destinationStore: {
        view: () => ({ destinations: [] }),
      } as unknown as RelaysOptions['destinationStore'],
      settings: {} as RelaysOptions['settings'],
      chooseFolder: () => Promise.resolve(folder),
      owner,
    });
  const request = { destinationIds: [], host: 'localhost', port: 1935 };
  const refused = await relaysIn(windows)
    .write(request)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AppError);
  expect(refused).toMatchObject({ details: { reason: 'relayFolderIsOpen' } });
  expect(existsSync(join(folder, 'upcast-relay'))).toBe(false);
  await relaysIn({ platform: 'linux', homeFolder: '/' }).write(request);
  expect(existsSync(join(folder, 'upcast-relay', 'README.txt'))).toBe(true);
});
