/**
 * A relay written by the app and run by a real nginx: what is sent to it once arrives at two further servers, one of them
 * behind TLS, whose certificate is checked. Hostile keys arrive as they are, and nobody publishes without the relay's key.
 */
import * as http from 'node:http';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { writeRelayFolder } from '../../../electron/main/relay/relay-folder.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import { publishMedia } from '../../../electron/rtmp/publisher/publish-media.ts';
import { buildRelay, RELAY_STATUS_HEADER } from '../../../shared/relay/relay-config.ts';
import type { RelayTarget } from '../../../shared/relay/relay-config.ts';
import { parseRelayStatus } from '../../../shared/relay/relay-status.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import type { TestAuthority } from '../../support/servers/certificates.ts';
import { makeFlv } from '../../support/media/ffmpeg.ts';
import { compareMedia, readFlv } from '../../support/media/media-compare.ts';
import { findFreePorts, waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { startRelay } from '../../support/servers/relay.ts';

const PUBLISH_KEY = '0123456789abcdef0123456789abcdef';
const STATUS_TOKEN = 'fedcba9876543210fedcba9876543210';
/** All that nginx's language gives a meaning to, in one key. */
const HOSTILE_KEY = 'a"b\\c;d{e}f$g\'h#i\\"j';
const TLS_KEY = 'relayed-over-tls-3c1f';
/** As the server names its recording. */
const HOSTILE_NAME = encodeURIComponent(HOSTILE_KEY).replaceAll("'", '%27');

const folder = mkdtempSync(join(tmpdir(), 'upcast-test-relay-'));
const media = join(folder, 'media.flv');
let authority: TestAuthority;
let plain: NginxServer;
let secure: NginxServer;

beforeAll(async () => {
  authority = createTestAuthority();
  [plain, secure] = await Promise.all([
    startNginx(),
    startNginx({ tls: authority.issue(), allowedKeys: [TLS_KEY] }),
    makeFlv(media, { seconds: 4 }),
  ]);
});
afterAll(async () => {
  await Promise.all([plain.stop(), secure.stop()]);
  authority.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes and starts a relay on free ports; gone with the test. */
async function relayTo(
  targets: readonly RelayTarget[],
): Promise<{ readonly url: string; readonly folder: string; readonly statUrl: string }> {
  const place = mkdtempSync(join(folder, 'files-'));
  const [port = 0] = await findFreePorts(1);
  const httpPort = await freeRun(targets.length + 2);
  const { files, refusals } = buildRelay({
    targets,
    port,
    httpPort,
    publishKey: PUBLISH_KEY,
    statusToken: STATUS_TOKEN,
    isLocalOnly: true,
    runtimeFolder: place,
  });
  expect(refusals).toEqual([]);
  await writeRelayFolder(place, files);
  const relay = await startRelay(place, [port, httpPort]);
  onTestFinished(() => relay.stop());
  return {
    url: `rtmp://127.0.0.1:${port}/relay`,
    folder: place,
    statUrl: `http://127.0.0.1:${httpPort}/stat`,
  };
}

/** The first of `count` ports in a row that are free just now. */
async function freeRun(count: number): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const [first = 0] = await findFreePorts(1);
    const others = await findFreePorts(20);
    const run = Array.from({ length: count }, (_, index) => first + index);
    if (run.every((port) => port < 65_000 && !others.includes(port))) return first;
  }
  throw new Error('no ports in a row are free');
}

/** Sends the file once `pushes` pushes stand: a push begins with the publication, and takes what comes after it. */
async function publish(url: string, streamKey: string, statUrl?: string, pushes = 0): Promise<void> {
  const publisher = await openPublisher({ url, streamKey });
  if (statUrl !== undefined) {
    await waitUntil('the pushes to stand', async () => {
      const headers = { [RELAY_STATUS_HEADER]: STATUS_TOKEN };
      const status = parseRelayStatus(await (await fetch(statUrl, { headers })).text());
      return status.isReceiving && status.pushes === pushes;
    });
  }
  await publishMedia(publisher, batches(), { isFast: false });
  await publisher.end();
}

async function* batches() {
  yield await readFlv(media);
}

/** What `server` got, against what was sent. */
async function judge(server: NginxServer, name: string) {
  await waitUntil('the push to begin', () => server.recordings(name).length > 0);
  await waitUntil('the push to end', async () => (await server.publishers()).length === 0);
  return compareMedia(await readFlv(media), await readFlv(server.recordings(name).at(-1) ?? ''), 'by-first');
}

describe('a relay', { timeout: 60_000 }, () => {
  it('takes one stream and brings it to a plain and to a TLS server, whole', async () => {
    const relay = await relayTo([
      { name: 'Plain\n}server', url: plain.url, key: HOSTILE_KEY },
      { name: 'Secure', url: secure.tlsUrl, key: TLS_KEY, extraAuthorityPem: authority.caPem },
    ]);
    await publish(relay.url, PUBLISH_KEY, relay.statUrl, 2);
    const whole = { videoFrames: 120, differences: [] };
    expect(await judge(plain, HOSTILE_NAME)).toMatchObject(whole);
    expect(await judge(secure, TLS_KEY)).toMatchObject(whole);
  });

  it('keeps its keys to their owner, and out of the main file and the log', async () => {
    const relay = await relayTo([{ name: 'Plain', url: plain.url, key: HOSTILE_KEY }]);
    for (const file of ['keys/push.conf', 'keys/publish.conf', 'nginx.conf']) {
      expect(statSync(join(relay.folder, file)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(join(relay.folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(relay.folder, 'nginx.conf'), 'utf8')).not.toContain('a"b');
    await expect(publish(relay.url, 'not-the-key')).rejects.toMatchObject({ code: 'rtmp/key-refused' });
    const log = readFileSync(join(relay.folder, 'error.log'), 'utf8');
    expect(log).not.toContain(PUBLISH_KEY);
  });

  it('tells its statistics, where the key stands, only to who has its token, and nothing under another name', async () => {
    const relay = await relayTo([{ name: 'Plain', url: plain.url, key: HOSTILE_KEY }]);
    const publisher = await openPublisher({ url: relay.url, streamKey: PUBLISH_KEY });
    onTestFinished(() => publisher.end());
    const ask = (
      path: string,
      headers: Readonly<Record<string, string>>,
    ): Promise<readonly [number, string]> =>
      new Promise((resolve, reject) => {
        http
          .get(new URL(path, relay.statUrl), { headers }, (response) => {
            const chunks: string[] = [];
            response.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
            response.on('end', () => resolve([response.statusCode ?? 0, chunks.join('')]));
          })
          .on('error', reject);
      });
    await waitUntil('the publication in the statistics', async () =>
      (await ask('/stat', { [RELAY_STATUS_HEADER]: STATUS_TOKEN }))[1].includes(PUBLISH_KEY),
    );
    for (const headers of [{}, { [RELAY_STATUS_HEADER]: '' }, { [RELAY_STATUS_HEADER]: 'f'.repeat(32) }]) {
      const [code, body] = await ask('/stat', headers);
      expect([code, body.includes(PUBLISH_KEY)]).toEqual([403, false]);
    }
    expect((await ask('/stat/../stat?x', {}))[0]).toBe(403);
    for (const host of [
      'evil.example',
      `evil.example:${new URL(relay.statUrl).port}`,
      '[::1]',
      '127.0.0.1.evil.example',
    ])
      for (const path of ['/stat', '/publish'])
        await expect(ask(path, { host, [RELAY_STATUS_HEADER]: STATUS_TOKEN })).rejects.toMatchObject({
          code: 'ECONNRESET',
        });
  });

  it('sends nothing to a TLS server that nobody vouches for', async () => {
    const before = secure.recordings(TLS_KEY).length;
    const stranger = createTestAuthority();
    onTestFinished(() => stranger.remove());
    const relay = await relayTo([
      { name: 'Secure', url: secure.tlsUrl, key: TLS_KEY, extraAuthorityPem: stranger.caPem },
    ]);
    await publish(relay.url, PUBLISH_KEY);
    const log = (): string => readFileSync(join(relay.folder, 'error.log'), 'utf8');
    await waitUntil('nginx to refuse the certificate', () => /certificate verify error/.test(log()));
    expect(secure.recordings(TLS_KEY).length).toBe(before);
  });
});
