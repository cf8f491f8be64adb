// `npm run live -- …`: the real app without a window. Standard output and the exit code are the app's own; its options
// are read by the app, before it starts anything.
import { spawn } from 'node:child_process';
import { environmentOf, setUp } from './setup/setup.mjs';
import { startDisplay } from './setup/display.mjs';
import { SetupError, runCommand } from './setup/report.mjs';

/** A terminal and npm may each deliver the same Ctrl-C; a second one within this time is the same. */
const SAME_SIGNAL_MS = 500;

await runCommand(async () => {
  const runtime = await setUp();
  const { bundleApp } = await import('./bundle.mjs');
  await bundleApp();
  const display = await startDisplay();
  // After `--` Chromium takes nothing for its own switches.
  const args = [...runtime.args, '--', '--upcast-live', ...process.argv.slice(2)];
  const env = { ...process.env, ...environmentOf(runtime), ...display.env };
  try {
    return await runToEnd(runtime.electron, args, env);
  } finally {
    display.stop();
  }
});

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function runToEnd(command, args, env) {
  // In a group of its own it gets each signal once, from here.
  const child = spawn(command, args, { stdio: 'inherit', env, detached: process.platform !== 'win32' });
  let lastSignalMs = -Infinity;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (performance.now() - lastSignalMs < SAME_SIGNAL_MS) return;
      lastSignalMs = performance.now();
      child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new SetupError(`Electron did not start (${error.message}): run the command again.`)),
    );
    child.on('close', (code) => resolve(code ?? 1));
  });
}
