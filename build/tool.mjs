// `npm run publish | measure | bench | fuzz | matrix | prove -- …`: builds that tool if it changed and runs it.
import { spawn } from 'node:child_process';
import { environmentOf, setUp } from './setup/setup.mjs';
import { startDisplay } from './setup/display.mjs';
import { SetupError, runCommand } from './setup/report.mjs';

/** These start the app, or the servers that the tests use. */
const needsApp = new Set(['bench', 'matrix', 'prove']);

await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined)
    throw new SetupError('Say which tool to run, for example `npm run bench -- startup`.');
  const withApp = needsApp.has(name);
  const runtime = await setUp({ withoutApp: !withApp, forTests: withApp });
  const { bundleApp, bundleTool } = await import('./bundle.mjs');
  if (withApp) await bundleApp();
  const script = await bundleTool(name);
  const display = withApp ? await startDisplay() : { env: {}, stop: () => {} };
  const env = { ...process.env, ...environmentOf(runtime), ...display.env };
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { stdio: 'inherit', env });
  const ignore = () => {};
  process.on('SIGINT', ignore).on('SIGTERM', () => child.kill('SIGTERM'));
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
  } finally {
    display.stop();
  }
});
