/** The RTMP library and the command-line publisher stand alone: whoever takes them needs Node and nothing else. */
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { repositoryFolder } from '../../support/repository.ts';

it.each(['electron/rtmp/index.ts', 'electron/rtmp/tools/publish-file.ts'])(
  '%s needs no package',
  async (entry) => {
    const { metafile } = await build({
      entryPoints: [entry],
      absWorkingDir: repositoryFolder,
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
      metafile: true,
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.length).toBeGreaterThan(20);
    expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
  },
);
