/** `--self-test` in the built app and in the packaged one: every row is there, and the exit code says whether one failed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SelfTestResult } from '../../../shared/self-test/self-test.ts';
import { repositoryFolder } from '../../support/repository.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { fakeDevices, readRuntime } from '../../support/window/electron-app.ts';

const ROWS = [
  ...[
    'Electron',
    'sandbox',
    'profile',
    'crash dumps',
    'keychain',
    'permissions',
    'displays',
    'screens',
    'page',
  ],
  ...[
    'page isolation',
    'compositor kernels',
    'frame file storage',
    'canvas track',
    'sound track',
    'camera',
    'screen',
  ],
  ...['pixel format I420', 'pixel format NV12', 'pixel format BGRA', 'ffmpeg version', 'ffmpeg license'],
  ...['ffmpeg hash', 'rehearsal', 'frame path', 'encoders', 'encoder libx264'],
];
const MINUTES_3 = 180_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-self-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

interface Run {
  readonly code: number | string;
  readonly output: string;
  readonly result: SelfTestResult;
}

async function run(executable: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const jsonFile = join(folder, 'result.json');
  const started = startProcess(executable, [...args, ...fakeDevices, '--self-test', '--json', jsonFile], {
    env: { ...process.env, UPCAST_USER_DATA: join(folder, 'profile'), ...env },
  });
  const code = await started.exited;
  const output = started.output();
  return { code, output, result: JSON.parse(readFileSync(jsonFile, 'utf8')) as SelfTestResult };
}

function expectPassed({ code, output, result }: Run): void {
  expect(
    result.rows.filter(({ status }) => status === 'failed'),
    output,
  ).toEqual([]);
  expect(code).toBe(0);
  expect(result.isPassed).toBe(true);
  for (const name of ROWS) {
    expect(result.rows.map((row) => row.name)).toContain(name);
    expect(output).toContain(name);
  }
  const statusOf = (name: string): string | undefined => result.rows.find((row) => row.name === name)?.status;
  for (const name of ['compositor kernels', 'camera', 'frame path', 'pixel format I420', 'pixel format NV12'])
    expect([name, statusOf(name)]).toEqual([name, 'passed']);
}

it(
  'tests the built app',
  async () => {
    const { electron, args, ffmpeg } = readRuntime();
    expectPassed(await run(electron, args, { UPCAST_FFMPEG: ffmpeg }));
  },
  MINUTES_3,
);

it(
  'T10: tests the packaged app, with its own ffmpeg',
  async () => {
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const executable = join(repositoryFolder, 'release/linux-unpacked/upcast');
    expectPassed(await run(executable, root, { UPCAST_FFMPEG: undefined }));
  },
  MINUTES_3,
);

it('a JSON file without a name is refused before anything starts', async () => {
  const { electron, args } = readRuntime();
  const refused = startProcess(electron, [...args, '--self-test', '--json'], {
    env: { ...process.env, UPCAST_USER_DATA: join(folder, 'profile') },
  });
  expect(await refused.exited).toBe(2);
});
