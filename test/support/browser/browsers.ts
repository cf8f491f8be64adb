/** Runs code of the renderer's media part in the browsers that it has to work in: this app's Electron, and Chromium. */
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { launchApp } from '../window/electron-app.ts';
import { serveTestPage } from './test-page.ts';
import type { TestModules } from './test-page.ts';

export interface TestBrowser {
  readonly name: BrowserName;
  /** Calls a function of the worker's module by name. What goes in and comes out is JSON. */
  call<Result>(name: string, input?: unknown): Promise<Result>;
  /** The same in the page's module. */
  callPage<Result>(name: string, input?: unknown): Promise<Result>;
  close(): Promise<void>;
}

export const browserNames = ['Electron', 'Chromium'] as const;
export type BrowserName = (typeof browserNames)[number];

/** Where Debian and Ubuntu put theirs. */
const CHROMIUM = process.env['UPCAST_CHROMIUM'] ?? '/usr/bin/chromium';

/** @param files what the modules find under `/files/`, by name. */
export async function openTestBrowser(
  name: BrowserName,
  modules: TestModules,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<TestBrowser> {
  const served = await serveTestPage(modules, files);
  const opened = name === 'Electron' ? await openInElectron(served.url) : await openInChromium(served.url);
  const call = async <Result>(
    of: 'callWorker' | 'callPage',
    called: string,
    input: unknown,
  ): Promise<Result> => {
    await opened.page.waitForFunction((each) => each in window, of);
    return (await opened.page.evaluate(
      ([caller, wanted, given]) =>
        (window as unknown as Record<string, (name: unknown, input: unknown) => unknown>)[caller as string]?.(
          wanted,
          given,
        ),
      [of, called, input] as const,
    )) as Result;
  };
  return {
    name,
    call: (called, input) => call('callWorker', called, input),
    callPage: (called, input) => call('callPage', called, input),
    async close() {
      await opened.close();
      await served.close();
    },
  };
}

interface OpenedPage {
  readonly page: Page;
  close(): Promise<void>;
}

/** A window of its own, beside the app's: its session has nothing to do with the app's, whose pages reach no network. */
async function openInElectron(url: string): Promise<OpenedPage> {
  const launched = await launchApp();
  try {
    const [page] = await Promise.all([
      launched.app.waitForEvent('window', (opened) => opened.url() === url || opened.url() === 'about:blank'),
      launched.app.evaluate(async ({ BrowserWindow }, address) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { partition: 'test-page', sandbox: true, backgroundThrottling: false },
        });
        await window.loadURL(address);
      }, url),
    ]);
    return { page, close: launched.close };
  } catch (error) {
    await launched.close();
    throw error;
  }
}

async function openInChromium(url: string): Promise<OpenedPage> {
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: !isRoot });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
