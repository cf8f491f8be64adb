/** The smallest menu: what macOS cannot do without, and editing keys everywhere. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

export function installMenu(platform: NodeJS.Platform, mayOpenDevTools: boolean): void {
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin'
      ? [{ role: 'appMenu' } as const]
      : [{ label: 'File', submenu: [{ role: 'quit' } as const] }]),
    { role: 'editMenu' },
    {
      label: 'View',
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
