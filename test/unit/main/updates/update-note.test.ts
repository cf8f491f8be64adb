import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noteUpdate, takeUpdateNote } from '../../../../electron/main/updates/update-note.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-update-note-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const update = { version: '2.0.0', notes: 'New' };

it('the new version says once what it was updated from', () => {
  noteUpdate(folder, '1.0.0', update);
  expect(takeUpdateNote(folder, '2.0.0')).toEqual({ from: '1.0.0', notes: 'New' });
  expect(takeUpdateNote(folder, '2.0.0')).toBeUndefined();
});

it('the old version that starts again says that nothing was installed', () => {
  noteUpdate(folder, '1.0.0', update);
  expect(takeUpdateNote(folder, '1.0.0')).toBe('notInstalled');
});

it('what is saved is kept as it was, for its owner alone, so that a person can go back', () => {
  writeFileSync(join(folder, 'settings.json'), 'settings');
  mkdirSync(join(folder, 'collections'));
  writeFileSync(join(folder, 'collections', 'main.json'), 'collection');
  noteUpdate(folder, '1.0.0', update);
  writeFileSync(join(folder, 'settings.json'), 'newer');
  const copy = join(folder, 'before-update');
  expect(readFileSync(join(copy, 'settings.json'), 'utf8')).toBe('settings');
  expect(readFileSync(join(copy, 'collections', 'main.json'), 'utf8')).toBe('collection');
  expect(existsSync(join(copy, 'secrets.bin'))).toBe(false);
  expect(statSync(copy).mode & 0o777).toBe(0o700);
  noteUpdate(folder, '2.0.0', update);
  expect(readFileSync(join(copy, 'settings.json'), 'utf8')).toBe('newer');
});

it('a note that makes no sense is none', () => {
  writeFileSync(join(folder, 'update.json'), '{"from": 7');
  expect(takeUpdateNote(folder, '2.0.0')).toBeUndefined();
});
