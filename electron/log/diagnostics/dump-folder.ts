/** The folder of crash dumps: what lies in it, and how much of it is kept. Dumps stay on this computer. */
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCrashPlace } from './minidump.ts';
import type { CrashPlace } from './minidump.ts';

const KEPT_DUMPS = 10;
const KEPT_MS = 30 * 24 * 3_600_000;
/** A larger one is listed without its place. */
const MAX_READ_BYTES = 64_000_000;

interface DumpFile {
  readonly path: string;
  readonly madeMs: number;
  readonly bytes: number;
}

export interface DumpFacts {
  readonly madeMs: number;
  readonly bytes: number;
  readonly place?: CrashPlace | undefined;
}

/** Newest first. Names of dumps say nothing and are left out. */
export function listDumps(folder: string): readonly DumpFacts[] {
  return dumpsIn(folder).map(({ path, madeMs, bytes }) => ({ madeMs, bytes, place: placeIn(path, bytes) }));
}

/** Keeps the newest, of the last month. */
export function tidyDumps(folder: string, nowMs: number): void {
  for (const [index, { path, madeMs }] of dumpsIn(folder).entries()) {
    if (index < KEPT_DUMPS && nowMs - madeMs < KEPT_MS) continue;
    // Crashpad keeps what it knows of a dump beside it.
    for (const each of [path, path.replace(/\.dmp$/, '.meta')]) rmSync(each, { force: true });
  }
}

function dumpsIn(folder: string): readonly DumpFile[] {
  return namesBelow(folder)
    .filter((name) => name.endsWith('.dmp'))
    .flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(path, { throwIfNoEntry: false });
      return found === undefined ? [] : [{ path, madeMs: found.mtimeMs, bytes: found.size }];
    })
    .toSorted((a, b) => b.madeMs - a.madeMs);
}

function namesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    // No process has crashed yet.
    return [];
  }
}

function placeIn(path: string, bytes: number): CrashPlace | undefined {
  if (bytes > MAX_READ_BYTES) return undefined;
  try {
    return readCrashPlace(readFileSync(path));
  } catch {
    // It was removed a moment ago, or belongs to somebody else.
    return undefined;
  }
}
