// `npm run package`: what this machine can make offline, the unpacked app. `--all`: this platform's installers, for which
// electron-builder downloads its helpers.
import { packageApp } from './package-app.mjs';
import { runCommand } from './setup/report.mjs';
import { setUp } from './setup/setup.mjs';

await runCommand(async () => {
  const runtime = await setUp();
  const made = await packageApp(runtime, { withInstallers: process.argv.includes('--all') });
  process.stdout.write(`${made.join('\n')}\n`);
  return 0;
});
