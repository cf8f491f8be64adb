/** The menu of each system. Pure: what an item does is told to the one who installs it. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../../shared/ipc/menu-command.ts';
import { texts } from '../../../shared/text/text.ts';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly mayOpenDevTools: boolean;
  /** The window does it; undefined where there is no window. */
  readonly send: (command: MenuCommand) => void;
  /** For a person in trouble. */
  readonly helpItems: readonly MenuItemConstructorOptions[];
}

type Items = readonly MenuItemConstructorOptions[];

const line = { type: 'separator' } as const;

export function menuTemplate({
  platform,
  mayOpenDevTools,
  send,
  helpItems,
}: MenuParts): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const words = texts.appMenu;
  const settings: MenuItemConstructorOptions = {
    label: texts.main.menu.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => send('openSettings'),
  };
  const pastStreams = { label: texts.main.menu.pastStreams, click: () => send('openPastStreams') };
  const view: Items = [
    { role: 'resetZoom', label: words.actualSize },
    ...([{ role: 'zoomIn', label: words.zoomIn }, { role: 'zoomOut', label: words.zoomOut }, line] as const),
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(mayOpenDevTools ? [{ role: 'toggleDevTools', label: words.developerTools } as const] : []),
  ];
  const file: Items = isMac
    ? [pastStreams, line, { role: 'close', label: words.close }]
    : [settings, pastStreams, line, { role: 'quit', label: words.quit }];
  const help: Items = isMac ? helpItems : [...helpItems, line, { role: 'about', label: words.about }];
  return [
    ...(isMac ? [appMenu(settings)] : []),
    { label: texts.main.fileMenu, submenu: [...file] },
    { role: 'editMenu', label: words.edit, submenu: editItems(isMac) },
    { label: texts.main.viewMenu, submenu: [...view] },
    // macOS puts its own items in: minimize, zoom, tiling, the list of windows.
    ...(isMac ? [{ role: 'windowMenu', label: words.window } as const] : []),
    { role: 'help', label: texts.diagnostics.helpMenu, submenu: [...help] },
  ];
}

/** Electron's own items, which it knows in English alone. */
function editItems(isMac: boolean): MenuItemConstructorOptions[] {
  const words = texts.appMenu;
  return [
    ...([{ role: 'undo', label: words.undo }, { role: 'redo', label: words.redo }, line] as const),
    ...([
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
    ] as const),
    { role: 'paste', label: words.paste },
    ...(isMac ? [{ role: 'pasteAndMatchStyle', label: words.pasteAsText } as const] : []),
    { role: 'delete', label: words.delete },
    ...(isMac ? [] : [line]),
    { role: 'selectAll', label: words.selectAll },
  ];
}

function appMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const words = texts.appMenu;
  return {
    label: texts.main.appName,
    submenu: [
      ...([{ role: 'about', label: words.about }, line] as const),
      ...[settings, line],
      ...([{ role: 'services', label: words.services }, line] as const),
      ...([
        { role: 'hide', label: words.hide },
        { role: 'hideOthers', label: words.hideOthers },
      ] as const),
      ...([{ role: 'unhide', label: words.showAll }, line] as const),
      { role: 'quit', label: words.quit },
    ],
  };
}
