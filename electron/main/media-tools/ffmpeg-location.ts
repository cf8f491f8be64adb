/**
 * Finds the ffmpeg to use: the one a person set, the one in the package, the one start-up found, then the system's.
 * A candidate counts when it runs and says its version; it says then what it can do, too.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { promisify } from 'node:util';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';

const run = promisify(execFile);
/** A virus scanner may read the whole of it before it runs for the first time. */
const VERSION_TIMEOUT_MS = 30_000;

export interface FoundFfmpeg {
  readonly path: string;
  readonly version: string;
  readonly matrixFilter: MatrixFilter;
}

export interface FfmpegPlaces {
  /** From the environment; when set, no other is tried. */
  readonly chosenPath: string | undefined;
  /** `process.resourcesPath`. */
  readonly resourcesFolder: string;
  /** The built app's folder: start-up leaves `runtime.json` there. */
  readonly distFolder: string;
  /** `PATH`. */
  readonly searchPath: string;
  /** `LOCALAPPDATA`, on Windows. */
  readonly localAppData: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  readonly onRejected: (text: string) => void;
}

/** `undefined` when none of them runs; why is told through `onRejected`. */
export async function findFfmpeg(places: FfmpegPlaces): Promise<FoundFfmpeg | undefined> {
  for (const path of ffmpegCandidates(places)) {
    try {
      // One run tells both: each takes 40 ms of the window's start.
      const { stdout, stderr } = await run(path, ['-nostdin', '-h', 'filter=colorspace'], {
        timeout: VERSION_TIMEOUT_MS,
        windowsHide: true,
        env: { ...places.environment },
      });
      const version = /^ffmpeg version (\S+)/m.exec(stderr)?.[1];
      const matrixFilter = /^Filter colorspace/m.test(stdout) ? 'colorspace' : 'scale';
      if (version !== undefined) return { path, version, matrixFilter };
      places.onRejected(`${path} does not say that it is ffmpeg`);
    } catch (error) {
      places.onRejected(`${path} does not run: ${toAppError(error).message}`);
    }
  }
  return undefined;
}

/**
 * Where package managers put it. `PATH` doesn't say: the Finder gives an app a short one, and Windows tells a change of it to programs that
 * start later.
 */
function installedFolders({ platform, localAppData }: FfmpegPlaces): readonly string[] {
  if (platform === 'darwin') return ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'];
  if (platform !== 'win32') return [];
  const winget = localAppData === undefined ? [] : [win32.join(localAppData, 'Microsoft', 'WinGet', 'Links')];
  return [...winget, 'C:\\ffmpeg\\bin'];
}

/** Those that are there, the best first. */
export function ffmpegCandidates(
  places: FfmpegPlaces,
  exists: (path: string) => boolean = existsSync,
): readonly string[] {
  if (places.chosenPath !== undefined) return [places.chosenPath];
  const name = places.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  const { join, delimiter } = places.platform === 'win32' ? win32 : posix;
  const fixed = [join(places.resourcesFolder, name), join(places.resourcesFolder, 'ffmpeg', name)];
  const searched = [...places.searchPath.split(delimiter), ...installedFolders(places)]
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name));
  const found = [...fixed, ...runtimePath(join(places.distFolder, 'runtime.json')), ...searched];
  return [...new Set(found)].filter((path) => exists(path));
}

/** The path start-up wrote down: `{ "ffmpeg": "…" }` or `{ "ffmpeg": { "path": "…" } }`. */
function runtimePath(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || !('ffmpeg' in parsed)) return [];
  const entry = parsed.ffmpeg;
  if (typeof entry === 'string') return [entry];
  const isNested =
    typeof entry === 'object' && entry !== null && 'path' in entry && typeof entry.path === 'string';
  return isNested ? [entry.path as string] : [];
}
