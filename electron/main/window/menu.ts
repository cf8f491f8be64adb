/** The smallest menu: what macOS cannot do without, editing keys everywhere, and help. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { texts } from '../../../shared/text/text.ts';

export function installMenu(
  platform: NodeJS.Platform,
  mayOpenDevTools: boolean,
  helpItems: readonly MenuItemConstructorOptions[],
): void {
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin'
      ? [{ role: 'appMenu' } as const]
      : [{ label: texts.main.fileMenu, submenu: [{ role: 'quit' } as const] }]),
    { role: 'editMenu' },
    {
      label: texts.main.viewMenu,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(mayOpenDevTools ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'help', label: texts.diagnostics.helpMenu, submenu: [...helpItems] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
