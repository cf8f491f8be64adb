/**
 * Entry of the main process: reads the environment and the options, sets what must be set before `ready`, then builds the
 * app. An option of `live` that is wrong ends it here, before anything is started.
 */
import './language/start-language.ts';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { toAppError } from '../../shared/errors/app-error.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { errorSentence } from '../../shared/text/error-sentence.ts';
import { makePrivateFolder } from '../settings/private-folder.ts';
import { isRunning } from '../settings/process-running.ts';
import { keepCrashDumps } from './diagnostics/crash-dumps.ts';
import { readBuildKind } from './process/build-facts.ts';
import { findRefusedSwitch } from './process/launch-guard.ts';
import { declareAppScheme } from './window/app-protocol.ts';
import { readEnvironment } from './process/environment.ts';
import { choosePasswordStore, findSecretService } from './process/password-store.ts';
import { identifyApp } from './process/app-identity.ts';
import { localProfile } from './process/page-files.ts';
import { FAULT_EXIT_CODE, FaultGuard } from './process/fault-guard.ts';
import { reportStartFailure } from './process/start-failure.ts';
import { liveArguments } from './live/live-arguments.ts';
import type * as LiveOpenerModule from './live/prepare-live.ts';
import type { OpenedLive, PreparedLive } from './live/prepare-live.ts';
import { printable } from './live/printable.ts';
import { openFirst } from './app/open-first.ts';
import { hasGraphicsCard } from './window/graphics-card.ts';
import { startGraphics } from './window/graphics-drivers.ts';
import { chromiumSwitches, hasGraphicsThread } from './window/switches.ts';
import { readSelfTestOptions, SELF_TEST_MARKER, selfTestStream } from './self-test/options.ts';
import type { SelfTestOptions } from './self-test/options.ts';
import { texts } from '../../shared/text/text.ts';

const BAD_OPTIONS = 2;

const isLive = liveArguments(process.argv) !== undefined || process.argv.includes(SELF_TEST_MARKER);
const faults = new FaultGuard((error) => {
  failStart(error);
  app.exit(FAULT_EXIT_CODE);
});
const build = readBuildKind();
refuseSwitches();
const { platform } = process;
const environment = readEnvironment(process.env, build === 'release', platform);
const selfTest = readSelfTest();

begin().catch((error: unknown) => app.exit(failStart(error)));

/** Sets everything before the first turn of the event loop ends: `ready` comes after that. */
async function begin(): Promise<void> {
  const opener = isLive ? await import('./live/prepare-live.ts') : undefined;
  const live = readLive(opener);

  identifyApp(app, platform);
  const profileFault = faultOf(() => openProfile(live !== undefined));
  // Every page, whoever opens it. Chromium has no sandbox for root on Linux, where the switch says so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declareAppScheme();
  const fakeDevicesFps = live && opener?.fakeDevicesFps(live);
  for (const [name, value] of chromiumSwitches({
    platform,
    fakeDevicesFps,
    hasGraphics: hasGraphicsCard(platform),
    isLive: live !== undefined,
  }))
    app.commandLine.appendSwitch(name, value);
  choosePasswords();
  const graphics = startGraphics(app, {
    ...{ environment: process.env, platform, executablePath: process.execPath },
    hasGraphicsThread: hasGraphicsThread(platform, live !== undefined),
  });

  if (profileFault === undefined && live === undefined && !app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const ready = live && (await readFiles(opener, live));
  await graphics;
  if (live !== undefined && ready === undefined) return app.exit(BAD_OPTIONS);
  if (profileFault !== undefined) throw profileFault;
  const first = await openFirst({ environment, isLive: ready !== undefined });
  // The page's process starts meanwhile.
  await first.served;
  const { runApp } = await import('./run-app.ts');
  await runApp({ environment, live: ready, first, faults, selfTest });
}

/** What can't be written to is said once the app can show a box. */
function openProfile(isOwn: boolean): void {
  if (environment.userDataFolder !== undefined) {
    // One that is there keeps its mode: its owner chose it.
    mkdirSync(environment.userDataFolder, { recursive: true, mode: 0o700 });
    app.setPath('userData', environment.userDataFolder);
  } else {
    const profile = localProfile(platform, environment.localAppData, app.getName());
    if (profile !== undefined) app.setPath('sessionData', profile);
  }
  keepCrashDumps();
  if (isOwn) useOwnProfile();
}

function faultOf(work: () => void): AppError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return toAppError(error);
  }
}

/** `live` alone needs what reads its options. */
type LiveOpener = typeof LiveOpenerModule;

function readLive(opener: LiveOpener | undefined): OpenedLive | undefined {
  const args = selfTest === undefined ? liveArguments(process.argv) : selfTestStream;
  if (opener === undefined || args === undefined) return undefined;
  try {
    return opener.openLive(args);
  } catch (error) {
    return refuseOptions(error);
  }
}

/** Nothing once it was said what is wrong. */
async function readFiles(
  opener: LiveOpener | undefined,
  live: OpenedLive,
): Promise<PreparedLive | undefined> {
  try {
    return await opener?.readLiveFiles(live);
  } catch (error) {
    sayRefusal(error);
    return undefined;
  }
}

function readSelfTest(): SelfTestOptions | undefined {
  try {
    return readSelfTestOptions(process.argv);
  } catch (error) {
    return refuseOptions(error);
  }
}

/** @returns the exit code */
function failStart(error: unknown): number {
  return reportStartFailure(error, {
    isLive,
    showBox: app.isReady() ? (title, text) => dialog.showErrorBox(title, text) : undefined,
    writeError: (line) => process.stderr.write(`${line}\n`),
  });
}

function refuseSwitches(): void {
  const name = findRefusedSwitch({
    build,
    isRootOnLinux: process.platform === 'linux' && process.getuid?.() === 0,
    hasSwitch: (each) => app.commandLine.hasSwitch(each),
  });
  if (name === undefined) return;
  process.stderr.write(`${texts.options.refusedSwitch(name)}\n`);
  process.exit(BAD_OPTIONS);
}

function choosePasswords(): void {
  if (app.commandLine.hasSwitch('password-store')) return;
  const { desktop, busEnvironment } = environment;
  const hasSecretService = (): boolean => findSecretService(busEnvironment);
  const store = choosePasswordStore({ platform, desktop, hasSecretService });
  if (store !== undefined) app.commandLine.appendSwitch('password-store', store);
}

/** Only while this file is run: once Chromium starts, `process.exit` comes back. */
function refuseOptions(error: unknown): never {
  sayRefusal(error);
  process.exit(BAD_OPTIONS);
}

function sayRefusal(error: unknown): void {
  process.stderr.write(`${printable(errorSentence(toAppError(error)))}\n`);
}

/** Each `live` has a browser profile of its own, so that several run side by side; settings and keys are the app's. */
function useOwnProfile(): void {
  const folder = join(app.getPath('userData'), 'live-profiles');
  makePrivateFolder(folder);
  removeProfilesOfTheGone(folder);
  app.setPath('sessionData', mkdtempSync(join(folder, `${process.pid}-`)));
}

/** Chromium writes to its profile until its very end, so each run removes what earlier ones left. */
function removeProfilesOfTheGone(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name, 10);
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
