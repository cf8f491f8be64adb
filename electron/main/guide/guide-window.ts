/**
 * The guide in a window of its own: pages without script from the package, in a session that reaches nothing else. Links lead from
 * page to page and nowhere else.
 */
import { BrowserWindow, session as electronSession } from 'electron';
import type { Session, WebContents } from 'electron';
import { GUIDE_ORIGIN } from '../../../shared/origins.ts';
import { serveGuide } from '../window/app-protocol.ts';
import { closeNetwork } from '../window/network-wall.ts';

const SIZE = { width: 900, height: 760 };
/** Kept in memory: a name without `persist:`. */
const PARTITION = 'guide';

/** Once the guide was opened. */
let guideSession: Session | undefined;

/** Whether these contents show the guide. */
export function isGuide(contents: WebContents): boolean {
  return guideSession !== undefined && contents.session === guideSession;
}

export interface GuideParts {
  readonly folder: string;
  /** The guide closes with this window. */
  readonly owner: () => BrowserWindow | undefined;
  readonly onRefused: (text: string) => void;
}

export class GuideWindow {
  readonly #parts: GuideParts;
  #window: BrowserWindow | undefined;
  #session: Promise<Session> | undefined;

  constructor(parts: GuideParts) {
    this.#parts = parts;
  }

  /** Opens the first page, or brings the window to the front where it is open. @throws when the page cannot be loaded. */
  async show(): Promise<void> {
    this.#session ??= this.#openSession();
    const session = await this.#session;
    if (this.#window !== undefined) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    const window = new BrowserWindow({
      ...SIZE,
      ...{ useContentSize: true, autoHideMenuBar: true },
      webPreferences: {
        ...{ session, sandbox: true, contextIsolation: true, nodeIntegration: false },
        ...{ webSecurity: true, webviewTag: false, spellcheck: false, devTools: false },
      },
    });
    this.#window = window;
    const close = (): void => window.destroy();
    const owner = this.#parts.owner();
    owner?.once('closed', close);
    window.once('closed', () => {
      owner?.off('closed', close);
      this.#window = undefined;
    });
    this.#lock(window.webContents);
    window.webContents.on('render-process-gone', close);
    await window.loadURL(`${GUIDE_ORIGIN}/index.html`);
  }

  async #openSession(): Promise<Session> {
    const { folder, onRefused } = this.#parts;
    const session = electronSession.fromPartition(PARTITION);
    guideSession = session;
    session.setPermissionRequestHandler((_contents, permission, answer) => {
      onRefused(`denied ${permission} to the guide`);
      answer(false);
    });
    session.setPermissionCheckHandler(() => false);
    session.setDevicePermissionHandler(() => false);
    serveGuide(session, folder);
    await closeNetwork(session, onRefused);
    return session;
  }

  #lock(contents: WebContents): void {
    const { onRefused } = this.#parts;
    contents.on('will-navigate', (event) => {
      if (event.url.startsWith(`${GUIDE_ORIGIN}/`)) return;
      event.preventDefault();
      onRefused(`navigation of the guide to ${event.url}`);
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      onRefused(`a window of the guide for ${url}`);
      return { action: 'deny' };
    });
  }
}
