/** A screen of its own whose picture moves, for runs that capture one: Xvfb, and ffmpeg's test picture played on it. */
import { ffplayEnvironment, ffplayPath } from '../media/ffplay.ts';
import { startProcess, waitUntil } from '../processes/processes.ts';

export interface MovingScreen {
  /** For the environment's `DISPLAY`. */
  readonly display: string;
  stop(): Promise<void>;
}

/** The test picture fills it, so many times a second, but for pixels at its right that windows may have. */
export async function startMovingScreen(
  width: number,
  height: number,
  fps = 30,
  besideIt = 0,
): Promise<MovingScreen> {
  const screen = ['-screen', '0', `${width + besideIt}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = startProcess('Xvfb', ['-displayfd', '1', ...screen]);
  try {
    await waitUntil('a display', () => /^\d+\n/m.test(server.output()));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const display = `:${/^(\d+)\n/m.exec(server.output())?.[1] ?? ''}`;
  const picture = `testsrc2=size=${width}x${height}:rate=${fps}`;
  const place = ['-noborder', '-left', '0', '-top', '0', '-x', String(width), '-y', String(height)];
  const player = startProcess(ffplayPath(), ['-v', 'error', '-f', 'lavfi', '-i', picture, ...place], {
    env: { ...process.env, ...ffplayEnvironment, DISPLAY: display },
  });
  return {
    display,
    async stop() {
      await player.stop('SIGKILL');
      await server.stop();
    },
  };
}
