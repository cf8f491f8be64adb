import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Mp4Muxer } from '../../../../electron/engine/outputs/record/mp4/mp4-muxer.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import type { MediaPacket } from '../../../../electron/rtmp/flv/packet.ts';
import { parseVideoBody } from '../../../../electron/rtmp/flv/tag-body.ts';
import type { RtmpCapabilities } from '../../../../electron/rtmp/session/publish/publish-session-types.ts';
import { readCodecAnswer } from '../../../../electron/rtmp/publisher/codec-offer.ts';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { publishMedia } from '../../../../electron/rtmp/publisher/publish-media.ts';
import { startReceiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import { createTestAuthority } from '../../../support/servers/certificates.ts';
import { readCodecMedia } from '../../../support/media/codec-media.ts';
import type { CodecMedia } from '../../../support/media/codec-media.ts';
import { ffmpegPath } from '../../../support/media/ffmpeg.ts';
import { probe } from '../../../support/media/ffprobe.ts';
import { compareMedia, readFlv } from '../../../support/media/media-compare.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { startNginx } from '../../../support/servers/nginx.ts';
import { startNodeMediaServer } from '../../../support/servers/node-media-server.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-codecs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codecs = [
  ['hevc', 'hvc1', 'HEVC'],
  ['av1', 'av01', 'AV1'],
] as const;

async function* once(packets: readonly MediaPacket[]): AsyncGenerator<readonly MediaPacket[]> {
  yield packets;
}

/** Muxes, writes the file with its length patched in, and has it decoded to the first error. */
async function record(name: string, packets: readonly EncodedPacket[]): Promise<string> {
  const muxer = new Mp4Muxer();
  const parts: Uint8Array[] = [];
  for (const packet of packets) {
    if (packet.isSequenceHeader) expect(muxer.accepts(packet)).toBe(true);
    parts.push(muxer.push(packet) ?? new Uint8Array(0));
  }
  const { bytes, patch } = muxer.finish();
  const file = Buffer.concat([...parts, bytes ?? new Uint8Array(0)]);
  if (patch !== undefined) file.set(patch.bytes, patch.offset);
  const path = join(folder, `${name}.mp4`);
  writeFileSync(path, file);
  const { stderr } = await run(ffmpegPath(), ['-v', 'error', '-xerror', '-i', path, '-f', 'null', '-']);
  expect(stderr).toBe('');
  return path;
}

describe('recording', () => {
  it.each(codecs)('of %s opens and decodes to its last picture', async (name) => {
    const { video, audio, videoPackets, keyframesMs } = await probe(await record(name, readCodecMedia(name)));
    expect(video).toMatchObject({ codec: name, profile: 'Main', width: 128, height: 72 });
    expect(audio).toMatchObject({ codec: 'aac', sampleRate: 48_000 });
    expect(videoPackets).toHaveLength(10);
    expect(keyframesMs).toHaveLength(2);
    expect((keyframesMs[1] ?? 0) - (keyframesMs[0] ?? 0)).toBe(500);
  });

  it('of HEVC goes on in one file over a hand-over to another bitrate', async () => {
    const second = readCodecMedia('hevc-other-rate').map((packet) => ({
      ...packet,
      timestampMs: packet.timestampMs + 1000,
    }));
    const { videoPackets } = await probe(await record('handed-over', [...readCodecMedia('hevc'), ...second]));
    expect(videoPackets).toHaveLength(20);
  });

  it('begins another file for another codec', () => {
    const header = (name: CodecMedia) =>
      readCodecMedia(name).find(({ kind, isSequenceHeader }) => kind === 'video' && isSequenceHeader);
    const muxer = new Mp4Muxer();
    for (const packet of readCodecMedia('hevc')) muxer.push(packet);
    const av1 = header('av1');
    expect(av1 === undefined || muxer.accepts(av1)).toBe(false);
  });
});

