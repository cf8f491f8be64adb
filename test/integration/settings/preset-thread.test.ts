/** Preset files of strangers, read by the thread that the app reads them with: refused in words, or opened, while this one goes on. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPresetReader } from '../../../electron/settings/preset-thread.ts';
import { hostilePresets } from '../../support/saved/hostile-presets.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const never = new AbortController().signal;

let folder: string;
let workerPath: string;

async function bundle(entry: string): Promise<Awaited<ReturnType<typeof build>>> {
  return await build({
    entryPoints: [join(repository, entry)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.18',
    external: ['electron'],
    outfile: join(folder, entry.replace(/.*\//, '').replace('.ts', '.cjs')),
    metafile: true,
    logLevel: 'error',
  });
}

function script(name: string, code: string): string {
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-thread-'));
  await bundle('electron/settings/preset-worker.ts');
  workerPath = join(folder, 'preset-worker.cjs');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([...hostilePresets])(
  'M7: %s is read elsewhere, and refused in words or shown',
  async (name, text) => {
    const path = join(folder, 'hostile');
    writeFileSync(path, text);
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 0);
    const outcome = await createPresetReader({ workerPath })({ type: 'open', path }, never).then(
      ({ presets, brings }) => ({ count: presets.length, brings: brings.flat() }),
      (error: unknown) => error,
    );
    clearInterval(turning);
    expect(turns).toBeGreaterThan(0);
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'input/bad-file' });
    else expect(outcome).toMatchObject({ count: expect.any(Number) });
    if (name === 'a hidden backup')
      expect(outcome).toEqual({
        count: 1,
        brings: ['Also streams to collector.example, with the same key and no encryption.'],
      });
  },
);

it('M7: main holds nothing that parses a preset file', async () => {
  const { metafile } = await bundle('electron/main/main.ts');
  const inputs = Object.keys(metafile?.inputs ?? {}).map((path) => path.replaceAll('\\', '/'));
  expect(inputs.some((path) => path.endsWith('electron/settings/preset-thread.ts'))).toBe(true);
  expect(inputs.filter((path) => /preset-import|destinations\/import\//.test(path))).toEqual([]);
});

describe('a reader that goes wrong', () => {
  it('and never ends is ended', async () => {
    const read = createPresetReader({ workerPath: script('endless.cjs', 'for (;;);'), deadlineMs: 50 });
    await expect(read({ type: 'open', path: '' }, never)).rejects.toMatchObject({
      code: 'input/bad-file',
      details: { message: expect.stringContaining('took too long') },
    });
  });

  it('and takes all memory is ended', async () => {
    const code = 'const all = []; for (;;) all.push(Array.from({ length: 1e5 }, (_, index) => ({ index })));';
    const read = createPresetReader({ workerPath: script('greedy.cjs', code) });
    await expect(read({ type: 'open', path: '' }, never)).rejects.toMatchObject({
      code: 'input/bad-file',
      details: { message: expect.stringContaining('memory') },
    });
  });

  it('is ended by a cancel, before it began too', async () => {
    const read = createPresetReader({ workerPath: script('endless.cjs', 'for (;;);') });
    const cancel = new AbortController();
    const reading = read({ type: 'open', path: '' }, cancel.signal);
    cancel.abort();
    await expect(reading).rejects.toMatchObject({ code: 'internal/aborted' });
    await expect(read({ type: 'open', path: '' }, cancel.signal)).rejects.toMatchObject({
      code: 'internal/aborted',
    });
  });
});

it.runIf(process.platform !== 'win32')('a pipe in place of a file is refused at once', async () => {
  const path = join(folder, 'pipe');
  await promisify(execFile)('mkfifo', [path]);
  await expect(createPresetReader({ workerPath })({ type: 'open', path }, never)).rejects.toMatchObject({
    code: 'input/bad-file',
    details: { message: 'This isn’t a file Upcast can read. Choose a file, not a folder.' },
  });
});
