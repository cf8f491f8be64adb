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
  return packageFacts()['isUnsafeTestBuild'] === true ? 'test' : 'release';
}

/** SHA-256 of the ffmpeg that was packaged; undefined outside of a package. */
export function readPackagedHash(): string | undefined {
  const { ffmpegSha256 } = packageFacts();
  return app.isPackaged && typeof ffmpegSha256 === 'string' ? ffmpegSha256 : undefined;
}

/** The public key that the feed of updates is signed with, raw and in Base64; undefined outside of a package. */
export function readUpdateKey(): string | undefined {
  const { updateKey } = packageFacts();
  return app.isPackaged && typeof updateKey === 'string' ? updateKey : undefined;
}

/** Of the app's own archive. */
function packageFacts(): Readonly<Record<string, unknown>> {
  try {
    const text = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
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
