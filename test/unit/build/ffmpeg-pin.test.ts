import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ffmpegPins, isPinned } from '../../../build/setup/ffmpeg-pin.mjs';

const here = `${process.platform}-${process.arch}`;

test('M9: a downloaded ffmpeg is used when it is the pinned program, and no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-pin-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ffmpeg');
  writeFileSync(path, 'a program');
  const pins = { [here]: createHash('sha256').update('a program').digest('hex') };
  expect(await isPinned(path, pins)).toBe(true);
  expect(await isPinned(path)).toBe(false);
  expect(await isPinned(path, {})).toBe(false);
  expect(await isPinned(join(folder, 'absent'), pins)).toBe(false);
});

test('M9: the pins belong to the release that the lock file installs', () => {
  const manifest = readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8');
  expect(/"node_modules\/ffmpeg-static": \{\s*"version": "([^"]+)"/.exec(manifest)?.[1]).toBe('5.3.0');
  expect(Object.values(ffmpegPins).every((pin) => /^[0-9a-f]{64}$/.test(pin))).toBe(true);
});
