// `npm run package`: what this machine can make offline, the unpacked app. `--all`: this platform's installers, for which
// electron-builder downloads its helpers. `--unsafe-test-build`: for tests, with whatever Electron is here.
import { packageApp } from './package/package-app.mjs';
import { runCommand } from './setup/report.mjs';
import { setUp } from './setup/setup.mjs';

await runCommand(async () => {
  const isUnsafeTestBuild = process.argv.includes('--unsafe-test-build');
  const runtime = await setUp({ mustTryOfficial: !isUnsafeTestBuild });
  const made = await packageApp(runtime, {
    withInstallers: process.argv.includes('--all'),
    isUnsafeTestBuild,
  });
  process.stdout.write(`${made.join('\n')}\n`);
  return 0;
});
