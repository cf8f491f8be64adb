/** Starts the real app for tests and benches: the built one through Playwright, or a packaged one by its executable. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, chromium, errors } from 'playwright-core';
import type { Browser, ElectronApplication, Page } from 'playwright-core';
import { repositoryFolder } from '../repository.ts';

/** What start-up found (`dist/runtime.json`). */
export interface Runtime {
  readonly electron: string;
  /** What comes before the app's own arguments. */
  readonly args: readonly string[];
  readonly electronDist: string;
  readonly ffmpeg: string;
  readonly ffprobe?: string;
}

export interface LaunchOptions {
  /** Tag, in place of English, which the tests read; undefined where Settings and the system decide. */
  readonly language?: string | undefined;
  /** Default: a new folder that `close` removes. One that is given stays. */
  readonly userDataDir?: string;
  readonly args?: readonly string[];
  /** Added to the environment; undefined takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface LaunchedApp {
  readonly page: Page;
  readonly userDataDir: string;
  /** Ends the app and removes a user-data folder of its own. */
  close(): Promise<void>;
}

export interface LaunchedBuild extends LaunchedApp {
  readonly app: ElectronApplication;
}

/** Chromium's fake camera and microphone, granted without asking. */
export const fakeDevices: readonly string[] = [
  '--use-fake-device-for-media-stream=fps=30',
  '--use-fake-ui-for-media-stream',
];

/** Set on the page's body once everything in the window answers. */
const READY_SELECTOR = 'body[data-ready="true"]';
const READY_TIMEOUT_MS = 20_000;
/** A start takes two seconds, some more on a busy machine. */
const ATTACH_TIMEOUT_MS = 10_000;
const CLOSE_DEADLINE_MS = 15_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** @throws Error when nothing was built yet */
export function readRuntime(): Runtime {
  try {
    return JSON.parse(readFileSync(join(repositoryFolder, 'dist/runtime.json'), 'utf8')) as Runtime;
  } catch (cause) {
    throw new Error('dist/runtime.json is missing: run `npm run test:e2e` or `npm start` once', { cause });
  }
}

/** Starts the built app and waits until its window is ready and on the screen. Close it in `afterEach` or `finally`. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedBuild> {
  try {
    return await launchOnce(options);
  } catch (error) {
    // A page that comes while Playwright attaches can leave it waiting for ever: the app is started anew, once.
    if (!(error instanceof errors.TimeoutError)) throw error;
    return await launchOnce(options);
  }
}

async function launchOnce(options: LaunchOptions): Promise<LaunchedBuild> {
  const runtime = readRuntime();
  const { userDataDir, removeUserData } = userDataFor(options);
  const app = await _electron.launch({
    executablePath: runtime.electron,
    args: [...runtime.args, ...languageArgs(options), ...(options.args ?? [])],
    env: environmentFor(userDataDir, { UPCAST_FFMPEG: runtime.ffmpeg, ...options.env }),
    timeout: ATTACH_TIMEOUT_MS,
  });
  const close = async (): Promise<void> => {
    // An app that is on air asks whether to end: a test that failed then has nobody who answers.
    const timer = setTimeout(() => app.process().kill('SIGKILL'), CLOSE_DEADLINE_MS);
    await app.close();
    clearTimeout(timer);
    removeUserData();
  };
  try {
    const page = await app.firstWindow({ timeout: ATTACH_TIMEOUT_MS });
    await page.waitForSelector(READY_SELECTOR, { state: 'attached', timeout: READY_TIMEOUT_MS });
    await page.waitForFunction(async () => {
      const answer = await window.upcast.invoke('window:isShown', undefined);
      return answer.ok && answer.value;
    });
    return { app, page, userDataDir, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Starts a packaged app. Its fuses refuse Node's inspector, so Playwright speaks to the window alone and there is no
 * `app`. It gets no ffmpeg: it has its own.
 */
export async function launchPackagedApp(
  executable: string,
  options: LaunchOptions = {},
): Promise<LaunchedApp> {
  const { userDataDir, removeUserData } = userDataFor(options);
  const child = spawn(
    executable,
    [...rootArgs(), '--remote-debugging-port=0', ...languageArgs(options), ...(options.args ?? [])],
    {
      env: environmentFor(userDataDir, options.env ?? {}),
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    removeUserData();
  };
  try {
    const address = await readDevToolsAddress(child.stderr, ended);
    const browser = await connectToBrowser(address);
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('the packaged app has no browser context');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await page.waitForSelector(READY_SELECTOR, { state: 'attached', timeout: READY_TIMEOUT_MS });
    return { page, userDataDir, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A page that comes or goes while Playwright attaches can leave it waiting for ever: it then attaches anew. */
async function connectToBrowser(address: string): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: CONNECT_TIMEOUT_MS });
  } catch {
    return await chromium.connectOverCDP(address);
  }
}

function languageArgs(options: LaunchOptions): readonly string[] {
  const language = 'language' in options ? options.language : 'en';
  return language === undefined ? [] : [`--language=${language}`];
}

function rootArgs(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function userDataFor(options: LaunchOptions): { userDataDir: string; removeUserData: () => void } {
  if (options.userDataDir !== undefined)
    return { userDataDir: options.userDataDir, removeUserData: () => undefined };
  const userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-'));
  return {
    userDataDir,
    removeUserData: () => rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function environmentFor(
  userDataDir: string,
  added: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, UPCAST_USER_DATA: userDataDir, ...added })) {
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

async function readDevToolsAddress(stderr: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  const lines: string[] = [];
  const address = new Promise<string>((resolve) => {
    createInterface({ input: stderr }).on('line', (line) => {
      lines.push(line);
      const match = /^DevTools listening on (ws:\S+)/.exec(line);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
  });
  const failure = ended.then(() => {
    throw new Error(`the packaged app ended at once: ${lines.join('\n')}`);
  });
  return Promise.race([address, failure]);
}
