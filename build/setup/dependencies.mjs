// Installs the npm packages when they are missing or not those of package-lock.json. No package's own script runs.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { modulesFolder, repositoryFolder, repositoryId } from './paths.mjs';
import { SetupError, report } from './report.mjs';
import { runNpm } from './run.mjs';

/** Written last, so an interrupted installation has none and is done again. */
const stampFile = join(modulesFolder, '.upcast-installed');

export async function ensureDependencies() {
  if (isInstalled()) return;
  await withLock(`packages-${repositoryId}`, async () => {
    if (isInstalled()) return;
    report('Installing npm packages…');
    const result = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: repositoryFolder,
      inherit: true,
    });
    if (result.code !== 0) {
      throw new SetupError(
        'npm could not install the packages: check the network and run the command again.',
      );
    }
    writeFileSync(stampFile, expectedStamp());
  });
}

function isInstalled() {
  try {
    return readFileSync(stampFile, 'utf8') === expectedStamp();
  } catch {
    return false;
  }
}

/** Packages with binaries differ by platform and processor. */
function expectedStamp() {
  const lock = readFileSync(join(repositoryFolder, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}
