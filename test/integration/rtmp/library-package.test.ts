/** The library's package as a stranger gets it: the tarball, installed in an empty folder without a network, used as its README says. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { makeFlv } from '../../support/media/ffmpeg.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { compareMedia, readFlv } from '../../support/media/media-compare.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { repositoryFolder } from '../../support/repository.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { startNginx } from '../../support/servers/nginx.ts';

const execute = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
const consumer = join(folder, 'consumer');
const installed = join(consumer, 'node_modules/@upcast/rtmp');
const authority = createTestAuthority();
let listed: readonly string[] = [];

beforeAll(async () => {
  const build = join(repositoryFolder, 'build/library.mjs');
  const { stdout } = await execute(process.execPath, [build, '--to', folder], { cwd: repositoryFolder });
  const tarball = stdout.trim();
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const options = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await execute('npm', ['install', ...options, join('..', basename(tarball))], { cwd: consumer });
  listed = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(installed.length + 1)
        .replaceAll('\\', '/'),
    );
}, 120_000);

afterAll(() => {
  authority.remove();
  rmSync(folder, { recursive: true, force: true });
});

function manifest(): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
}

/** The README's blocks of code in this language. */
function examples(language: 'js' | 'ts'): readonly string[] {
  const readme = readFileSync(join(installed, 'README.md'), 'utf8');
  return [...readme.matchAll(/^```(\w+)\n([^]+?)^```/gm)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  );
}

it('publishes a file over RTMPS with the ten lines of the README', async () => {
  const [example = ''] = examples('js');
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(10);
  writeFileSync(join(consumer, 'publish.mjs'), example);
  const file = join(folder, 'show.flv');
  await makeFlv(file, { seconds: 2 });
  const nginx = await startNginx({ tls: authority.issue(), allowedKeys: ['sesame'] });
  onTestFinished(() => nginx.stop());
  writeFileSync(join(folder, 'key.txt'), 'sesame\n');

  const args = ['publish.mjs', file, nginx.tlsUrl, join(folder, 'key.txt'), authority.caFile];
  const running = startProcess(process.execPath, args, { cwd: consumer });
  onTestFinished(() => running.stop());
  expect(await running.exited, running.output()).toBe(0);
  expect(running.output()).toMatch(/^dns\ntcp\ntls\nhandshake\nconnect\npublish\n(?:.*\n)*closed\n$/);
  expect(running.output()).not.toContain('sesame');

  const recording = await nginx.finishedRecording('sesame');
  const { video, audio, keyframesMs } = await probe(recording);
  expect(video).toMatchObject({ codec: 'h264' });
  expect(audio).toMatchObject({ codec: 'aac' });
  expect(keyframesMs.length).toBeGreaterThan(0);
  expect(compareMedia(await readFlv(file), await readFlv(recording)).differences).toEqual([]);
});

it('has its version, license and Node from the repository, and nothing but what is used', () => {
  const own = JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8'));
  const { version, license, engines } = own;
  expect(manifest()).toMatchObject({ version, license, engines, type: 'module', sideEffects: false });
  for (const key of ['dependencies', 'peerDependencies', 'scripts', 'bin', 'main'])
    expect(manifest()).not.toHaveProperty(key);
  const usual = /^(?:package\.json|README\.md|API\.md|LICENSE|dist\/[\w-]+\.(?:js|js\.map|d\.ts))$/;
  expect(listed.filter((path) => !usual.test(path))).toEqual([]);
  expect(readFileSync(join(installed, 'LICENSE'), 'utf8')).toBe(
    readFileSync(join(repositoryFolder, 'LICENSE'), 'utf8'),
  );
});

