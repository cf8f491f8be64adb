/** A desktop of its own for tests: Xvfb with a window manager, monitors, and windows of one colour each that belong to chosen programs. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ffmpegPath } from '../media/ffmpeg.ts';
import { ffplayEnvironment, ffplayPath } from '../media/ffplay.ts';
import { nameColour } from '../media/recorded-colours.ts';
import type { Colour } from '../media/recorded-colours.ts';
import { startProcess, waitUntil } from '../processes/processes.ts';
import type { RunningProcess } from '../processes/processes.ts';

const run = promisify(execFile);
const KEY_SCRIPT = join(import.meta.dirname, 'x11-key.py');
/** A program that starts beside others takes seconds to its first picture. */
const SHOWN_MS = 40_000;

export interface ColourWindow {
  readonly title: string;
  /** Its WM_CLASS. */
  readonly program: string;
  readonly colour: Exclude<Colour, 'black' | 'other'>;
  readonly place?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface Desktop {
  /** `DISPLAY` for what is to run on it. */
  readonly display: string;
  /** Resolves once the window is seen, in front of all others and in its colour. */
  open(window: ColourWindow): Promise<RunningProcess>;
  /** Resolves once the screen shows the colour at this place. */
  waitForColour(colour: Colour, x: number, y: number): Promise<void>;
  /** On the keyboard, by the name that X has for the key: `F8`. Whatever is in front gets it. */
  pressKey(name: string): Promise<void>;
  /** Another application takes the key from all others, until the desktop stops. */
  holdKey(name: string): Promise<void>;
  /** `NAME WIDTHxHEIGHT+X+Y`, in the order that the system lists them; `*` in front of the primary one's name. */
  setMonitors(monitors: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startDesktop(width = 1280, height = 720): Promise<Desktop> {
  const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = startProcess('Xvfb', ['-displayfd', '1', ...screen]);
  await waitUntil('a display', () => /^\d+\n/m.test(server.output()));
  const display = `:${/^(\d+)\n/m.exec(server.output())?.[1] ?? ''}`;
  const env = { ...process.env, DISPLAY: display };
  const manager = startProcess('openbox', ['--sm-disable'], { env });
  const started: RunningProcess[] = [manager];
  const windowTitles = async (): Promise<string> => {
    // A window that closes while the tree is walked ends the program: the next look tells.
    const { stdout } = await run('xwininfo', ['-root', '-tree'], { env }).catch(() => ({ stdout: '' }));
    return stdout;
  };
  await waitUntil('the window manager', async () => {
    const { stdout } = await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env });
    return /window id/.test(stdout);
  });
  const waitForColour = async (colour: Colour, x: number, y: number): Promise<void> => {
    const grab = ['-f', 'x11grab', '-video_size', '2x2', '-i', `${display}.0+${x},${y}`, '-frames:v', '1'];
    const raw = ['-vf', 'format=rgb24', '-f', 'rawvideo', '-'];
    const isSeen = async (): Promise<boolean> => {
      const args = ['-v', 'error', ...grab, ...raw];
      const { stdout } = await run(ffmpegPath(), args, { encoding: 'buffer' });
      return nameColour(stdout) === colour;
    };
    await waitUntil(`${colour} on the screen`, isSeen, SHOWN_MS);
  };
  return {
    display,
    waitForColour,
    async open({ title, program, colour, place = { x: 100, y: 100, width: 640, height: 360 } }) {
      const size = `${place.width}x${place.height}`;
      const source = `color=c=${colour}:size=${size}:rate=10`;
      const player = startProcess(
        ffplayPath(),
        [
          ...['-v', 'error', '-f', 'lavfi', '-i', source, '-window_title', title, '-noborder'],
          ...['-left', String(place.x), '-top', String(place.y)],
        ],
        { env: { ...env, ...ffplayEnvironment, SDL_VIDEO_X11_WMCLASS: program, SDL_AUDIODRIVER: 'dummy' } },
      );
      started.push(player);
      await waitUntil(
        `the window ${title}`,
        async () => (await windowTitles()).includes(`"${title}": ("${program}" "${program}")`),
        SHOWN_MS,
      );
      await waitForColour(colour, place.x + place.width / 2, place.y + place.height / 2);
      return player;
    },
    async pressKey(name) {
      await run('python3', [KEY_SCRIPT, 'press', name], { env });
    },
    async holdKey(name) {
      const holder = startProcess('python3', [KEY_SCRIPT, 'hold', name], { env });
      started.push(holder);
      await waitUntil(`${name} to be held`, () => holder.output().includes('held'));
    },
    async setMonitors(monitors) {
      for (const monitor of monitors) {
        const [name = '', geometry = ''] = monitor.split(' ');
        const [, w, h, x, y] = /^(\d+)x(\d+)\+(\d+)\+(\d+)$/.exec(geometry) ?? [];
        const output = name.startsWith('*') ? 'screen' : 'none';
        await run('xrandr', ['--setmonitor', name, `${w}/300x${h}/200+${x}+${y}`, output], { env });
      }
    },
    async stop() {
      for (const process of started.toReversed()) await process.stop('SIGKILL');
      await server.stop();
    },
  };
}
