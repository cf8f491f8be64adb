/** The menu of each system has what its people look for, and takes no key from the window. */
import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuTemplate } from '../../../../electron/main/desktop/menu-template.ts';
import { windowShortcutsOn } from '../../../../renderer/ui/keyboard/shortcut-keys.ts';
import type { MenuCommand } from '../../../../shared/ipc/menu-command.ts';

function build(platform: NodeJS.Platform, mayOpenDevTools = false) {
  const sent: MenuCommand[] = [];
  const template = menuTemplate({
    ...{ platform, mayOpenDevTools, helpItems: [{ id: 'show-logs', label: 'Show logs' }] },
    send: (command) => sent.push(command),
  });
  const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  const press = (find: (item: MenuItemConstructorOptions) => boolean): void => {
    const { click } = items.find(find) ?? {};
    (click as (() => void) | undefined)?.();
  };
  return { template, items, sent, press };
}

test('macOS gets its app, file, window and help menus', () => {
  const { template, items } = build('darwin');
  expect(template.map(({ role, label }) => role ?? label)).toEqual([
    'Upcast',
    'File',
    'editMenu',
    'View',
    'windowMenu',
    'help',
  ]);
  expect(items.map(({ role }) => role)).toEqual(expect.arrayContaining(['close', 'hide', 'quit', 'about']));
});

test.each(['win32', 'linux', 'darwin'] as const)(
  'on %s the menu opens the settings and past streams',
  (platform) => {
    const { sent, press } = build(platform);
    press(({ accelerator }) => accelerator === 'CmdOrCtrl+,');
    press(({ label }) => label === 'Past streams');
    expect(sent).toEqual(['openSettings', 'openPastStreams']);
  },
);

test.each(['win32', 'linux', 'darwin'] as const)(
  'on %s no key of the menu is another shortcut of the window',
  (platform) => {
    const { items } = build(platform);
    const keys = items.flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [String(accelerator).replace('CmdOrCtrl', 'Ctrl')],
    );
    const { settings, ...others } = windowShortcutsOn(platform === 'darwin');
    expect(keys).toContain(settings);
    expect(Object.values(others).filter((shortcut) => keys.includes(shortcut))).toEqual([]);
  },
);

test('developer tools are in the menu only where they may be opened', () => {
  const has = (may: boolean): boolean =>
    build('linux', may).items.some(({ role }) => role === 'toggleDevTools');
  expect([has(false), has(true)]).toEqual([false, true]);
});

test.each(['win32', 'linux', 'darwin'] as const)(
  'on %s the help menu has what helps in trouble',
  (platform) => {
    const help = build(platform).template.find(({ role }) => role === 'help');
    expect(help?.submenu).toContainEqual({ id: 'show-logs', label: 'Show logs' });
  },
);
