/** The test of a destination against real servers: what it finds out, what it sends, and what it keeps to itself. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  TEST_FPS,
  testHeaders,
  TestStream,
} from '../../../electron/broadcast/destination-test/test-media.ts';
import { testDestination } from '../../../electron/broadcast/destination-test/destination-test.ts';
import { FlvWriter } from '../../../electron/protocol/flv/writer.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import type { DestinationTest } from '../../../shared/destinations/destination-test.ts';
import { createTestAuthority, type TestAuthority } from '../../support/certificates.ts';
import { ffmpegPath } from '../../support/ffmpeg.ts';
import { startNginx, type NginxServer } from '../../support/servers/nginx.ts';

const run = promisify(execFile);
const KEY = 'destination-test-key-77aa';
let authority: TestAuthority;
let server: NginxServer;

beforeAll(async () => {
  authority = createTestAuthority();
  server = await startNginx({ tls: authority.issue(), allowedKeys: [KEY] });
});
afterAll(async () => {
  await server.stop();
  authority.remove();
});

function destination(url: string, key = KEY): DestinationWithSecrets {
  const tls = { extraAuthorityPem: authority.caPem };
  return {
    ...destinationSchema.parse({ id: 'one', name: 'One', serviceId: 'custom', url, isEnabled: true, tls }),
    key,
  };
}

async function test(
  options: Partial<Parameters<typeof testDestination>[0]> & { readonly destination: DestinationWithSecrets },
): Promise<{ readonly result: DestinationTest; readonly told: readonly DestinationTest[] }> {
  const told: DestinationTest[] = [];
  const result = await testDestination({
    reach: 'visible',
    capKbps: 3_000,
    signal: new AbortController().signal,
    now: () => Date.now(),
    ...options,
    onProgress: (progress) => {
      told.push(progress);
      options.onProgress?.(progress);
    },
  });
  return { result, told };
}

const phases = (result: DestinationTest): Record<string, string> =>
  Object.fromEntries(result.steps.map(({ step, phase }) => [step, phase]));

it('sends a stream that ffmpeg decodes without complaint, at the size that was asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
  try {
    const writer = new FlvWriter();
    const stream = new TestStream();
    const frames = Array.from({ length: TEST_FPS * 5 }, (_, index) =>
      stream.next(index % 3 === 0 ? 0 : 12_000),
    );
    const tags = [...testHeaders(), ...frames.flat()].map((packet) => writer.tag(packet));
    const file = join(folder, 'test.flv');
    writeFileSync(file, Buffer.concat([writer.header({ hasAudio: true, hasVideo: true }), ...tags]));
    expect(Math.abs((frames.flat().at(-1)?.body.length ?? 0) - 12_000)).toBeLessThan(20);
    const { stdout, stderr } = await run(ffmpegPath(), [
      ...['-v', 'warning', '-xerror', '-err_detect', 'explode', '-i', file],
      ...['-f', 'framemd5', '-map', '0:v', '-'],
    ]);
    expect(stderr).toBe('');
    const pictures = stdout.split('\n').filter((line) => line.startsWith('0,'));
    expect(pictures).toHaveLength(TEST_FPS * 5);
    expect(new Set(pictures.map((line) => line.split(',').at(-1)?.trim())).size).toBe(1);
    const sound = await run(ffmpegPath(), [
      ...['-v', 'warning', '-xerror', '-err_detect', 'explode', '-i', file],
      ...['-f', 'framemd5', '-map', '0:a', '-'],
    ]);
    expect(sound.stderr).toBe('');
    expect(sound.stdout.split('\n').filter((line) => line.startsWith('0,')).length).toBeGreaterThan(230);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('a destination over TLS', () => {
  it('is connected to without publishing, and without telling the key', { timeout: 20_000 }, async () => {
    const { result } = await test({
      destination: destination(server.tlsUrl, 'never-sent'),
      reach: 'connectOnly',
    });
    expect(result.phase).toBe('passed');
    expect(phases(result)).toEqual({
      ...{ dns: 'done', tcp: 'done', tls: 'done', handshake: 'done', connect: 'done' },
      ...{ publish: 'skipped', measure: 'skipped' },
    });
    expect(result.tls).toMatchObject({ protocol: 'TLSv1.3', isOwnAuthority: true });
    expect(result.connectMs).toBeGreaterThanOrEqual(0);
    expect(server.recordings('never-sent')).toEqual([]);
  });

  it('is published to and measured up to the cap', { timeout: 30_000 }, async () => {
    const { result, told } = await test({ destination: destination(server.tlsUrl) });
    expect(result.error).toBeUndefined();
    expect(result.phase).toBe('passed');
    expect(result.measurement).toMatchObject({ isAtLeast: true, destinationName: 'One' });
    expect(result.measurement?.kbps).toBeGreaterThan(2_600);
    expect(result.measurement?.kbps).toBeLessThan(3_300);
    expect(told.some(({ measuring }) => (measuring?.kbps ?? 0) > 0)).toBe(true);
    expect(JSON.stringify(told)).not.toContain(KEY);
    expect(await server.finishedRecording(KEY)).toBeTruthy();
  });

  it('says which step fails', { timeout: 20_000 }, async () => {
    const refused = await test({ destination: destination(server.tlsUrl, 'wrong-key') });
    expect(refused.result).toMatchObject({ phase: 'failed', error: { code: 'rtmp/key-refused' } });
    expect(phases(refused.result)['publish']).toBe('failed');
    const { tls: _unknown, ...plain } = destination(server.tlsUrl);
    const untrusted = await test({ destination: { ...plain, tls: { minimumVersion: 'TLSv1.2' } } });
    expect(untrusted.result.error?.code).toBe('transport/certificate-unknown-authority');
    expect(phases(untrusted.result)['tls']).toBe('failed');
  });

  it('is left alone at once when cancelled', { timeout: 20_000 }, async () => {
    const stop = new AbortController();
    const { result } = await test({
      destination: destination(server.tlsUrl),
      signal: stop.signal,
      onProgress: ({ measuring }) => {
        if (measuring !== undefined) stop.abort();
      },
    });
    expect(result.phase).toBe('cancelled');
    await expect.poll(() => server.publishers(), { timeout: 5_000 }).toEqual([]);
  });
});
