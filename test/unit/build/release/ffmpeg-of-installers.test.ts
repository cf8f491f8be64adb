/** The ffmpeg that Upcast brings along: pinned for every target, refused when it is another, too old, not to be passed on, or for another processor. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Configuration } from 'electron-builder';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { targetOfProgram } from '../../../../build/ffmpeg/binary-header.mjs';
import { bringPinnedFfmpeg, folderOfTarget, programName } from '../../../../build/ffmpeg/fetch.mjs';
import { ffmpegPins, ffmpegSource, ffmpegVersion } from '../../../../build/ffmpeg/pins.mjs';
import { ffmpegFaults, readFfmpegFacts } from '../../../../build/ffmpeg/policy.mjs';
import { targetsOf } from '../../../../build/release/release-config.mjs';
import { ensureFfmpeg } from '../../../../build/setup/ffmpeg.mjs';
import { SetupError } from '../../../../build/setup/report.mjs';
import { programFor } from '../../../support/package/skeletons.ts';
import type { Platform, Processor } from '../../../support/package/skeletons.ts';

const config = createRequire(import.meta.url)('../../../../electron-builder.config.cjs') as Configuration;
const HASH = /^[0-9a-f]{64}$/;
const ENCODERS =
  'libx264 libx265 libsvtav1 h264_nvenc hevc_nvenc h264_vaapi hevc_vaapi h264_qsv h264_videotoolbox hevc_videotoolbox';

interface Build {
  readonly platform?: Platform;
  readonly processor?: Processor;
  readonly version?: string;
  readonly configuration?: string;
  readonly encoders?: string;
}

/** What our reader looks at in a program, each text between zero bytes as compilers put them. */
function ffmpegBuild({
  platform = 'linux',
  processor = 'x64',
  version = '7.1.4-Jellyfin',
  configuration = '--enable-gpl --enable-version3 --enable-libx264',
  encoders = ENCODERS,
}: Build = {}): Buffer {
  const texts = [
    '',
    `%s version ${version}`,
    `%sconfiguration: ${configuration}\n`,
    configuration,
    ...encoders.split(' '),
    '',
  ];
  return programFor(platform, processor, Buffer.from(texts.join('\0')));
}

function faultsOf(build: Build, target = 'linux-x64'): string {
  return ffmpegFaults(readFfmpegFacts(ffmpegBuild(build)), target).join('; ');
}

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-ffmpeg-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

