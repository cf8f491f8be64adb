// A virtual display for Linux machines that have none. It ends with its owner, however that one ends.
import { spawn } from 'node:child_process';
import { installOrExplain } from './debian.mjs';
import { SetupError, report } from './report.mjs';
import { findCommand } from './run.mjs';

/**
 * Starts Xvfb and waits for its owner to close standard input, which the system does for an owner that was killed.
 * Descriptor 3 carries the number of the display that Xvfb chose.
 */
const SCRIPT = `
"$0" -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset </dev/null >/dev/null 2>&1 &
server=$!
exec 3>&-
read -r _
kill "$server" 2>/dev/null
wait "$server"
`;

/** Whether programs with windows have nowhere to show them. */
export function isDisplayMissing() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
}

/** Installs Xvfb where a display is missing and Xvfb too. */
export async function ensureDisplayServer() {
  if (!isDisplayMissing() || findCommand('Xvfb') !== undefined) return;
  await installOrExplain(['xvfb', 'xauth'], 'a display, or Xvfb to make one');
}

/**
 * Starts a virtual display if none is there.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>} `env` is to be added to what is started on it
 */
export async function startDisplay() {
  if (!isDisplayMissing()) return { env: {}, stop: () => {} };
  const command = findCommand('Xvfb');
  if (command === undefined)
    throw new SetupError('There is no display and no Xvfb: run `npm start` once, which installs it.');
  // A group of its own: Ctrl-C is for the app, and the display outlives it.
  const child = spawn('/bin/sh', ['-c', SCRIPT, command], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const number = await readDisplayNumber(child);
  report(`No display here: using a virtual one (:${number}).`);
  child.unref();
  return { env: { DISPLAY: `:${number}` }, stop: () => child.stdin?.destroy() };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function readDisplayNumber(child) {
  return new Promise((resolve, reject) => {
    const failure = new SetupError(
      'Xvfb could not start a virtual display: start one yourself and set DISPLAY.',
    );
    let text = '';
    const pipe = child.stdio[3];
    pipe?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    pipe?.on('close', () => reject(failure));
    child.on('error', () => reject(failure));
  });
}
