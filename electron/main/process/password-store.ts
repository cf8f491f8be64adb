/**
 * Where Chromium keeps its key on Linux. It knows some desktops by name and takes every other one for a computer without a keyring, also
 * where one runs: beside sway, Hyprland, i3 and others. Then it is told. Must be set before `ready`.
 */
import { execFileSync } from 'node:child_process';

/** Of `XDG_CURRENT_DESKTOP`, as Chromium reads it. */
const known: ReadonlySet<string> = new Set([
  ...['GNOME', 'GNOME-Flashback', 'Unity', 'X-Cinnamon', 'Cinnamon', 'Pantheon', 'XFCE', 'Deepin'],
  ...['DDE', 'UKUI', 'COSMIC', 'KDE'],
]);
const SERVICE = 'org.freedesktop.secrets';
const TIMEOUT_MS = 1000;

export interface PasswordStoreParts {
  readonly platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`. */
  readonly desktop: string | undefined;
  /** Whether a program on the session's bus keeps secrets. */
  readonly hasSecretService: () => boolean;
}

/** Undefined where Chromium's own choice is right. */
export function choosePasswordStore({
  platform,
  desktop = '',
  hasSecretService,
}: PasswordStoreParts): 'gnome-libsecret' | undefined {
  if (platform !== 'linux' || desktop.split(':').some((name) => known.has(name))) return undefined;
  return hasSecretService() ? 'gnome-libsecret' : undefined;
}

/** @param environment with `DBUS_SESSION_BUS_ADDRESS`; without it nobody is asked. */
export function findSecretService(environment: Readonly<Record<string, string>>): boolean {
  if (environment['DBUS_SESSION_BUS_ADDRESS'] === undefined) return false;
  const bus = ['--session', '--dest=org.freedesktop.DBus', '--print-reply=literal', '/org/freedesktop/DBus'];
  try {
    const answer = execFileSync(
      'dbus-send',
      [...bus, 'org.freedesktop.DBus.NameHasOwner', `string:${SERVICE}`],
      {
        env: { ...environment },
        timeout: TIMEOUT_MS,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return /\btrue\b/.test(answer);
  } catch {
    // No bus, or no such program: as without a keyring.
    return false;
  }
}
