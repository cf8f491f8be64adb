import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRefusal, unsafeTestBuild, writeSums } from '../../../build/package/package-rules.mjs';

const plain = { withInstallers: false, isUnsafeTestBuild: false };

test('refuses to package any Electron but the pinned one', () => {
  expect(packageRefusal('33.2.1', '45.4.1', plain)).toContain('33.2.1');
  expect(packageRefusal('33.2.1', '45.4.1', { ...plain, withInstallers: true })).toContain('45.4.1');
  expect(packageRefusal('45.4.1', '45.4.1', { ...plain, withInstallers: true })).toBeUndefined();
});

test('a build for tests takes any Electron, says so in its name, and becomes no installer', () => {
  const options = { withInstallers: false, isUnsafeTestBuild: true };
  expect(packageRefusal('33.2.1', '45.4.1', options)).toBeUndefined();
  expect(packageRefusal('33.2.1', '45.4.1', { ...options, withInstallers: true })).toContain('tests');
  const { productName, extraMetadata } = unsafeTestBuild({ productName: 'Upcast' });
  expect([productName, extraMetadata.productName]).toEqual(Array(2).fill('Upcast (unsafe test build)'));
});

test('writes hashes that sha256sum checks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-sums-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = ['Upcast 1.deb', 'Upcast.AppImage'].map((name) => join(folder, name));
  for (const file of files) writeFileSync(file, file);
  writeSums(folder, files);
  expect(execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })).toBe(
    'Upcast 1.deb: OK\nUpcast.AppImage: OK\n',
  );
});
