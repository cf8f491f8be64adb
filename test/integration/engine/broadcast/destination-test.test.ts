/** The test of a destination against real servers: what it finds out, what it sends, and what it keeps to itself. */
import { systemClock } from '../../../../electron/engine/broadcast/system-clock.ts';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeGreyH264 } from '../../../../electron/engine/destination-test/grey-h264.ts';
import {
  TEST_FPS,
  testHeaders,
  TestStream,
} from '../../../../electron/engine/destination-test/test-media.ts';
import type { TestMedia } from '../../../../electron/engine/destination-test/test-media.ts';
import { encodeStill } from '../../../../electron/engine/ffmpeg/encode-still.ts';
import { DestinationTestRunner } from '../../../../electron/engine/destination-test/destination-test-runner.ts';
import { testDestination } from '../../../../electron/engine/destination-test/destination-test.ts';
import { Mp4Muxer } from '../../../../electron/engine/outputs/record/mp4/mp4-muxer.ts';
import { FlvWriter } from '../../../../electron/rtmp/flv/writer.ts';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import type { DestinationWithSecrets } from '../../../../shared/destinations/destination.ts';
import type { DestinationTest } from '../../../../shared/destinations/destination-test.ts';
import { createTestAuthority } from '../../../support/servers/certificates.ts';
import type { TestAuthority } from '../../../support/servers/certificates.ts';
import { capabilitiesFor } from '../../../../electron/rtmp/publisher/codec-offer.ts';
import { startReceiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import { readCodecMedia } from '../../../support/media/codec-media.ts';
import { encodedPackets } from '../../../support/media/encoded-packets.ts';
import { ffmpegPath } from '../../../support/media/ffmpeg.ts';
import { startEchoing } from '../../../support/servers/echoing.ts';
import { startNginx } from '../../../support/servers/nginx.ts';
import type { NginxServer } from '../../../support/servers/nginx.ts';

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
    chooseMedia: async () => ({ media: makeGreyH264() }),
    signal: new AbortController().signal,
    clock: systemClock,
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
    const stream = new TestStream(makeGreyH264());
    const frames = Array.from({ length: TEST_FPS * 5 }, (_, index) =>
      stream.next(index % 3 === 0 ? 0 : 12_000),
    );
    const tags = [...testHeaders(makeGreyH264()), ...frames.flat()].map((packet) => writer.tag(packet));
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

/** Keyframes alone: the others are shown in another order than they are sent in. */
function coded(codec: 'hevc' | 'av1'): TestMedia {
  const video = readCodecMedia(codec).filter(({ kind }) => kind === 'video');
  const configuration = video.find(({ isSequenceHeader }) => isSequenceHeader)?.body ?? new Uint8Array();
  const frames = video.filter(({ isSequenceHeader, isKeyframe }) => isKeyframe && !isSequenceHeader);
  return { codec, width: 128, height: 72, configuration, frames };
}

describe.each(['hevc', 'av1'] as const)('a stream of %s', (codec) => {
  it('weighs what was asked for, and its recording decodes without complaint', async () => {
    const stream = new TestStream(coded(codec));
    const frames = Array.from({ length: 40 }, (_, index) => stream.next(index % 3 === 0 ? 0 : 6_000));
    expect(frames[1]?.at(-1)?.body).toHaveLength(6_000);
    const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const muxer = new Mp4Muxer();
    const parts = encodedPackets([...testHeaders(coded(codec)), ...frames.flat()]).map((packet) =>
      muxer.push(packet),
    );
    const { bytes, patch } = muxer.finish();
    const file = Buffer.concat([...parts, bytes].map((part) => part ?? new Uint8Array()));
    if (patch !== undefined) file.set(patch.bytes, patch.offset);
    const path = join(folder, 'test.mp4');
    writeFileSync(path, file);
    const { stdout, stderr } = await run(ffmpegPath(), [
      ...['-v', 'warning', '-xerror', '-err_detect', 'explode', '-i', path],
      ...['-f', 'framemd5', '-map', '0:v', '-'],
    ]);
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((line) => line.startsWith('0,'))).toHaveLength(40);
  });

  it('is not sent to a service that takes none, and refused by a server that lists others', async () => {
    const chooseMedia = async () => ({ media: coded(codec) });
    const toTwitch = { ...destination(server.url), serviceId: 'twitch' };
    const refused = await test({ destination: toTwitch, chooseMedia });
    expect(refused.result).toMatchObject({ phase: 'failed', error: { code: 'rtmp/codec-refused' } });
    const capabilities = { ...capabilitiesFor('vp09'), capsEx: 0 };
    const receiver = await startReceiver({ isTls: false, capabilities });
    onTestFinished(() => receiver.close());
    const { result } = await test({ destination: destination(receiver.url, receiver.key), chooseMedia });
    expect(result).toMatchObject({ phase: 'failed', error: { code: 'rtmp/codec-refused' } });
    expect(phases(result)['connect']).toBe('failed');
  });
});

it('HEVC is published as such, and a server that says nothing of it is named so', async () => {
  const chooseMedia = async () => ({ media: coded('hevc') });
  const { result } = await test({ destination: destination(server.tlsUrl), chooseMedia });
  expect(result).toMatchObject({ phase: 'passed', videoCodec: 'hevc', isCodecUnconfirmed: true });
}, 30_000);

it('is made by an encoder that works here, or is H.264 and says so', { timeout: 30_000 }, async () => {
  const { signal } = new AbortController();
  const said: string[] = [];
  const still = await encodeStill(ffmpegPath(), 'libx264', { signal, log: (text) => said.push(text) });
  expect(still?.frames).toHaveLength(60);
  expect(still?.frames.filter(({ isKeyframe }) => isKeyframe)).toHaveLength(1);
  expect(said).toEqual([]);
  const told: DestinationTest[] = [];
  const desk = new DestinationTestRunner({
    clock: systemClock,
    log: (_level, text) => said.push(text),
    send: (message) => {
      if (message.type === 'test') told.push(message.test);
    },
  });
  const toOne = { type: 'testDestination', destination: destination(server.tlsUrl), capKbps: 3_000 } as const;
  await desk.run({ ...toOne, reach: 'connectOnly', encoder: 'hevc_amf' }, '/nowhere/ffmpeg');
  expect(told.at(-1)).toMatchObject({ phase: 'passed', videoCodec: 'h264', missingCodec: 'hevc' });
  expect(said).toHaveLength(2);
});

it('connects with the secret part of the server’s address', { timeout: 20_000 }, async () => {
  const echoing = await startEchoing(() => []);
  onTestFinished(() => echoing.stop());
  const told = { ...destination(echoing.url), serverSecret: '?user=a&pass=b' };
  const { result } = await test({ destination: told, reach: 'connectOnly' });
  expect(result.phase).toBe('passed');
  expect(JSON.stringify(result)).not.toContain('pass=b');
  expect(echoing.connects).toEqual([{ app: 'live?user=a&pass=b', tcUrl: `${echoing.url}?user=a&pass=b` }]);
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
