/** Packages for every system and processor, made here over Electrons of a few files: what lies in them, byte by byte. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FuseState } from '@electron/fuses/dist/constants.js';
import { parsePlistFile } from 'app-builder-lib/out/util/plist.js';
import { build } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeIcons } from '../../../../build/package/icon.mjs';
import { targetOfFile } from '../../../../build/ffmpeg/binary-header.mjs';
import { folderOfTarget } from '../../../../build/ffmpeg/fetch.mjs';
import { pinnedElectron } from '../../../../build/setup/electron.mjs';
import { installerConfig, targetsOf } from '../../../../build/release/release-config.mjs';
import {
  countIcons,
  programFor,
  readWindowsIntegrity,
  writeElectron,
} from '../../../support/package/skeletons.ts';
import type { Platform, Processor } from '../../../support/package/skeletons.ts';
import { repositoryFolder } from '../../../support/repository.ts';

const config = createRequire(import.meta.url)('../../../../electron-builder.config.cjs') as Configuration;
const platforms = ['darwin', 'win32', 'linux'] as const;
const targets = platforms.flatMap((platform) =>
  targetsOf(config, platform).map((target) => [target, platform, target.split('-')[1] as Processor] as const),
);

let project: string;
const effective: unknown[] = [];

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'upcast-packages-'));
  writeProject();
  await build({
    projectDir: project,
    mac: ['dir:x64', 'dir:arm64'],
    win: ['dir:x64', 'dir:arm64'],
    linux: ['AppImage', 'deb', 'rpm'].flatMap((format) => [`${format}:x64`, `${format}:arm64`]),
    publish: 'never',
    // The tools that make the installers themselves aren't here: what they would be given is kept.
    effectiveOptionComputed: (options) => {
      effective.push(options);
      return Promise.resolve(true);
    },
    config: {
      ...installerConfig(config, { UPCAST_REPOSITORY: 'someone/upcast' }),
      files: [config.files].flat() as string[],
      electronVersion: pinnedElectron(),
      electronDist: ({ platformName, arch }) => join(project, 'electrons', `${platformName}-${arch}`),
    },
  });
}, 300_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

function writeProject(): void {
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), content);
  };
  const manifest = JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  write('package.json', JSON.stringify({ ...manifest, devDependencies: {}, optionalDependencies: {} }));
  write('dist/main/start.cjs', 'void 0;');
  write('dist/main/main.cjs.map', '{}');
  write('dist/notices/THIRD-PARTY.txt', 'licenses');
  writeIcons(join(project, 'dist/icons'));
  for (const name of ['build/package/entitlements.mac.plist', 'build/package/installer.nsh']) {
    mkdirSync(join(project, 'build/package'), { recursive: true });
    copyFileSync(join(repositoryFolder, name), join(project, name));
  }
  for (const [target, platform, processor] of targets) {
    const program = platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
    write(`dist/ffmpeg/${folderOfTarget(target)}/${program}`, programFor(platform, processor));
    write(`dist/ffmpeg/${folderOfTarget(target)}/ffmpeg.LICENSE.txt`, 'GPL');
    writeElectron(join(project, 'electrons', target), platform, processor);
  }
}

interface Places {
  readonly executable: string;
  /** Holds the fuses. */
  readonly fused: string;
  readonly resources: string;
}

function placesOf(platform: Platform, processor: Processor): Places {
  const suffix = processor === 'x64' ? '' : `-${processor}`;
  if (platform === 'darwin') {
    const app = join(project, 'release', `mac${suffix}`, 'Upcast.app');
    return {
      executable: join(app, 'Contents/MacOS/Upcast'),
      fused: app,
      resources: join(app, 'Contents/Resources'),
    };
  }
  const folder = join(project, 'release', `${platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`);
  const executable = join(folder, platform === 'win32' ? 'Upcast.exe' : 'upcast');
  return { executable, fused: executable, resources: join(folder, 'resources') };
}

function archiveHash(resources: string): string {
  return createHash('sha256')
    .update(getRawHeader(join(resources, 'app.asar')).headerString)
    .digest('hex');
}

async function readPlist(processor: Processor): Promise<Record<string, unknown>> {
  const { resources } = placesOf('darwin', processor);
  return { ...(await parsePlistFile(join(resources, '../Info.plist'))) };
}

