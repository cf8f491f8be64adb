/** The example of the publisher's README is run as it stands there, in plain Node, against the receiver. */
import { expect, it, onTestFinished } from 'vitest';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { startReceiver } from '../../../electron/engine/rehearsal/receiver.ts';
import { makeFlv } from '../../support/media/ffmpeg.ts';
import { compareMedia, readFlv } from '../../support/media/media-compare.ts';
import { startProcess } from '../../support/processes/processes.ts';

const library = join(import.meta.dirname, '../../../electron/rtmp');

it('publishes a file in ten lines, with nothing but Node', { timeout: 30_000 }, async () => {
  const example = /```ts\n([^`]+)```/.exec(readFileSync(join(library, 'README.md'), 'utf8'))?.[1] ?? '';
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(10);
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'example.mjs');
  const { metafile } = await build({
    stdin: { contents: example, resolveDir: library, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile: script,
    external: ['electron'],
    metafile: true,
    logLevel: 'error',
  });
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(outside.filter((path) => !path.startsWith('node:'))).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([]);

  const file = join(folder, 'show.flv');
  const recordingPath = join(folder, 'take.flv');
  await makeFlv(file, { seconds: 1 });
  const receiver = await startReceiver({ isTls: false, recordingPath });
  onTestFinished(() => receiver.close());
  const ended = new Promise<boolean>((resolve) => {
    receiver.onEvent((event) => {
      if (event.type === 'publishEnded') resolve(event.isClean);
    });
  });
  const running = startProcess(process.execPath, [script, file, receiver.url, receiver.key]);
  onTestFinished(() => running.stop());
  expect(await running.exited, running.output()).toBe(0);
  expect(running.output()).toMatch(/publish\n(?:.*\n)*closed\n$/);
  expect(await ended).toBe(true);
  expect(compareMedia(await readFlv(file), await readFlv(recordingPath)).differences).toEqual([]);
});
