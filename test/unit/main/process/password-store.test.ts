/** Keys are kept in a keyring wherever one runs, also beside a desktop that Chromium doesn't know. */
import { expect, test } from 'vitest';
import { choosePasswordStore, findSecretService } from '../../../../electron/main/process/password-store.ts';

function choose(platform: NodeJS.Platform, desktop: string | undefined, isThere: boolean) {
  let isAsked = false;
  const hasSecretService = (): boolean => {
    isAsked = true;
    return isThere;
  };
  return { store: choosePasswordStore({ platform, desktop, hasSecretService }), isAsked };
}

test.each(['sway', 'Hyprland', 'i3', 'niri', 'labwc:wlroots', 'LXQt', undefined])(
  'beside the desktop %s a keyring that runs is used, and else there is none',
  (desktop) => {
    expect(choose('linux', desktop, true).store).toBe('gnome-libsecret');
    expect(choose('linux', desktop, false).store).toBeUndefined();
  },
);

test.each([
  ['linux', 'ubuntu:GNOME'],
  ['linux', 'KDE'],
  ['linux', 'XFCE'],
  ['win32', undefined],
  ['darwin', undefined],
] as const)('Chromium’s own choice stands on %s with %s, and nobody is asked', (platform, desktop) => {
  expect(choose(platform, desktop, true)).toEqual({ store: undefined, isAsked: false });
});

test('without a session’s bus there is no keyring', () => {
  expect(findSecretService({ PATH: process.env['PATH'] ?? '' })).toBe(false);
  expect(findSecretService({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', PATH: '/nowhere' })).toBe(false);
});
