/** Finds an ffmpeg that runs: the path the user set, the one that came with Upcast, then the system's. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/errors/app-error.ts';

const run = promisify(execFile);
const VERSION_TIMEOUT_MS = 10_000;

export interface FfmpegLocation {
  readonly path: string;
  /** As ffmpeg says it, e.g. `6.1.1-static` or `N-112233-gabcdef`. */
  readonly version: string;
  /** Undefined for builds that carry no release number. */
  readonly release: { readonly major: number; readonly minor: number } | undefined;
}

export interface LocateOptions {
  /** Set by the user (`UPCAST_FFMPEG`); when given, nothing else is tried. */
  readonly userPath?: string | undefined;
  /** Where the packaged or installed binary may be, best first. */
  readonly bundledPaths?: readonly string[];
  /** The `PATH` to search. */
  readonly searchPath?: string | undefined;
  readonly isWindows?: boolean;
}

/** @throws AppError `encoder/not-found` in one sentence that says what was tried. */
export async function locateFfmpeg(options: LocateOptions): Promise<FfmpegLocation> {
  if (options.userPath !== undefined && options.userPath !== '') {
    const found = await inspectFfmpeg(options.userPath);
    if (found !== undefined) return found;
    throw new AppError('encoder/not-found', { message: 'the ffmpeg that UPCAST_FFMPEG names does not run' });
  }
  for (const path of [...(options.bundledPaths ?? []), ...searchCandidates(options)]) {
    const found = await inspectFfmpeg(path);
    if (found !== undefined) return found;
  }
  throw new AppError('encoder/not-found', {
    message: 'no ffmpeg was found: install ffmpeg, or set UPCAST_FFMPEG to its path',
  });
}

function searchCandidates({ searchPath = '', isWindows = false }: LocateOptions): string[] {
  const name = isWindows ? 'ffmpeg.exe' : 'ffmpeg';
  return searchPath
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name));
}

/** Runs `-version`; undefined when there is no ffmpeg at this path. */
export async function inspectFfmpeg(path: string): Promise<FfmpegLocation | undefined> {
  try {
    await access(path, constants.X_OK);
    const { stdout } = await run(path, ['-version'], { timeout: VERSION_TIMEOUT_MS, windowsHide: true });
    const version = parseFfmpegVersion(stdout);
    return version === undefined ? undefined : { path, ...version };
  } catch {
    // Not there, not executable, or it did not answer: for the caller all mean "not this one".
    return undefined;
  }
}

export function parseFfmpegVersion(text: string): Pick<FfmpegLocation, 'version' | 'release'> | undefined {
  const version = /^ffmpeg version (\S+)/m.exec(text)?.[1];
  if (version === undefined) return undefined;
  const release = /^n?(\d+)\.(\d+)/.exec(version);
  return {
    version,
    release: release === null ? undefined : { major: Number(release[1]), minor: Number(release[2]) },
  };
}

/** HEVC and AV1 in FLV need 6.1. Builds without a release number may have it: the probe tells. */
export function cannotWriteEnhancedFlv({ release }: Pick<FfmpegLocation, 'release'>): boolean {
  return release !== undefined && (release.major < 6 || (release.major === 6 && release.minor < 1));
}
