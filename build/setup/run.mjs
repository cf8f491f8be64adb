// Child processes of start-up: run one to its end, find a command, pass its signals on.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} RunResult
 * @property {number | null} code null when a signal ended it or it could not be started
 * @property {string} output standard output and error, in the order they came; empty with `inherit`
 */

/**
 * Runs a command to its end. Never throws: a command that cannot be started gives code null and the reason as output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, inherit?: boolean, timeoutMs?: number }} [options]
 *   `inherit` shows the output on standard error instead of collecting it
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.inherit ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      windowsHide: true,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * Runs npm with the Node that runs us, wherever npm is.
 * @param {string[]} args
 * @param {{ cwd?: string, inherit?: boolean }} [options]
 */
export function runNpm(args, options = {}) {
  const npmScript = process.env['npm_execpath'];
  if (npmScript?.endsWith('.js')) return run(process.execPath, [npmScript, ...args], options);
  if (process.platform !== 'win32') return run('npm', args, options);
  return run(process.env['ComSpec'] ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
}

/**
 * @param {string} name
 * @returns {string | undefined} the command's full path
 */
export function findCommand(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  // Debian keeps nginx and ip where an ordinary user's PATH does not look.
  if (process.platform !== 'win32') folders.push('/usr/sbin', '/sbin');
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  for (const folder of folders) {
    for (const candidate of names) {
      const path = join(folder, candidate);
      if (folder !== '' && isExecutable(path)) return path;
    }
  }
  return undefined;
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether start-up may install Debian packages itself. */
export function isRoot() {
  return process.getuid?.() === 0;
}