describe('publishing', { timeout: 30_000 }, () => {
  it.each(codecs)('%s arrives byte by byte, and the report names it', async (name, fourCc, words) => {
    const recordingPath = join(folder, `take-${name}.flv`);
    const receiver = await startReceiver({ isTls: false, recordingPath });
    onTestFinished(() => receiver.close());
    const ended = new Promise((resolve) =>
      receiver.onEvent((event) => event.type === 'publishEnded' && resolve(event)),
    );
    const publisher = await openPublisher({
      url: receiver.url,
      streamKey: receiver.key,
      videoFourCc: fourCc,
    });
    expect(readCodecAnswer(publisher.serverCapabilities, fourCc)).toBe('taken');
    await publishMedia(publisher, once(readCodecMedia(name)), { isFast: true });
    await publisher.end({ deadlineMs: 5000 });
    await ended;
    expect(compareMedia(readCodecMedia(name), await readFlv(recordingPath)).differences).toEqual([]);
    expect(receiver.report()).toMatchObject({
      video: { codec: words, profile: 'Main', width: 128, height: 72, frames: 10, gaps: 0 },
    });
  });

  it.each(codecs)('%s is not sent to a server that lists other codecs', async (_name, fourCc, words) => {
    const capabilities = { fourCcList: ['vp09'], videoFourCcInfoMap: {}, audioFourCcInfoMap: {}, capsEx: 0 };
    const receiver = await startReceiver({ isTls: false, capabilities });
    onTestFinished(() => receiver.close());
    const heard: string[] = [];
    receiver.onEvent(({ type }) => heard.push(type));
    const opening = openPublisher({ url: receiver.url, streamKey: receiver.key, videoFourCc: fourCc });
    await expect(opening).rejects.toMatchObject({
      code: 'rtmp/codec-refused',
      details: { message: `127.0.0.1 does not take ${words}`, codec: words },
    });
    expect(heard).toEqual([]);
  });

  it.each(codecs)(
    '%s reaches node-media-server and nginx-rtmp, which are silent about it',
    async (name, fourCc) => {
      const authority = createTestAuthority();
      onTestFinished(() => authority.remove());
      const tls = authority.issue();
      const media = await startNodeMediaServer({ tls });
      onTestFinished(() => media.stop());
      const nginx = await startNginx({ tls });
      onTestFinished(() => nginx.stop());
      for (const url of [media.url, nginx.url]) {
        const publisher = await openPublisher({ url, streamKey: 'take', videoFourCc: fourCc });
        expect(readCodecAnswer(publisher.serverCapabilities, fourCc)).toBe('silent');
        await publishMedia(publisher, once(readCodecMedia(name)), { isFast: true });
        await publisher.end({ deadlineMs: 5000 });
      }
      const frames = readCodecMedia(name).filter(
        ({ kind, body }) => kind === 'video' && parseVideoBody(body).role === 'frame',
      );
      await waitUntil('the whole recording', async () => {
        const path = media.recordings('take').at(-1);
        if (path === undefined) return false;
        const kept = (await readFlv(path).catch(() => [])).filter(
          ({ kind, body }) => kind === 'video' && parseVideoBody(body).role === 'frame',
        );
        return (
          kept.length === frames.length &&
          kept.every((packet, at) => Buffer.from(packet.body).equals(Buffer.from(frames[at]?.body ?? [])))
        );
      });
    },
  );
});

it.each<[string, Partial<RtmpCapabilities> | undefined, string]>([
  ['nothing', undefined, 'silent'],
  ['flags alone', { capsEx: 3 }, 'silent'],
  ['the codec', { fourCcList: ['av01', 'hvc1'] }, 'taken'],
  ['all codecs', { fourCcList: ['*'] }, 'taken'],
  ['the codec in the map alone', { videoFourCcInfoMap: { hvc1: 4 } }, 'taken'],
  ['other codecs', { fourCcList: ['av01'] }, 'refused'],
])('an answer with %s is read', (_what, answer, meaning) => {
  const silent = { fourCcList: [], videoFourCcInfoMap: {}, audioFourCcInfoMap: {}, capsEx: 0 };
  expect(readCodecAnswer(answer && { ...silent, ...answer }, 'hvc1')).toBe(meaning);
});
