/** Rows about the ffmpeg in use: what it is, whether it may be passed on, whether it is the one of the package. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { checkRow } from '../../../shared/self-test/check-row.ts';
import type { SelfTestRow } from '../../../shared/self-test/self-test.ts';
import type { Check } from '../../../shared/self-test/check-row.ts';
import type { FoundFfmpeg } from '../media-tools/ffmpeg-location.ts';

const run = promisify(execFile);
const RUN_TIMEOUT_MS = 15_000;
/** A scanner of viruses that holds the first start up for longer makes the first stream begin late. */
const SLOW_START_MS = 3000;

export interface FfmpegCheckOptions {
  readonly found: FoundFfmpeg | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** Of the package; undefined outside of one. */
  readonly packagedSha256: string | undefined;
}

export async function ffmpegRows(options: FfmpegCheckOptions): Promise<readonly SelfTestRow[]> {
  const { found, environment, packagedSha256 } = options;
  if (found === undefined)
    return [
      await checkRow('ffmpeg version', () => ({ status: 'failed', value: 'there is no ffmpeg that runs' })),
    ];
  const say = async (args: readonly string[]): Promise<string> => {
    const { stdout } = await run(found.path, ['-hide_banner', ...args], {
      ...{ timeout: RUN_TIMEOUT_MS, windowsHide: true, env: { ...environment } },
    });
    return stdout;
  };
  return [
    await checkRow('ffmpeg version', () => judgeVersion(found.version)),
    await checkRow('ffmpeg start', async () => {
      const beganMs = performance.now();
      await say(['-version']);
      const tookMs = Math.round(performance.now() - beganMs);
      return { status: tookMs > SLOW_START_MS ? 'warning' : 'passed', value: `${tookMs} ms` };
    }),
    await checkRow('ffmpeg license', async () => judgeLicence(await say(['-buildconf']), await say(['-L']))),
    await checkRow('ffmpeg hash', async () => judgeHash(await hashOf(found.path), packagedSha256)),
  ];
}

/** Below 6.1 there is no HEVC and AV1 in FLV. */
export function judgeVersion(version: string): Awaited<ReturnType<Check>> {
  const [, major = 0, minor = 0] = (/^n?(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  // A build from the repository has no number, and is newer.
  const isOld = /^n?\d/.test(version) && (major < 6 || (major === 6 && minor < 1));
  return {
    status: isOld ? 'warning' : 'passed',
    value: isOld ? `${version}, too old for HEVC and AV1` : version,
  };
}

/** @param configuration what `-buildconf` says. @param words what `-L` says. */
export function judgeLicence(configuration: string, words: string): Awaited<ReturnType<Check>> {
  const isNonfree = configuration.includes('--enable-nonfree') || /not legally redistributable/i.test(words);
  if (isNonfree) return { status: 'failed', value: 'nonfree: this build must not be passed on' };
  const isGpl = configuration.includes('--enable-gpl');
  const version = configuration.includes('--enable-version3')
    ? 'version 3'
    : isGpl
      ? 'version 2'
      : 'version 2.1';
  return { status: 'passed', value: `${isGpl ? 'GPL' : 'LGPL'} ${version}` };
}

export function judgeHash(hash: string, packaged: string | undefined): Awaited<ReturnType<Check>> {
  if (packaged === undefined) return { status: 'passed', value: hash };
  return hash === packaged
    ? { status: 'passed', value: `${hash}, the package’s own` }
    : { status: 'failed', value: `${hash}, which is not the package’s own ${packaged}` };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
