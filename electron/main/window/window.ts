/** The one window: its size, its walls, its colour before the first paint. Hidden in live mode. */
import { BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../../shared/settings/settings.ts';
import { WINDOW_ORIGIN } from '../../../shared/origins.ts';
import type { OpeningPlace } from '../desktop/window-place.ts';
import { revealWhenPainted } from './reveal-window.ts';
import { languageQuery } from '../../../shared/text/languages/chosen-language.ts';
import { texts } from '../../../shared/text/text.ts';

/** The page's own background, so that the window does not flash before it is painted. */
const background = { dark: '#101216', light: '#f6f7f9' } as const;

export interface WindowOptions {
  readonly preloadPath: string;
  readonly theme: Settings['theme'];
  readonly isHidden: boolean;
  readonly mayOpenDevTools: boolean;
  readonly place: OpeningPlace;
}

export function openWindow(options: WindowOptions): BrowserWindow {
  nativeTheme.themeSource = options.theme;
  const { isMaximized, ...bounds } = options.place;
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    title: texts.main.appName,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: options.preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // For the secret frame alone: the bridge, not Node, in the one frame that the content policy allows.
      nodeIntegrationInSubFrames: true,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: options.mayOpenDevTools,
      backgroundThrottling: false,
    },
  });
  if (options.isHidden) return window;
  revealWhenPainted(window, () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  return window;
}

/** In the language of main. @throws when the page cannot be loaded. */
export async function loadApp(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${WINDOW_ORIGIN}/index.html${languageQuery()}`);
}
