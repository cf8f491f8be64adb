/** What is looked at in an unpacked app before it is signed: the processor of its programs, and how large its parts are. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Arch } from 'electron-builder';
import type { AfterPackContext } from 'electron-builder';
import { expect, onTestFinished, test } from 'vitest';
import { afterPack } from '../../../../build/package/after-pack.mjs';
import { describeSizes, sizesByPart } from '../../../../build/package/sizes.mjs';
import { programFor } from '../../../support/package/skeletons.ts';

function appOf(files: Readonly<Record<string, Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-unpacked-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

test('M1: a program for another processor ends the packaging', async () => {
  const appOutDir = appOf({
    upcast: programFor('linux', 'arm64'),
    'resources/ffmpeg': programFor('linux', 'x64'),
  });
  const packager = { executableName: 'upcast', appInfo: { productFilename: 'Upcast' } };
  const context = { appOutDir, arch: Arch.arm64, electronPlatformName: 'linux', packager };
  await expect(afterPack(context as unknown as AfterPackContext)).rejects.toThrow(
    'ffmpeg is for linux-x64, in a package for linux-arm64',
  );
});

test('the size of a package is listed by part', () => {
  const folder = appOf({
    upcast: Buffer.alloc(300_000),
    'locales/de.pak': Buffer.alloc(200_000),
    'resources/app.asar': Buffer.alloc(1_500_000),
    'resources/ffmpeg': Buffer.alloc(2_000_000),
    'resources/THIRD-PARTY.txt': Buffer.alloc(100_000),
  });
  expect(describeSizes(sizesByPart(folder))).toBe(
    "4.1 MB: Upcast 1.5 MB, ffmpeg 2.0 MB, Chromium's languages 0.2 MB, licenses 0.1 MB, Electron 0.3 MB",
  );
});
