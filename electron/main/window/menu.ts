/** The smallest menu: what macOS cannot do without, and editing keys everywhere. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { texts } from '../../../shared/text/text.ts';

export function installMenu(platform: NodeJS.Platform, mayOpenDevTools: boolean): void {
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
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
