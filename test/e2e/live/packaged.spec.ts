/** The packaged app, with its own ffmpeg and its fuses set, goes live from the window; judged by the server's recording. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage, extractAll } from '@electron/asar';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { repositoryFolder } from '../../support/repository.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import type { TestAuthority } from '../../support/servers/certificates.ts';
import { fakeDevices, launchPackagedApp } from '../../support/window/electron-app.ts';
import type { LaunchedApp } from '../../support/window/electron-app.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { addDestination, readGraph, waitForBadge, waitOnAir } from '../../support/window/window-driver.ts';

const KEY = 'packaged-test-key-77c2';
const ON_AIR_SECONDS = 8;
const folder = join(repositoryFolder, 'release/linux-unpacked');

let authority: TestAuthority;
let server: NginxServer;
let started: LaunchedApp;

beforeEach(async () => {
  authority = createTestAuthority();
  server = await startNginx({ tls: authority.issue(), allowedKeys: [KEY] });
  started = await launchPackagedApp(join(folder, 'upcast'), {
    args: fakeDevices,
    env: { UPCAST_FFMPEG: undefined },
  });
});
afterEach(async () => {
  await started.close();
  await server.stop();
  authority.remove();
});

it('goes live to a server over TLS and ends the stream', async () => {
  expect(existsSync(join(folder, 'resources/ffmpeg'))).toBe(true);
  const { page } = started;
  await page.getByRole('radio', { name: /fake_device/ }).click();
  await addDestination(page, { url: server.tlsUrl, key: KEY, caPem: authority.caPem });
  await page.getByRole('button', { name: 'Go live' }).click();
  await waitForBadge(page, 'live');
  await waitOnAir(page, 4);
  const first = await readGraph(page);
  await waitOnAir(page, ON_AIR_SECONDS);
  expect(await readGraph(page)).not.toBe(first);
  await page.getByRole('button', { name: 'End stream' }).click();
  await waitForBadge(page, 'off');

  const recording = await probe(await server.finishedRecording(KEY));
  expect(recording.video).toMatchObject({ codec: 'h264', width: 1280, height: 720 });
  expect(recording.audio).toMatchObject({ codec: 'aac', sampleRate: 48_000 });
  expect(recording.videoPackets.length).toBeGreaterThanOrEqual(ON_AIR_SECONDS * 30 * 0.9);
});

it('a release refuses the switch that lets another program drive the window', async () => {
  // The same package without the mark of a build for tests.
  const copy = mkdtempSync(join(tmpdir(), 'upcast-release-'));
  try {
    cpSync(folder, copy, { recursive: true });
    const archive = join(copy, 'resources/app.asar');
    const content = join(copy, 'content');
    extractAll(archive, content);
    const manifest = join(content, 'package.json');
    const { isUnsafeTestBuild, ...kept } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
      string,
      unknown
    >;
    expect(isUnsafeTestBuild).toBe(true);
    writeFileSync(manifest, JSON.stringify(kept));
    await createPackage(content, archive);
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const refused = startProcess(join(copy, 'upcast'), [...root, '--remote-debugging-port=0'], {
      env: { ...process.env, UPCAST_USER_DATA: join(copy, 'user-data') },
    });
    expect(await refused.exited).toBe(2);
    expect(refused.output()).toContain('Upcast won’t start with --remote-debugging-port');
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
  }
});
