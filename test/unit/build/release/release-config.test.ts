/** A release is signed, notarised and published, or it isn't made; installers without a release say where they come from. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Packager, Platform } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { expect, onTestFinished, test, vi } from 'vitest';
import { pinnedElectron } from '../../../../build/setup/electron.mjs';
import { packageApp } from '../../../../build/package/package-app.mjs';
import {
  installerConfig,
  missingForInstallers,
  publishingRepository,
  targetsOf,
} from '../../../../build/release/release-config.mjs';
import { repositoryFolder } from '../../../support/repository.ts';

const config = createRequire(import.meta.url)('../../../../electron-builder.config.cjs') as Configuration;
const apple = {
  CSC_LINK: 'a',
  CSC_KEY_PASSWORD: 'b',
  APPLE_API_KEY: 'c',
  APPLE_API_KEY_ID: 'd',
  APPLE_API_ISSUER: 'e',
};
const azure = {
  AZURE_TENANT_ID: 'a',
  AZURE_CLIENT_ID: 'b',
  AZURE_CLIENT_SECRET: 'c',
  UPCAST_AZURE_ENDPOINT: 'https://example.com',
  UPCAST_AZURE_ACCOUNT: 'account',
  UPCAST_AZURE_PROFILE: 'profile',
  UPCAST_AZURE_PUBLISHER: 'Publisher',
};
const updateKey = Buffer.alloc(32, 7).toString('base64');
const release = { UPCAST_RELEASE: '1', UPCAST_REPOSITORY: 'someone/upcast', UPCAST_UPDATE_KEY: updateKey };

test('A2: a release forces signatures, notarises on macOS and signs by Azure on Windows', async () => {
  const made = installerConfig(config, { ...release, ...apple, ...azure });
  expect(made.forceCodeSigning).toBe(true);
  expect(made.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  expect(made.win?.azureSignOptions).toEqual({
    endpoint: 'https://example.com',
    codeSigningAccountName: 'account',
    certificateProfileName: 'profile',
    publisherName: 'Publisher',
  });
  const packager = new Packager({
    projectDir: repositoryFolder,
    config: { ...made, files: [config.files].flat() as string[], electronVersion: pinnedElectron() },
    targets: Platform.MAC.createTarget(),
  });
  await packager.validateConfig();
});

test.each([
  ['darwin', apple],
  ['win32', azure],
] as const)('A2: a release on %s names every variable that its signature lacks', (platform, needed) => {
  expect(missingForInstallers(platform, release)).toEqual(Object.keys(needed));
  expect(missingForInstallers(platform, { ...release, ...needed })).toEqual([]);
});

test('installers that are no release need no signature, but a place they come from', () => {
  expect(missingForInstallers('darwin', {})).toEqual(['UPCAST_REPOSITORY (owner/name)']);
  expect(missingForInstallers('linux', { GITHUB_REPOSITORY: 'someone/upcast' })).toEqual([]);
  expect(installerConfig(config, { UPCAST_REPOSITORY: 'someone/upcast' })).toMatchObject({
    forceCodeSigning: false,
    mac: { notarize: false },
    extraMetadata: { homepage: 'https://github.com/someone/upcast' },
  });
});

test.each(['', 'upcast', 'a/b/c', 'https://example.com/a/b', 'a b/c'])(
  'no repository is called "%s"',
  (name) => {
    expect(publishingRepository({ UPCAST_REPOSITORY: name })).toBeUndefined();
  },
);

test('A3: a release holds the key that its updater trusts, and isn’t made without', () => {
  expect(installerConfig(config, release).extraMetadata).toMatchObject({ updateKey });
  for (const UPCAST_UPDATE_KEY of ['', 'key', Buffer.alloc(31).toString('base64')]) {
    expect(missingForInstallers('linux', { ...release, UPCAST_UPDATE_KEY })).toEqual([
      'UPCAST_UPDATE_KEY (Base64 of 32 bytes)',
    ]);
  }
});

test('A3: updates come from the repository’s releases, by files that name their processor', () => {
  const { publish, artifactName, nsis } = installerConfig(config, release);
  expect(publish).toEqual([{ provider: 'github', owner: 'someone', repo: 'upcast', releaseType: 'draft' }]);
  expect(artifactName).toContain('-${arch}.');
  expect(nsis?.buildUniversalInstaller).toBe(false);
});

test('A2: the entitlements are the three that Upcast uses', () => {
  const text = readFileSync(join(repositoryFolder, 'build/package/entitlements.mac.plist'), 'utf8');
  expect([...text.matchAll(/<key>(.+)<\/key>\s*<true\/>/g)].map(([, key]) => key)).toEqual([
    'com.apple.security.cs.allow-jit',
    'com.apple.security.device.camera',
    'com.apple.security.device.audio-input',
  ]);
});

test('W9, L9: every system has installers for x64 and arm64', () => {
  for (const platform of ['darwin', 'win32', 'linux'] as const) {
    expect(targetsOf(config, platform).sort()).toEqual([`${platform}-arm64`, `${platform}-x64`]);
  }
});

test('A1: installers are refused over the stand-in Electron before anything is built', async () => {
  const electronDist = mkdtempSync(join(tmpdir(), 'upcast-stand-in-'));
  onTestFinished(() => rmSync(electronDist, { recursive: true, force: true }));
  mkdirSync(electronDist, { recursive: true });
  writeFileSync(join(electronDist, 'version'), '33.2.1');
  const build = vi.fn();
  const runtime = { electron: '', args: [], electronDist, ffmpeg: '' };
  await expect(packageApp(runtime, { withInstallers: true }, { build, env: release })).rejects.toThrow(
    '33.2.1',
  );
  writeFileSync(join(electronDist, 'version'), pinnedElectron());
  await expect(packageApp(runtime, { withInstallers: true }, { build, env: {} })).rejects.toThrow(
    'UPCAST_REPOSITORY',
  );
  expect(build).not.toHaveBeenCalled();
});
