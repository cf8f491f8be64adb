/** An Electron with an app that does nothing but open a window: what every start takes, whatever the app is. */
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { repositoryFolder } from '../repository.ts';
import { readRuntime } from './electron-app.ts';

const MAIN = `
const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.UPCAST_USER_DATA);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(__dirname + '/index.html');
});
`;
/** Marks itself as the window of Upcast does. */
const PAGE = "<!doctype html><title>Empty</title><p>Empty</p><script>performance.mark('ready')</script>";

export interface EmptyElectron {
  /** Starts it with a profile of its own; resolves when its page has marked itself. */
  start(): Promise<{ readonly app: ElectronApplication; readonly page: Page; close(): Promise<void> }>;
  remove(): void;
}

/** Beside the build: the executable is linked there, and takes its app from where it lies. Linux only. */
export function makeEmptyElectron(): EmptyElectron {
  const { electronDist, args } = readRuntime();
  const folder = mkdtempSync(join(repositoryFolder, 'dist', 'empty-electron-'));
  for (const name of readdirSync(electronDist)) {
    if (name === 'resources') continue;
    if (name === 'electron') linkOrCopy(join(electronDist, name), join(folder, name));
    else symlinkSync(join(electronDist, name), join(folder, name));
  }
  cpSync(join(electronDist, 'resources'), join(folder, 'resources'), { recursive: true });
  const app = join(folder, 'resources', 'app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{ "name": "empty", "version": "1.0.0", "main": "main.cjs" }');
  writeFileSync(join(app, 'main.cjs'), MAIN);
  writeFileSync(join(app, 'index.html'), PAGE);
  return {
    start: async () => {
      const userData = mkdtempSync(join(folder, 'profile-'));
      const started = await _electron.launch({
        executablePath: join(folder, 'electron'),
        args: [...args],
        env: { ...(process.env as Record<string, string>), UPCAST_USER_DATA: userData },
      });
      const page = await started.firstWindow();
      await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
      return { app: started, page, close: async () => await started.close() };
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system.
    copyFileSync(from, to);
  }
}
