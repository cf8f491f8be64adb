// The Debian packages Upcast needs: installs them as root, and says which command does it for everyone else.
import { existsSync, readFileSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { SetupError, report } from './report.mjs';
import { findCommand, isRoot, run } from './run.mjs';

/** Electron's own libraries, some of which it loads only when it uses them. */
export const electronPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libnotify4',
  'libsecret-1-0',
];

/** What the tests start beside the app: package, and a file or command that shows it is there. */
const testPackages = [
  ['nginx-light', 'nginx'],
  ['libnginx-mod-rtmp', '/usr/lib/nginx/modules/ngx_rtmp_module.so'],
  ['libnginx-mod-stream', '/usr/lib/nginx/modules/ngx_stream_module.so'],
  ['rtmpdump', 'rtmpdump'],
  ['python3', 'python3'],
  ['gnome-keyring', 'gnome-keyring-daemon'],
  ['dbus', 'dbus-run-session'],
  ['openssl', 'openssl'],
  ['openbox', 'openbox'],
  ['sway', 'sway'],
  ['grim', 'grim'],
  ['pulseaudio', 'pulseaudio'],
  ['pulseaudio-utils', 'pactl'],
  ['x11-xserver-utils', 'xrandr'],
  ['iproute2', 'ip'],
  ['nftables', 'nft'],
  ['strace', 'strace'],
  ['ffmpeg', 'ffprobe'],
  ['chromium', 'chromium'],
];

/** Whether this is Debian or Ubuntu. */
function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Whether Upcast may install Debian packages itself. */
export function canUseApt() {
  return isRoot() && isDebian() && findCommand('apt-get') !== undefined;
}

/**
 * Ends in one command to run where Upcast may not install anything itself.
 * @param {string[]} packages
 * @param {string} what the packages are for
 */
export async function installOrExplain(packages, what) {
  if (canUseApt()) {
    await aptInstall(packages);
    return;
  }
  const names = packages.join(' ');
  throw new SetupError(
    isDebian()
      ? `Missing ${what}: run \`sudo apt-get install -y ${names}\` and start again.`
      : `Missing ${what}: install what your system calls ${names} and start again.`,
  );
}

/** Installs what the test suites need and this machine lacks. */
export async function ensureTestPackages() {
  if (process.platform !== 'linux') return;
  const missing = testPackages.filter(([, sign = '']) =>
    sign.startsWith('/') ? !existsSync(sign) : findCommand(sign) === undefined,
  );
  if (missing.length > 0)
    await installOrExplain(
      missing.map(([name = '']) => name),
      'programs the tests use',
    );
}

/** @param {string[]} packages in Debian 12's names */
export async function aptInstall(packages) {
  await withLock('apt', async () => {
    // RUNLEVEL=1 keeps a package such as nginx from starting its service.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    const patience = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3'];
    report(`Installing Debian packages: ${packages.join(' ')}…`);
    const update = await run('apt-get', [...patience, '-qq', 'update'], { env });
    const names = await currentNames(packages);
    const args = [...patience, '-y', '-q', '--no-install-recommends', 'install', ...names];
    const install = await run('apt-get', args, { env });
    if (install.code === 0) return;
    const cause = (update.output + install.output).split('\n').findLast((line) => line.startsWith('E:'));
    throw new SetupError(
      `apt-get could not install the packages (${cause?.slice(3) ?? 'no reason given'}): run \`apt-get update && apt-get install -y ${names.join(' ')}\` and start again.`,
    );
  });
}

/**
 * Newer releases append t64 to some names.
 * @param {string[]} packages
 */
async function currentNames(packages) {
  const { output } = await run('apt-cache', ['pkgnames']);
  const known = new Set(output.split('\n'));
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}
