// `npm start`: sets up, builds what changed, shows the window. `--dev` starts it again after every change of the code.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder } from './setup/paths.mjs';
import { environmentOf, setUp } from './setup/setup.mjs';
import { startDisplay } from './setup/display.mjs';
import { SetupError, report, runCommand } from './setup/report.mjs';

/** Editors save in several steps; this long without another change and they are done. */
const SETTLED_AFTER_MS = 150;

await runCommand(async () => {
  const args = process.argv.slice(2);
  const isDev = args.includes('--dev');
  const runtime = await setUp();
  const { bundleApp } = await import('./bundle.mjs');
  await bundleApp();
  const display = await startDisplay();
  const env = { ...process.env, ...environmentOf(runtime), ...display.env };
  if (isDev) env['UPCAST_DEV_TOOLS'] = '1';
  const appArgs = [...runtime.args, ...args.filter((arg) => arg !== '--dev')];
  report('Starting Upcast.');
  const start = () => spawn(runtime.electron, appArgs, { stdio: 'inherit', env });
  try {
    return isDev ? await runAgainOnChange(start, bundleApp) : await waitForEnd(start());
  } finally {
    display.stop();
  }
});

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function waitForEnd(child) {
  // Ctrl-C reaches the app too; it ends by itself and we follow.
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  const ignore = () => {};
  process.on('SIGINT', ignore).on('SIGTERM', pass).on('SIGHUP', pass);
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new SetupError(`Electron did not start (${error.message}): run the command again.`)),
    );
    child.on('close', (code) => {
      process.off('SIGINT', ignore).off('SIGTERM', pass).off('SIGHUP', pass);
      resolve(code ?? 1);
    });
  });
}

/**
 * @param {() => import('node:child_process').ChildProcess} start
 * @param {() => Promise<boolean>} build
 */
async function runAgainOnChange(start, build) {
  let child = start();
  let isRestarting = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const rebuild = async () => {
    try {
      if (!(await build())) return;
      isRestarting = true;
      child.kill();
    } catch (error) {
      report(error instanceof Error ? error.message : String(error));
    }
  };
  const watchers = ['shared', 'electron', 'renderer'].map((folder) =>
    watch(join(repositoryFolder, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void rebuild(), SETTLED_AFTER_MS);
    }),
  );
  let code = await waitForEnd(child);
  while (isRestarting) {
    isRestarting = false;
    child = start();
    code = await waitForEnd(child);
  }
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  return code;
}
