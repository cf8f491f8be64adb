/** What a whole release holds, what is wrong with one that isn't whole, and what package managers are told of it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, getArtifactArchName } from 'builder-util';
import type { Configuration } from 'electron-builder';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import {
  billNames,
  faultsOfRelease,
  installerName,
  installerNames,
  setStaging,
  updateLists,
  writeChannels,
} from '../../../../build/release/artifacts.mjs';
import { faultsOfAudit } from '../../../../build/release/audit.mjs';
import { ffmpegSource } from '../../../../build/ffmpeg/pins.mjs';
import { makeManifests } from '../../../../build/release/manifests.mjs';
import { faultsOfTag } from '../../../../build/release/tag.mjs';

const VERSION = '1.2.3';

function wholeRelease(): string {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of [...installerNames(VERSION), ...billNames(VERSION), ffmpegSource.fileName]) {
    writeFileSync(join(folder, name), name);
  }
  const listed = {
    'latest.yml': '-win-x64.exe',
    'latest-mac.yml': '-mac-x64.zip',
    'latest-linux.yml': '-linux-x86_64.AppImage',
    'latest-linux-arm64.yml': '-linux-arm64.AppImage',
  };
  for (const [list, suffix] of Object.entries(listed)) {
    const name = `Upcast-${VERSION}${suffix}`;
    const sha512 = createHash('sha512').update(name).digest('base64');
    writeFileSync(
      join(folder, list),
      `version: ${VERSION}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: 9\npath: ${name}\n`,
    );
  }
  return folder;
}

test('a release has a file for each system, format and processor', () => {
  expect(installerNames(VERSION).sort()).toEqual(
    [
      'Upcast-1.2.3-mac-x64.dmg',
      'Upcast-1.2.3-mac-arm64.dmg',
      'Upcast-1.2.3-mac-x64.zip',
      'Upcast-1.2.3-mac-arm64.zip',
      'Upcast-1.2.3-win-x64.exe',
      'Upcast-1.2.3-win-arm64.exe',
      'Upcast-1.2.3-linux-x86_64.AppImage',
      'Upcast-1.2.3-linux-arm64.AppImage',
      'Upcast-1.2.3-linux-amd64.deb',
      'Upcast-1.2.3-linux-arm64.deb',
      'Upcast-1.2.3-linux-x86_64.rpm',
      'Upcast-1.2.3-linux-aarch64.rpm',
    ].sort(),
  );
});

test('the files are named as electron-builder names them', () => {
  const config = createRequire(import.meta.url)('../../../../electron-builder.config.cjs') as Configuration;
  for (const [system, format] of [
    ['mac', 'dmg'],
    ['mac', 'zip'],
    ['win', 'exe'],
    ['linux', 'AppImage'],
    ['linux', 'deb'],
    ['linux', 'rpm'],
  ] as const) {
    for (const processor of ['x64', 'arm64'] as const) {
      const macros = { productName: 'Upcast', version: VERSION, os: system, ext: format };
      const expected = Object.entries({
        ...macros,
        arch: getArtifactArchName(Arch[processor], format),
      }).reduce((name, [macro, value]) => name.replace(`\${${macro}}`, value), config.artifactName ?? '');
      expect(installerName(VERSION, system, format, processor)).toBe(expected);
    }
  }
});

test('a whole release has no faults', () => {
  expect(faultsOfRelease(wholeRelease(), VERSION)).toEqual([]);
});

test('a file that is missing or has changed since it was listed is a fault', () => {
  const folder = wholeRelease();
  rmSync(join(folder, 'Upcast-1.2.3-linux-arm64.deb'));
  writeFileSync(join(folder, 'Upcast-1.2.3-win-x64.exe'), 'another');
  expect(faultsOfRelease(folder, VERSION)).toEqual([
    'Upcast-1.2.3-linux-arm64.deb is missing',
    'latest.yml has another hash than Upcast-1.2.3-win-x64.exe',
  ]);
  expect(faultsOfRelease(wholeRelease(), '1.2.4')).toContain('latest.yml is of version 1.2.3, not 1.2.4');
});

test('an update is offered to a share of the users, and later to all', () => {
  const folder = wholeRelease();
  setStaging(folder, 10);
  setStaging(folder, 25);
  for (const list of updateLists) {
    expect(parse(readFileSync(join(folder, list), 'utf8'))).toMatchObject({
      version: VERSION,
      stagingPercentage: 25,
    });
  }
  setStaging(folder, 100);
  expect(readFileSync(join(folder, 'latest.yml'), 'utf8')).not.toContain('stagingPercentage');
  expect(faultsOfRelease(folder, VERSION)).toEqual([]);
});

test('A3: a stable version is listed for everyone, a beta for those who want betas, each by its whole address', () => {
  const home = 'https://github.com/someone/upcast';
  const stable = wholeRelease();
  expect(writeChannels(stable, { version: VERSION, home })).toHaveLength(8);
  for (const list of ['latest-mac.yml', 'beta-mac.yml']) {
    const address = `${home}/releases/download/v1.2.3/Upcast-1.2.3-mac-x64.zip`;
    expect(parse(readFileSync(join(stable, list), 'utf8'))).toMatchObject({
      files: [{ url: address }],
      path: address,
    });
  }
  const beta = wholeRelease();
  expect(writeChannels(beta, { version: '1.3.0-beta.1', home })).toEqual([
    'beta.yml',
    'beta-mac.yml',
    'beta-linux.yml',
    'beta-linux-arm64.yml',
  ]);
  expect(readdirSync(beta)).not.toContain('latest.yml');
});

test('a tag is refused that is not the version, or has no page in the changelog', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n## 1.2.3\n\n### Added\n';
  expect(faultsOfTag('v1.2.3', { version: '1.2.3', changelog })).toEqual([]);
  expect(faultsOfTag('v1.2.4', { version: '1.2.3', changelog })).toHaveLength(1);
  expect(faultsOfTag('v1.3.0', { version: '1.3.0', changelog })).toEqual([
    'CHANGELOG.md has no heading for 1.3.0',
  ]);
});

test('L9: winget, Homebrew and Flathub get addresses and hashes of files of the release', () => {
  const manifests = makeManifests({
    version: VERSION,
    date: '2026-01-02',
    home: 'https://github.com/someone/upcast',
    sha256: (name) => createHash('sha256').update(name).digest('hex'),
  });
  const hashOf = (name: string): string => createHash('sha256').update(name).digest('hex');
  const releases = 'https://github.com/someone/upcast/releases/download/v1.2.3';

  expect(parse(manifests['winget/Upcast.Upcast.installer.yaml'] ?? '')).toMatchObject({
    PackageVersion: VERSION,
    Scope: 'user',
    Installers: ['x64', 'arm64'].map((processor) => ({
      Architecture: processor,
      InstallerUrl: `${releases}/Upcast-1.2.3-win-${processor}.exe`,
      InstallerSha256: hashOf(`Upcast-1.2.3-win-${processor}.exe`).toUpperCase(),
    })),
  });
  for (const name of Object.keys(manifests).filter((each) => each.startsWith('winget/'))) {
    expect(parse(manifests[name] ?? '')).toMatchObject({
      PackageIdentifier: 'Upcast.Upcast',
      ManifestVersion: '1.9.0',
    });
  }

  const flatpak = parse(manifests['flatpak/app.upcast.Upcast.yml'] ?? '') as {
    readonly modules: readonly { readonly sources: readonly Record<string, unknown>[] }[];
  };
  expect(flatpak).toMatchObject({ id: 'app.upcast.Upcast', command: 'upcast' });
  const files = flatpak.modules[0]?.sources.filter((source) => 'url' in source);
  expect(files?.map((source) => [source['url'], source['sha256']])).toEqual(
    ['amd64', 'arm64'].map((processor) => {
      const name = `Upcast-1.2.3-linux-${processor}.deb`;
      return [`${releases}/${name}`, hashOf(name)];
    }),
  );

  const cask = manifests['homebrew/upcast.rb'] ?? '';
  for (const processor of ['x64', 'arm64'])
    expect(cask).toContain(hashOf(`Upcast-1.2.3-mac-${processor}.dmg`));
  expect(cask).toContain('depends_on macos: ">= :ventura"');
});

test('what is known against a bundled package or Electron is a fault; a tool of ours is not', () => {
  const audit = JSON.stringify({
    vulnerabilities: {
      zod: { severity: 'high', range: '<4.6.7' },
      vitest: { severity: 'critical', range: '*' },
      electron: { severity: 'moderate', range: '<45.4.2' },
    },
  });
  expect(faultsOfAudit(`npm warn something\n${audit}`, ['zod', 'react', 'electron'])).toEqual([
    'zod <4.6.7: high',
    'electron <45.4.2: moderate',
  ]);
  expect(faultsOfAudit('{"vulnerabilities":{}}', ['zod'])).toEqual([]);
  for (const text of ['', 'npm error', '{"error":{"code":"EAUDIT"}}']) {
    expect(faultsOfAudit(text, ['zod'])).toEqual(['npm could not audit the packages']);
  }
});
