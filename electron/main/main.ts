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
import { encodingOf } from '../../shared/studio/document.ts';
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
import { checkLiveFiles, openCommandLines, withStdinKeys } from './live/prepare-live.ts';
import type { PreparedLive } from './live/prepare-live.ts';
import { openLiveDocument } from './live/live-document.ts';
import { LineReader } from './live/line-reader.ts';
import { importLines } from './live/import-text.ts';
import { printable } from './live/printable.ts';
import { liveArguments, parseLiveOptions } from './live/options.ts';
import type { LiveOptions } from './live/options.ts';
import { runApp } from './run-app.ts';
import { chromiumSwitches } from './window/switches.ts';
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
const live = readLiveOptions();

identifyApp(app, platform);
const profileFault = faultOf(openProfile);
// Every page, whoever opens it. Chromium has no sandbox for root on Linux, where the switch says so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppScheme();
for (const [name, value] of chromiumSwitches({ platform, fakeDevicesFps: fakeDevicesFps(live) }))
  app.commandLine.appendSwitch(name, value);
choosePasswords();

if (profileFault === undefined && live === undefined && !app.requestSingleInstanceLock()) {
  app.quit();
} else {
  start(live).catch((error: unknown) => app.exit(failStart(error)));
}

/** What can't be written to is said once the app can show a box. */
function openProfile(): void {
  if (environment.userDataFolder !== undefined) {
    // One that is there keeps its mode: its owner chose it.
    mkdirSync(environment.userDataFolder, { recursive: true, mode: 0o700 });
    app.setPath('userData', environment.userDataFolder);
  } else {
    const profile = localProfile(platform, environment.localAppData, app.getName());
    if (profile !== undefined) app.setPath('sessionData', profile);
  }
  keepCrashDumps();
  if (live !== undefined) useOwnProfile();
}

function faultOf(work: () => void): AppError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return toAppError(error);
  }
}

async function start(options: OpenedLive | undefined): Promise<void> {
  const ready = options === undefined ? undefined : await readLiveFiles(options);
  await app.whenReady();
  if (profileFault !== undefined) throw profileFault;
  await runApp({ environment, live: ready, faults, selfTest });
}

async function readLiveFiles(options: OpenedLive): Promise<PreparedLive> {
  try {
    await checkLiveFiles(options);
    // Keys first, commands behind them.
    const input = new LineReader(process.stdin);
    const targets = await withStdinKeys(options.targets, input);
    return { ...options, targets, commandLines: openCommandLines(options, input) };
  } catch (error) {
    return refuseOptions(error);
  }
}

type OpenedLive = LiveOptions & Pick<PreparedLive, 'document' | 'importedPages'>;

function readSelfTest(): SelfTestOptions | undefined {
  try {
    return readSelfTestOptions(process.argv);
  } catch (error) {
    return refuseOptions(error);
  }
}

function readLiveOptions(): OpenedLive | undefined {
  const args = selfTest === undefined ? liveArguments(process.argv) : selfTestStream;
  if (args === undefined) return undefined;
  try {
    const options = parseLiveOptions(args);
    const { document, importReport, importedPages } = openLiveDocument(options);
    for (const line of importLines(importReport)) process.stderr.write(`${line}\n`);
    return { ...options, document, importedPages };
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

function refuseOptions(error: unknown): never {
  process.stderr.write(`${printable(errorSentence(toAppError(error)))}\n`);
  process.exit(BAD_OPTIONS);
}

function fakeDevicesFps(options: OpenedLive | undefined): number | undefined {
  return options?.hasFakeDevices === true ? encodingOf(options.document).fps : undefined;
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
