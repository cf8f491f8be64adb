// `npm run library`: makes the RTMP library's npm package, `release/upcast-rtmp-VERSION.tgz`, and publishes nothing.
// `-- --to FOLDER` puts it elsewhere.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './setup/dependencies.mjs';
import { distFolder, repositoryFolder } from './setup/paths.mjs';
import { SetupError, report, runCommand } from './setup/report.mjs';
import { runNpm } from './setup/run.mjs';

await runCommand(async () => {
  const { values } = parseArgs({
    options: { to: { type: 'string', default: join(repositoryFolder, 'release') } },
  });
  await ensureDependencies();
  const { makeLibraryPackage } = await import('./library/make-package.mjs');
  const folder = join(distFolder, 'library');
  report('Building the library…');
  await makeLibraryPackage(folder);
  const to = resolve(values.to);
  mkdirSync(to, { recursive: true });
  const { code, output } = await runNpm(
    ['pack', '--json', '--offline', '--no-update-notifier', '--pack-destination', to],
    { cwd: folder },
  );
  if (code !== 0) throw new SetupError(`npm could not pack the library:\n${output.trim()}`);
  const [packed] = JSON.parse(output);
  process.stdout.write(`${join(to, packed.filename)}\n`);
  return 0;
});
