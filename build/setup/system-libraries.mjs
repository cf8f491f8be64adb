// Looks whether Electron finds the system's libraries, which it does not bring along on Linux.
import { installOrExplain, electronPackages } from './debian.mjs';
import { SetupError } from './report.mjs';
import { run } from './run.mjs';

/** @param {string} electron the executable */
export async function ensureSystemLibraries(electron) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(electron);
  if (missing.length === 0) return;
  await installOrExplain(electronPackages, `libraries that Electron needs (${missing.join(', ')})`);
  const stillMissing = await findMissing(electron);
  if (stillMissing.length === 0) return;
  throw new SetupError(
    `Electron still misses ${stillMissing.join(', ')}: install what provides them and start again.`,
  );
}

/** @param {string} electron */
async function findMissing(electron) {
  const { output } = await run('ldd', [electron]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}
