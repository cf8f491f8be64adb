/** The servers that the tests lean on start, speak and stop. */
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { ffmpegPath, makeFlv } from '../../support/media/ffmpeg.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { startNodeMediaServer } from '../../support/servers/node-media-server.ts';

const run = promisify(execFile);
const authority = createTestAuthority();
const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
afterAll(() => {
  authority.remove();
  rmSync(folder, { recursive: true, force: true });
});

it('takes ffmpeg over RTMPS at nginx and at node-media-server', { timeout: 30_000 }, async () => {
  const media = join(folder, 'media.flv');
  await makeFlv(media, { seconds: 1 });
  const leaf = authority.issue();
  const nginx = await startNginx({ tls: leaf });
  onTestFinished(() => nginx.stop());
  const other = await startNodeMediaServer({ tls: leaf });
  onTestFinished(() => other.stop());
  const verify = ['-tls_verify', '1', '-ca_file', authority.caFile];
  for (const url of [nginx.tlsUrl, other.tlsUrl]) {
    await run(ffmpegPath(), ['-v', 'error', '-i', media, '-c', 'copy', ...verify, '-f', 'flv', `${url}/abc`]);
  }
  const recording = await probe(await nginx.finishedRecording('abc'));
  expect(recording.video?.codec).toBe('h264');
  expect(recording.videoPackets.length).toBe(30);
  await waitUntil('a recording of node-media-server', () => other.recordings('abc').length > 0);
});
