/** The engine speaks codes and checks nothing with schemas: texts and zod would only cost its start time and memory. */
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { repositoryFolder } from '../../support/repository.ts';

it('the engine’s bundle has neither texts nor zod', async () => {
  const { metafile } = await build({
    entryPoints: ['electron/engine/engine.ts'],
    absWorkingDir: repositoryFolder,
    bundle: true,
    platform: 'node',
    external: ['electron'],
    write: false,
    metafile: true,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  expect(inputs.length).toBeGreaterThan(100);
  expect(inputs.filter((input) => /^(?:node_modules|shared\/text)\//.test(input))).toEqual([]);
});
