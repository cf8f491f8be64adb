/**
 * Projectors: windows that show a picture and nothing else, on any display. The main window's page opens each as an empty window of its
 * own, in its own process, and draws in it; such a window has no bridge to main, loads nothing and opens nothing.
 */
import { screen } from 'electron';
import type { BrowserWindow, WebContents } from 'electron';
import type { DisplayFacts } from '../../../shared/ipc/projector-name.ts';
import { readProjectorName } from '../../../shared/ipc/projector-name.ts';
import { texts } from '../../../shared/text/text.ts';

/** Open at once; more are refused. */
const MAX_PROJECTORS = 8;
const EMPTY_PAGE = 'about:blank';

export function listDisplays(): readonly DisplayFacts[] {
  const primary = screen.getPrimaryDisplay().id;
  return screen
    .getAllDisplays()
    .map(({ id, label }) => ({ id: String(id), label, isPrimary: id === primary }));
}

/** Allows the page of this window to open projectors, and closes them with it. @param onRefused any other window. */
export function allowProjectors(window: BrowserWindow, onRefused: (text: string) => void): void {
  const open = new Set<BrowserWindow>();
  const closeAll = (): void => {
    for (const projector of open) projector.destroy();
  };
  const contents: WebContents = window.webContents;
  contents.setWindowOpenHandler(({ url, frameName }) => {
    if (url !== EMPTY_PAGE || readProjectorName(frameName) === undefined || open.size >= MAX_PROJECTORS) {
      onRefused(`a window for ${url}`);
      return { action: 'deny' };
    }
    return {
      action: 'allow',
      overrideBrowserWindowOptions: {
        title: texts.projectors.title,
        backgroundColor: '#000000',
        autoHideMenuBar: true,
        useContentSize: true,
        webPreferences: {
          ...{ sandbox: true, contextIsolation: true, nodeIntegration: false },
          ...{ nodeIntegrationInSubFrames: false, webviewTag: false, devTools: false },
          // Chromium says whether it is seen.
          backgroundThrottling: true,
        },
      },
    };
  });
  contents.on('did-create-window', (projector, { frameName }) => {
    open.add(projector);
    projector.on('closed', () => open.delete(projector));
    const displayId = readProjectorName(frameName)?.displayId;
    const display = screen.getAllDisplays().find(({ id }) => String(id) === displayId);
    if (display === undefined) return;
    projector.setBounds(display.bounds);
    projector.setFullScreen(true);
  });
  // Another page doesn't know them, and none draws in them once its process is gone.
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) closeAll();
  });
  contents.on('render-process-gone', closeAll);
  window.on('closed', closeAll);
}
