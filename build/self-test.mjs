// `npm run self-test`: starts the packaged app's own test of this computer, and ends with its exit code. A path before the
// app's own options is that of another packaged app.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder } from './setup/paths.mjs';
import { SetupError, runCommand } from './setup/report.mjs';
import { isDisplayMissing, startDisplay } from './setup/display.mjs';
import { isRoot } from './setup/run.mjs';

await runCommand(async () => {
  const given = process.argv.slice(2);
  const hasPath = given[0]?.startsWith('-') === false;
  const executable = hasPath ? (given[0] ?? '') : findExecutable();
  const args = hasPath ? given.slice(1) : given;
  const display = isDisplayMissing() ? await startDisplay() : { env: {}, stop: () => {} };
  // The Chromium sandbox refuses to run as root.
  const root = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...root, '--self-test', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...display.env },
  });
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
  } finally {
    display.stop();
  }
});

/** @returns {string} what `npm run package` made */
function findExecutable() {
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  const places = {
    darwin: [`mac${suffix}`, 'Upcast.app', 'Contents', 'MacOS', 'Upcast'],
    win32: [`win${suffix}-unpacked`, 'Upcast.exe'],
  };
  const place =
    process.platform === 'darwin' || process.platform === 'win32'
      ? places[process.platform]
      : [`linux${suffix}-unpacked`, 'upcast'];
  const path = join(repositoryFolder, 'release', ...place);
  if (!existsSync(path)) throw new SetupError('Nothing is packaged here: run `npm run package` first.');
  return path;
}