beforeEach(() => {
  vi.stubEnv('UPCAST_FFMPEG', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('start-up', () => {
  it('M9: takes the pinned ffmpeg where it can be had, and fetches it once', async () => {
    const folder = tempFolder();
    const bring = vi.fn((target: string, into: string) => {
      const made = join(into, folderOfTarget(target));
      mkdirSync(made);
      writeFileSync(join(made, programName(target)), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
      return Promise.resolve();
    });
    const program = await ensureFfmpeg(undefined, { folder, bring });
    expect(program.startsWith(folder)).toBe(true);
    expect(await ensureFfmpeg(undefined, { folder, bring })).toBe(program);
    expect(bring).toHaveBeenCalledOnce();
  });

  it.each([
    ['the download is out of reach', () => Promise.reject(new SetupError('out of reach'))],
    ['what came does not run', () => Promise.resolve()],
  ])('looks for the system’s ffmpeg where %s', async (_why, bring) => {
    const folder = tempFolder();
    const path = join(folder, 'ffmpeg');
    writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
    vi.stubEnv('PATH', folder);
    expect(await ensureFfmpeg(undefined, { folder: join(folder, 'cache'), bring })).toBe(path);
  });

  it('takes the user’s own before any other, or says that it isn’t there', async () => {
    const bring = vi.fn();
    vi.stubEnv('UPCAST_FFMPEG', process.execPath);
    expect(await ensureFfmpeg(undefined, { bring })).toBe(process.execPath);
    vi.stubEnv('UPCAST_FFMPEG', join(tempFolder(), 'absent'));
    await expect(ensureFfmpeg(undefined, { bring })).rejects.toThrow('UPCAST_FFMPEG');
    expect(bring).not.toHaveBeenCalled();
  });
});

describe('the pins', () => {
  it('A5: one of one version for each system and processor that gets an installer', () => {
    const targets = (['darwin', 'win32', 'linux'] as const).flatMap((platform) =>
      targetsOf(config, platform),
    );
    expect(Object.keys(ffmpegPins).sort()).toEqual(targets.sort());
    for (const { url, sha256: hash } of Object.values(ffmpegPins)) {
      expect(url).toMatch(/^https:\/\//);
      expect(url).toContain(ffmpegVersion.replace('-Jellyfin', ''));
      expect(hash).toMatch(HASH);
    }
    expect(new Set(Object.values(ffmpegPins).map((pin) => pin.sha256)).size).toBe(6);
    expect(ffmpegSource.sha256).toMatch(HASH);
  });
});

describe('a program’s header', () => {
  it.each([
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
    ['linux', 'x64'],
    ['linux', 'arm64'],
  ] as const)('of %s on %s is told', (platform, processor) => {
    expect(targetOfProgram(programFor(platform, processor))).toBe(`${platform}-${processor}`);
  });

  it('of anything else is not', () => {
    expect(targetOfProgram(Buffer.from('#!/bin/sh\nexec ffmpeg "$@"\n'.padEnd(100)))).toBeUndefined();
    expect(targetOfProgram(Buffer.from('MZ'.padEnd(64, '\xff'), 'latin1'))).toBeUndefined();
    expect(targetOfProgram(Buffer.alloc(3))).toBeUndefined();
  });

  it('of this Node is this computer’s', () => {
    const header = readFileSync(process.execPath).subarray(0, 4096);
    expect(targetOfProgram(header)).toBe(`${process.platform}-${process.arch}`);
  });
});

describe('the policy', () => {
  it('takes a build that may be passed on, is new and has the encoders of its system', () => {
    expect(faultsOf({})).toBe('');
    expect(faultsOf({ platform: 'darwin', processor: 'arm64' }, 'darwin-arm64')).toBe('');
  });

  it('M2: refuses one that nobody may pass on', () => {
    expect(faultsOf({ configuration: '--enable-gpl --enable-nonfree' })).toContain('nonfree');
  });

  it('refuses one whose configuration can’t be read', () => {
    expect(faultsOf({ configuration: 'none' })).toContain('configuration');
  });

  it.each(['6.0', '6.1.1-tessus', '7.0.2-static', 'N-112233-gabcdef'])(
    'A5: refuses version %s',
    (version) => {
      expect(faultsOf({ version })).toContain(version);
    },
  );

  it.each(['7.1', 'n7.1.4', '8.0.1'])('takes version %s', (version) => {
    expect(faultsOf({ version })).toBe('');
  });

  it('M1: refuses one for another processor', () => {
    expect(faultsOf({ processor: 'arm64' })).toContain('linux-arm64');
  });

  it('A5: refuses one without an encoder that Upcast offers there', () => {
    expect(faultsOf({ encoders: ENCODERS.replace('libsvtav1', 'x') })).toContain('libsvtav1');
    expect(faultsOf({ encoders: ENCODERS.replace('h264_nvenc', 'x') })).toContain('h264_nvenc');
  });

  it('reads a real ffmpeg as it describes itself', () => {
    const path = '/usr/bin/ffmpeg';
    if (!existsSync(path)) return;
    const said = execFileSync(path, ['-version'], { encoding: 'utf8' });
    const { version, configuration } = readFfmpegFacts(readFileSync(path));
    expect(version).toBe(/^ffmpeg version (\S+)/.exec(said)?.[1]);
    expect(configuration).toBe(/configuration: (.*)/.exec(said)?.[1]);
  });
});

describe('fetching', () => {
  const LICENCE = 'GNU GENERAL PUBLIC LICENSE';

  /** A tar of one file, as plain as the format allows. */
  function tarOf(name: string, content: string): Buffer {
    const header = Buffer.alloc(512);
    header.write(name);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    return Buffer.concat([header, Buffer.from(content.padEnd(512, '\0')), Buffer.alloc(1024)]);
  }

  function archiveOf(program: Buffer): Buffer {
    const folder = tempFolder();
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in/ffmpeg'), program);
    execFileSync('tar', ['-czf', join(folder, 'archive.tgz'), '-C', join(folder, 'in'), 'ffmpeg']);
    return readFileSync(join(folder, 'archive.tgz'));
  }

  interface Offer {
    readonly archive: Buffer;
    readonly pinned?: string;
  }

  function offer({ archive, pinned = sha256(archive) }: Offer) {
    const source = gzipSync(tarOf('ffmpeg-7/COPYING.GPLv3', LICENCE));
    const served = new Map([
      ['https://example.com/ffmpeg.tgz', archive],
      ['https://example.com/source.tar.gz', source],
    ]);
    const fetched: string[] = [];
    const options = {
      downloads: tempFolder(),
      pins: { 'linux-x64': { url: 'https://example.com/ffmpeg.tgz', sha256: pinned } },
      source: { ...ffmpegSource, url: 'https://example.com/source.tar.gz', sha256: sha256(source) },
      fetchFile: (url: string, path: string): Promise<void> => {
        fetched.push(basename(url));
        writeFileSync(path, served.get(url) ?? '');
        return Promise.resolve();
      },
    };
    return { options, fetched };
  }

  it('brings the program, its license and where its source is, and fetches once', async () => {
    const folder = tempFolder();
    const { options, fetched } = offer({ archive: archiveOf(ffmpegBuild()) });
    await bringPinnedFfmpeg('linux-x64', folder, options);
    await bringPinnedFfmpeg('linux-x64', folder, options);
    const made = join(folder, 'linux-x64');
    expect(readFileSync(join(made, 'ffmpeg')).equals(ffmpegBuild())).toBe(true);
    expect(readFileSync(join(made, 'ffmpeg.LICENSE.txt'), 'utf8')).toBe(LICENCE);
    expect(readFileSync(join(made, 'ffmpeg.SOURCE.txt'), 'utf8')).toContain(
      'https://example.com/source.tar.gz',
    );
    expect(fetched).toEqual(['ffmpeg.tgz', 'source.tar.gz']);
  });

  it('refuses what isn’t the pinned archive, and keeps nothing of it', async () => {
    const folder = tempFolder();
    const { options } = offer({ archive: archiveOf(ffmpegBuild()), pinned: '0'.repeat(64) });
    await expect(bringPinnedFfmpeg('linux-x64', folder, options)).rejects.toThrow('not what is pinned');
    expect(existsSync(join(folder, 'linux-x64/ffmpeg'))).toBe(false);
  });

  it('does not trust a file that lies in the cache', async () => {
    const folder = tempFolder();
    const { options, fetched } = offer({ archive: archiveOf(ffmpegBuild()) });
    await bringPinnedFfmpeg('linux-x64', folder, options);
    const pin = options.pins['linux-x64'];
    writeFileSync(join(options.downloads, `${pin.sha256.slice(0, 16)}-ffmpeg.tgz`), 'another');
    await bringPinnedFfmpeg('linux-x64', folder, options);
    expect(fetched.filter((name) => name === 'ffmpeg.tgz')).toHaveLength(2);
  });

  it.each([
    [
      'breaks off',
      (response: ServerResponse): void =>
        void response.writeHead(200, { 'content-length': 9 }).write('a', () => response.destroy()),
    ],
    ['is refused', (response: ServerResponse): void => void response.writeHead(404).end()],
  ])('says so when a download %s, and leaves nothing behind', async (_how, answer) => {
    const server = createServer((_request, response) => answer(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { downloads, source } = offer({ archive: Buffer.alloc(0) }).options;
    const pins = { 'linux-x64': { url: `http://127.0.0.1:${port}/ffmpeg.tgz`, sha256: '0'.repeat(64) } };
    const brought = bringPinnedFfmpeg('linux-x64', tempFolder(), { downloads, source, pins });
    await expect(brought).rejects.toThrow('could not be downloaded');
    await expect(brought).rejects.toBeInstanceOf(SetupError);
    expect(readdirSync(downloads)).toEqual([]);
  });

  it('L6: refuses a pinned program that the policy refuses', async () => {
    const folder = tempFolder();
    const { options } = offer({ archive: archiveOf(ffmpegBuild({ version: '5.1.9' })) });
    await expect(bringPinnedFfmpeg('linux-x64', folder, options)).rejects.toThrow('5.1.9');
    expect(existsSync(join(folder, 'linux-x64/ffmpeg'))).toBe(false);
  });

  it('W9: refuses a target without a pin', async () => {
    const { options } = offer({ archive: archiveOf(ffmpegBuild()) });
    await expect(bringPinnedFfmpeg('win32-arm64', tempFolder(), options)).rejects.toThrow('win32-arm64');
  });
});
