/** A Wayland desktop without a screen, for tests: sway, which draws in memory, and what it says of its windows. */
import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProcess, waitUntil } from '../processes/processes.ts';

const run = promisify(execFile);
/** Sway refuses to run as root. */
const NOBODY = 65_534;
const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

/** Of a window, by the compositor: where it lies, in pixels of the screen. */
export interface ShownWindow {
  readonly title: string;
  readonly appId: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WaylandDesktop {
  /** For what is to run on it; it has no X server. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly size: { readonly width: number; readonly height: number };
  windows(): Promise<readonly ShownWindow[]>;
  /** What the screen shows, as a PNG. */
  takePicture(): Promise<Buffer>;
  stop(): Promise<void>;
}

interface Node {
  readonly name?: string | null;
  readonly app_id?: string | null;
  readonly rect: Pick<ShownWindow, 'x' | 'y' | 'width' | 'height'>;
  readonly nodes: readonly Node[];
  readonly floating_nodes: readonly Node[];
}

/** @param colour of the empty screen, `#rrggbb`. */
export async function startWaylandDesktop(colour: string): Promise<WaylandDesktop> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-wayland-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  const size = { width: 1440, height: 900 };
  const screen = `output HEADLESS-1 resolution ${size.width}x${size.height} bg ${colour} solid_color`;
  const config = join(folder, 'config');
  writeFileSync(config, `${screen}\nxwayland disable\ndefault_border none\n`);
  const drawing = { WLR_BACKENDS: 'headless', WLR_RENDERER: 'pixman', WLR_LIBINPUT_NO_DEVICES: '1' };
  const { DISPLAY: _x11, ...inherited } = process.env;
  const command = ['sway', '--config', config];
  const [program = '', ...args] = isRoot ? ['setpriv', ...AS_NOBODY, ...command] : command;
  const sway = startProcess(program, args, {
    env: { ...inherited, ...drawing, HOME: folder, XDG_RUNTIME_DIR: folder },
  });
  const find = (name: RegExp): string | undefined => readdirSync(folder).find((entry) => name.test(entry));
  await waitUntil('a Wayland desktop', () => {
    if (sway.child.exitCode !== null) throw new Error(`sway ended: ${sway.output()}`);
    return find(/^wayland-\d+$/) !== undefined && find(/^sway-ipc/) !== undefined;
  });
  const env = {
    DISPLAY: undefined,
    WAYLAND_DISPLAY: join(folder, find(/^wayland-\d+$/) ?? ''),
    SWAYSOCK: join(folder, find(/^sway-ipc/) ?? ''),
    XDG_SESSION_TYPE: 'wayland',
    XDG_RUNTIME_DIR: folder,
  };
  const ask = { env: { ...inherited, ...env }, maxBuffer: 64 << 20 };
  return {
    env,
    size,
    async windows() {
      const { stdout } = await run('swaymsg', ['-t', 'get_tree', '--raw'], ask);
      return windowsIn(JSON.parse(stdout) as Node);
    },
    async takePicture() {
      const { stdout } = await run('grim', ['-'], { ...ask, encoding: 'buffer' });
      return stdout;
    },
    async stop() {
      await sway.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function windowsIn({ name, app_id: appId, rect, nodes, floating_nodes: floating }: Node): ShownWindow[] {
  const inner = [...nodes, ...floating].flatMap(windowsIn);
  if (typeof appId !== 'string') return inner;
  const { x, y, width, height } = rect;
  return [{ title: name ?? '', appId, ...{ x, y, width, height } }, ...inner];
}
