/** Puts the menu of this system into place. */
import { Menu } from 'electron';
import { menuTemplate } from './menu-template.ts';
import type { MenuParts } from './menu-template.ts';

export function installMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
}
