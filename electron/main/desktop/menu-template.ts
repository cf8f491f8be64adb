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
  const settings: MenuItemConstructorOptions = {
    label: texts.main.menu.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => send('openSettings'),
  };
  const pastStreams = { label: texts.main.menu.pastStreams, click: () => send('openPastStreams') };
  const view: Items = [
    ...([{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, line] as const),
    { role: 'togglefullscreen' },
    ...(mayOpenDevTools ? [{ role: 'toggleDevTools' } as const] : []),
  ];
  const file: Items = isMac
    ? [pastStreams, line, { role: 'close' }]
    : [settings, pastStreams, line, { role: 'quit' }];
  const help: Items = isMac ? helpItems : [...helpItems, line, { role: 'about' }];
  return [
    ...(isMac ? [appMenu(settings)] : []),
    { label: texts.main.fileMenu, submenu: [...file] },
    { role: 'editMenu' },
    { label: texts.main.viewMenu, submenu: [...view] },
    // macOS puts its own items in: minimize, zoom, tiling, the list of windows.
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: texts.diagnostics.helpMenu, submenu: [...help] },
  ];
}

function appMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    label: texts.main.appName,
    submenu: [
      ...([{ role: 'about' }, line] as const),
      ...[settings, line],
      ...([{ role: 'services' }, line] as const),
      ...([{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, line] as const),
      { role: 'quit' },
    ],
  };
}