describe.each(targets)('the package for %s', (target, platform, processor) => {
  it('M1: holds the program and the ffmpeg of its own processor', () => {
    const { executable, resources } = placesOf(platform, processor);
    expect(targetOfFile(executable)).toBe(target);
    expect(targetOfFile(join(resources, platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'))).toBe(target);
  });

  it('W8: has its fuses set by its own system, not by the one that packs', async () => {
    const wire = await getCurrentFuseWire(placesOf(platform, processor).fused);
    const states = Object.entries(FuseV1Options)
      .filter(([name]) => Number.isNaN(Number(name)))
      .map(([name, index]) => [name, wire[index as FuseV1Options] === FuseState.ENABLE]);
    expect(Object.fromEntries(states)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: platform !== 'linux',
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  it('holds the archive, ffmpeg, the licenses and nothing else of ours', () => {
    const { resources } = placesOf(platform, processor);
    const ours = readdirSync(resources).filter((name) => !/\.lproj$|^icon\.icns$/.test(name));
    const written = platform === 'linux' ? ['app-update.yml', 'apparmor-profile', 'package-type'] : [];
    const program = platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
    expect(ours.filter((name) => !written.includes(name)).sort()).toEqual(
      ['THIRD-PARTY.txt', 'app.asar', program, 'ffmpeg.LICENSE.txt'].sort(),
    );
    const { header } = getRawHeader(join(resources, 'app.asar'));
    expect(Object.keys(header.files).sort()).toEqual(['dist', 'package.json']);
    expect(JSON.stringify(header)).not.toContain('.map');
  });
});

describe.each(['x64', 'arm64'] as const)('the package for macOS on %s', (processor) => {
  it('M8: asks for what Upcast uses, in its own words, and for nothing more', async () => {
    const plist = await readPlist(processor);
    const asked = Object.keys(plist).filter((key) => key.endsWith('UsageDescription'));
    expect(asked.sort()).toEqual([
      'NSAudioCaptureUsageDescription',
      'NSCameraUsageDescription',
      'NSLocalNetworkUsageDescription',
      'NSMicrophoneUsageDescription',
    ]);
    for (const key of asked) expect(plist[key]).toContain('Upcast');
    expect(plist).toMatchObject({
      CFBundleIdentifier: 'app.upcast.desktop',
      LSMinimumSystemVersion: '13.0',
      LSAppNapIsDisabled: true,
      NSCameraUseContinuityCameraDeviceType: true,
      NSCameraReactionEffectGesturesEnabledDefault: false,
      NSPrefersDisplaySafeAreaCompatibilityMode: false,
    });
  });

  it('M8: allows no unencrypted connection but the updater’s to this computer', async () => {
    const { NSAppTransportSecurity } = await readPlist(processor);
    expect(NSAppTransportSecurity).toMatchObject({ NSAllowsArbitraryLoads: false });
    const { NSExceptionDomains } = NSAppTransportSecurity as { NSExceptionDomains: object };
    expect(Object.keys(NSExceptionDomains).sort()).toEqual(['127.0.0.1', 'localhost']);
  });

  it('names the hash of its archive', async () => {
    const { resources } = placesOf('darwin', processor);
    expect((await readPlist(processor))['ElectronAsarIntegrity']).toEqual({
      'Resources/app.asar': { algorithm: 'SHA256', hash: archiveHash(resources) },
    });
  });
});

describe.each(['x64', 'arm64'] as const)('the package for Windows on %s', (processor) => {
  it('names the hash of its archive, and has the icon in every size', () => {
    const { executable, resources } = placesOf('win32', processor);
    const program = readFileSync(executable);
    expect(readWindowsIntegrity(program)).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: archiveHash(resources) },
    ]);
    expect(countIcons(program)).toBe(6);
  });

  it('has Chromium’s texts in the languages that Upcast speaks', () => {
    const { executable } = placesOf('win32', processor);
    expect(readdirSync(join(dirname(executable), 'locales')).sort()).toEqual([
      'de.pak',
      'en-US.pak',
      'pt-BR.pak',
    ]);
  });
});

describe('the packages for Linux', () => {
  interface AppImage {
    readonly desktop: string;
    readonly desktopFileName: string;
  }
  const appImages = (): readonly AppImage[] =>
    effective.filter((each): each is AppImage => !Array.isArray(each));
  const fpm = (target: string): readonly (readonly [args: string[], desktopFile: string])[] =>
    effective.filter(
      (each): each is [string[], string] =>
        Array.isArray(each) && (each[0] as string[]).join(' ').includes(`.${target}`),
    );

  it('L3: an AppImage for each processor, whose entry leaves the sandbox on', () => {
    expect(appImages()).toHaveLength(2);
    for (const { desktop } of appImages()) {
      expect(desktop).toMatch(/^Exec=AppRun %U$/m);
      expect(desktop).not.toContain('--no-sandbox');
    }
  });

  it('L5: the desktop finds the window’s entry by one name', () => {
    for (const { desktop, desktopFileName } of appImages()) {
      expect(desktopFileName).toBe('app.upcast.Upcast.desktop');
      expect(desktop).toMatch(/^StartupWMClass=app\.upcast\.Upcast$/m);
    }
    for (const [args] of [...fpm('deb'), ...fpm('rpm')]) {
      expect(args.join(' ')).toContain('=/usr/share/applications/app.upcast.Upcast.desktop');
    }
  });

  it.each(['deb', 'rpm'])('L4, L9: a %s for each processor, which says where it comes from', (format) => {
    const made = fpm(format).map(([args]) => args.join(' '));
    expect(made).toHaveLength(2);
    for (const args of made) expect(args).toContain('--url https://github.com/someone/upcast');
  });

  it.each(['x64', 'arm64'] as const)('say the hash of their own ffmpeg, on %s', (processor) => {
    const { resources } = placesOf('linux', processor);
    const text = extractFile(join(resources, 'app.asar'), 'package.json').toString('utf8');
    const hash = createHash('sha256')
      .update(readFileSync(join(resources, 'ffmpeg')))
      .digest('hex');
    expect(JSON.parse(text)).toMatchObject({ ffmpegSha256: hash });
  });

  it('A3: knows where updates are, where the package can look for them', () => {
    const { resources } = placesOf('linux', 'x64');
    expect(readFileSync(join(resources, 'app-update.yml'), 'utf8')).toMatch(/owner: someone\nrepo: upcast/);
  });
});
