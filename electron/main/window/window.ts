/** The one window: its size, its walls, its colour before the first paint. Hidden in live mode. */
import { BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../../shared/settings/settings.ts';
import { WINDOW_ORIGIN } from '../../../shared/origins.ts';
import type { OpeningPlace } from '../desktop/window-place.ts';
import { revealWhenPainted } from './reveal-window.ts';
import { languageQuery } from '../../../shared/text/languages/chosen-language.ts';
import { texts } from '../../../shared/text/text.ts';

/** What nobody sees needs no picture of a window's size, which takes 4 MB. */
const HIDDEN = { width: 160, height: 90, isMaximized: false } as const;

/** The page's own background, so that the window does not flash before it is painted. */
const background = { dark: '#101216', light: '#f6f7f9' } as const;

export interface WindowOptions {
  readonly preloadPath: string;
  readonly mayOpenDevTools: boolean;
  /** Where it opens, and from when it may show itself; undefined for a window that nobody ever sees. */
  readonly shown: { readonly place: OpeningPlace; readonly from: Promise<void> } | undefined;
}

export function openWindow({ preloadPath, mayOpenDevTools, shown }: WindowOptions): BrowserWindow {
  const { isMaximized, ...bounds } = shown?.place ?? HIDDEN;
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    title: texts.main.appName,
    backgroundColor: ownBackground(),
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // For the secret frame alone: the bridge, not Node, in the one frame that the content policy allows.
      nodeIntegrationInSubFrames: true,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: mayOpenDevTools,
      backgroundThrottling: false,
    },
  });
  if (shown === undefined) return window;
  revealWhenPainted(window, () => {
    void shown.from.then(() => {
      if (window.isDestroyed()) return;
      if (isMaximized) window.maximize();
      window.show();
    });
  });
  return window;
}

/** Before it is shown. */
export function useTheme(window: BrowserWindow, theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
  window.setBackgroundColor(ownBackground());
}

function ownBackground(): string {
  return nativeTheme.shouldUseDarkColors ? background.dark : background.light;
}

/** In the language of main. @throws when the page cannot be loaded. */
export async function loadApp(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${WINDOW_ORIGIN}/index.html${languageQuery()}`);
}
