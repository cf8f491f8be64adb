/**
 * Watches the window's process: what goes wrong in it reaches the log; a page that died is loaded anew, at most three times
 * a minute, after that only when the user says so.
 */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { WINDOW_ORIGIN } from '../../../shared/origins.ts';
import { ReloadLimit } from './reload-limit.ts';
import { texts } from '../../../shared/text/text.ts';

const MAX_CONSOLE_CHARACTERS = 2000;

export interface WindowWatchOptions {
  readonly window: BrowserWindow;
  readonly log: (level: 'warn' | 'error', text: string) => void;
  /** Takes the loss up itself, as `live` does; undefined: the page is loaded anew. */
  readonly onLost: (() => boolean) | undefined;
  readonly isOnAir: () => boolean;
  /** Ends what is on air, then the app. */
  readonly end: () => void;
}

export function watchWindow({ window, log, onLost, isOnAir, end }: WindowWatchOptions): void {
  const limit = new ReloadLimit();
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    log('error', `the window's process ended: ${reason}`);
    if (onLost?.() === true || window.isDestroyed()) return;
    if (limit.take(performance.now())) window.reload();
    else askAfterReloads(window, isOnAir(), end);
  });
  webContents.on('preload-error', (_event, _path, error) => log('error', `preload: ${error.message}`));
  window.on('unresponsive', () => log('warn', 'the window does not answer'));
  window.on('responsive', () => log('warn', 'the window answers again'));
  // Electron 35 made one object of what were arguments before.
  webContents.on('console-message', (...args: readonly unknown[]) => {
    const [event, level, message, , source] = args;
    const { level: namedLevel, message: ownMessage, sourceId } = Object(event) as Record<string, unknown>;
    const isError = level === 3 || namedLevel === 'error';
    const text = ownMessage ?? message;
    // What is typed in the secret frame is no secret that main knows yet: its console stays unread.
    const isOwn = String(sourceId ?? source).startsWith(`${WINDOW_ORIGIN}/`);
    if (isError && isOwn) log('error', String(text).slice(0, MAX_CONSOLE_CHARACTERS));
  });
}

function askAfterReloads(window: BrowserWindow, isOnAir: boolean, end: () => void): void {
  dialog
    .showMessageBox(window, {
      type: 'error',
      title: texts.main.appName,
      message: texts.main.windowFailsTitle,
      detail: isOnAir ? texts.main.windowFailsLiveDetail : texts.main.windowFailsDetail,
      buttons: [texts.main.reloadWindow, isOnAir ? texts.main.endAndClose : texts.main.closeApp],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    .then(({ response }) => {
      if (response === 1) end();
      else if (!window.isDestroyed()) window.reload();
    })
    .catch(end);
}
