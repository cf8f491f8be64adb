/** The page's workers start without zod: they trust what the page has checked, and zod alone takes 25 ms to start. */
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { repositoryFolder } from '../../../../support/repository.ts';

it.each([
  'renderer/media/worker/capture-worker.ts',
  'renderer/media/self-test/self-test-worker.ts',
  'renderer/media/capture/sound/monitor-worklet.ts',
])('%s holds no zod', async (entry) => {
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: repositoryFolder,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    // What Vite alone can read.
    external: ['*?kernel', '*?url'],
    outdir: 'dist',
    write: false,
    metafile: true,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  expect(inputs).toContain(entry);
  expect(inputs.filter((input) => input.includes('node_modules/zod/'))).toEqual([]);
});
