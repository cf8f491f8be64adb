// `npm run check`: format, lint (with the walls between folders), types and dead code, all at once, in seconds.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './setup/dependencies.mjs';
import { modulesFolder, repositoryFolder } from './setup/paths.mjs';
import { runCommand } from './setup/report.mjs';

/** Name, script within node_modules, arguments. */
const checks = /** @type {const} */ ([
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '--cache', '.']],
  ['lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '.']],
  ['types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']],
  ['dead code', 'knip/bin/knip.js', ['--no-progress']],
]);

await runCommand(async () => {
  await ensureDependencies();
  const results = await Promise.all(checks.map(([name, script, args]) => runCheck(name, script, [...args])));
  for (const { name, code, output, seconds } of results) {
    process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
    if (code !== 0) process.stdout.write(`${output.trim()}\n`);
  }
  return results.every(({ code }) => code === 0) ? 0 : 1;
});

/**
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<{ name: string, code: number, output: string, seconds: string }>}
 */
function runCheck(name, script, args) {
  const startedAtMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(modulesFolder, script), ...args], {
      cwd: repositoryFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const end = (/** @type {number} */ code) => {
      resolve({ name, code, output, seconds: ((performance.now() - startedAtMs) / 1000).toFixed(1) });
    };
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}
