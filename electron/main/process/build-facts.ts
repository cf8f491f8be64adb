/** What kind of build runs, and whether its Electron is the one it was made for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { BuildKind } from './launch-guard.ts';

/** Set by the bundler: the version that package.json pins. */
declare const UPCAST_ELECTRON_VERSION: string;

/** A packaged app is a release unless its own package says that it was made for tests. */
export function readBuildKind(): BuildKind {
  if (!app.isPackaged) return 'development';
  try {
    const text = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
    const { isUnsafeTestBuild } = JSON.parse(text) as { readonly isUnsafeTestBuild?: unknown };
    return isUnsafeTestBuild === true ? 'test' : 'release';
  } catch {
    return 'release';
  }
}

/** The running Electron where it is older than the pinned one: without years of Chromium's security fixes. */
export function findOldRuntime(): string | undefined {
  const { electron } = process.versions;
  return majorOf(electron) < majorOf(UPCAST_ELECTRON_VERSION) ? electron : undefined;
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