it('imports Node alone, and its front door without sockets not even that', async () => {
  const importsOf = (name: string): readonly string[] =>
    [
      ...readFileSync(join(installed, 'dist', name), 'utf8').matchAll(
        /^(?:import|export)[^;]*? from "([^"]+)";/gm,
      ),
    ].map(([, from = '']) => from);
  const scripts = listed.filter((path) => path.endsWith('.js')).map((path) => basename(path));
  const outside = scripts.flatMap(importsOf).filter((from) => !from.startsWith('./'));
  expect(outside).toContain('node:tls');
  expect(outside.filter((from) => !from.startsWith('node:'))).toEqual([]);
  const reached = new Set(['session.js']);
  for (const name of reached) for (const from of importsOf(name)) reached.add(from.replace(/^\.\//, ''));
  expect([...reached].filter((name) => name.startsWith('node:'))).toEqual([]);
  const text = scripts.map((name) => readFileSync(join(installed, 'dist', name), 'utf8')).join('\n');
  expect(text).not.toContain(repositoryFolder);
  expect(text).not.toMatch(/require\(|import\("electron"\)/);
});

it('is typed for consumers that resolve as Node does', { timeout: 60_000 }, async () => {
  const shared = examples('ts').map((code, index) => [`readme-${index}.ts`, code] as const);
  expect(shared.length).toBeGreaterThan(2);
  const consumerCode = `
    import { openPublisher, AppError, isErrorCode } from '@upcast/rtmp';
    import type { ErrorCode, Publisher, PublisherEvent, TlsSettings } from '@upcast/rtmp';
    import { AppError as SameError } from '@upcast/rtmp/session';
    const tls: TlsSettings = { minimumVersion: 'TLSv1.3' };
    const opening: Promise<Publisher> = openPublisher({ url: 'rtmp://localhost/live', streamKey: '', tls });
    const same: AppError = new SameError('rtmp/key-refused');
    const code: ErrorCode = same.code;
    export function read(event: PublisherEvent): number | undefined {
      return event.type === 'acknowledged' ? event.totalBytes : undefined;
    }
    // @ts-expect-error A key is needed.
    void openPublisher({ url: 'rtmp://localhost/live' });
    // @ts-expect-error The app's own codes aren't the library's.
    const wrong: ErrorCode = 'capture/no-camera';
    // @ts-expect-error Internals have no door.
    import { dial } from '@upcast/rtmp/dist/net/dial.js';
    console.log(opening, isErrorCode(code), wrong, dial);
  `;
  for (const [name, code] of [...shared, ['consumer.ts', consumerCode] as const])
    writeFileSync(join(consumer, name), code);
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  };
  const project = {
    compilerOptions: {
      ...{
        module: 'nodenext',
        moduleResolution: 'nodenext',
        target: 'es2022',
        lib: ['es2023'],
        noEmit: true,
      },
      ...{ ...strict, types: ['node'], typeRoots: [join(repositoryFolder, 'node_modules/@types')] },
    },
    include: ['*.ts'],
  };
  writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify(project));
  const compiler = join(repositoryFolder, 'node_modules/typescript/bin/tsc');
  const running = startProcess(process.execPath, [compiler, '-p', consumer]);
  onTestFinished(() => running.stop());
  expect(await running.exited, running.output()).toBe(0);
});

it('has every export in its reference, with a docstring', async () => {
  const reference = readFileSync(join(installed, 'API.md'), 'utf8');
  const entries = new Map(
    reference
      .split(/^#### /m)
      .slice(1)
      .map((entry) => [
        entry.split('\n', 1)[0] ?? '',
        entry.split('```')[0]?.split('\n').slice(1).join('').trim() ?? '',
      ]),
  );
  const code = `
    const names = ['', '/session', '/english'].map((path) => import('@upcast/rtmp' + path));
    console.log(JSON.stringify((await Promise.all(names)).flatMap((each) => Object.keys(each))));
  `;
  const { stdout } = await execute(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: consumer,
  });
  const values: readonly string[] = JSON.parse(stdout);
  const types = listed
    .filter((path) => path.endsWith('.d.ts'))
    .flatMap((path) => [
      ...readFileSync(join(installed, path), 'utf8').matchAll(
        /^export (?:declare )?(?:abstract )?\w+ (\w+)/gm,
      ),
    ])
    .map(([, name = '']) => name);
  expect(values).toContain('openPublisher');
  expect(types).toContain('PublisherOptions');
  expect([...new Set([...values, ...types])].filter((name) => (entries.get(name) ?? '') === '')).toEqual([]);
  expect([...entries.keys()].filter((name) => !types.includes(name))).toEqual([]);
});

it('says errors in English, by the code and by what is known', async () => {
  const code = `
    import { openPublisher, redact, toAppError } from '@upcast/rtmp';
    import { describeError } from '@upcast/rtmp/english';
    for (const url of ['https://example.com', 'rtmp://127.0.0.1:1/live']) {
      const error = await openPublisher({ url, streamKey: 'sesame' }).catch((thrown) => toAppError(thrown).toRecord());
      console.log(error.code, '|', describeError(error));
    }
    console.log(describeError({ code: 'of/another-version', details: {} }), redact('the key is sesame', ['sesame']));
  `;
  const { stdout } = await execute(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: consumer,
  });
  const [address, refused, unknown] = stdout.split('\n');
  expect(address).toMatch(/^input\/bad-url \| .*web page.*\.$/);
  expect(refused).toMatch(/^transport\/refused \| .*127\.0\.0\.1.*\.$/);
  expect(unknown).toMatch(/\. the key is •••$/);
});
