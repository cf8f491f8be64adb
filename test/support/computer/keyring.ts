/** A real gnome-keyring on a session bus of its own, with its files in a folder of its own. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, waitUntil } from '../processes/processes.ts';

export interface Keyring {
  /** What a program needs to find this keyring, to be added to its environment. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface SavedKeyring {
  /** Its files; they are copied. */
  readonly folder: string;
  readonly password: string;
}

/** Unlocks the keyring, says where the bus is, and stays until its input ends. */
const SCRIPT = [
  'printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
  'echo "bus=$DBUS_SESSION_BUS_ADDRESS"',
  'cat >/dev/null',
  // The daemon went into the background: it leaves with the bus.
].join('\n');

/** A new keyring, or a saved one. @throws Error with what was printed when the bus or the keyring does not start. */
export async function startKeyring(saved?: SavedKeyring): Promise<Keyring> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-keyring-'));
  const home = {
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_RUNTIME_DIR: join(folder, 'runtime'),
  };
  for (const path of Object.values(home)) mkdirSync(path, { mode: 0o700 });
  if (saved !== undefined) cpSync(saved.folder, join(home.XDG_DATA_HOME, 'keyrings'), { recursive: true });
  const session = startProcess('dbus-run-session', ['--', 'sh', '-c', SCRIPT], {
    env: { ...process.env, ...home, KEYRING_PASSWORD: saved?.password ?? 'unlocked-for-a-test' },
    stdin: 'pipe',
  });
  const address = (): string | undefined => /^bus=(\S+)$/m.exec(session.output())?.[1];
  const stop = async (): Promise<void> => {
    session.child.stdin?.end();
    await session.exited;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await waitUntil('the keyring', () => {
      if (session.child.exitCode !== null) throw new Error(`no keyring: ${session.output()}`);
      return address() !== undefined;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { env: { ...home, DBUS_SESSION_BUS_ADDRESS: address() ?? '' }, stop };
}
