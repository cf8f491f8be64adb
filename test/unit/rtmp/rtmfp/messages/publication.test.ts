import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Publication } from '../../../../support/rtmfp/publication.ts';
import { everyMs, standingStill } from '../../../../support/rtmfp/busy-end.ts';
import { seededChance } from '../../../../support/rtmfp/random.ts';

const FRAME_MS = 40;
const AUDIO_MS = 20;

function bytes(length: number, seed: number): Uint8Array {
  const chance = seededChance(seed);
  return Uint8Array.from({ length }, () => Math.floor(chance() * 256));
}

/** Long bodies are compared by their digest. */
function digest({ body }: { readonly body: Uint8Array }): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Sends so many seconds of media: a key frame each second, each second frame one that nothing refers to. */
function sendMedia(publication: Publication, seconds: number, kbps: number) {
  const { network, publisher } = publication;
  const startMs = network.nowMs;
  const frameBytes = (kbps / 8) * FRAME_MS;
  const sent: { kind: 'audio' | 'video'; timestampMs: number; body: Uint8Array; isDisposable: boolean }[] =
    [];
  for (let ms = 0; ms < seconds * 1_000; ms += AUDIO_MS) {
    network.at(startMs + ms, () => {
      if (ms % FRAME_MS === 0) {
        const isKey = ms % 1_000 === 0;
        const body = bytes(Math.round(isKey ? frameBytes * 5 : frameBytes * 0.8), ms + 1);
        sent.push({
          kind: 'video',
          timestampMs: ms,
          body,
          isDisposable: !isKey && (ms / FRAME_MS) % 2 === 1,
        });
      }
      sent.push({ kind: 'audio', timestampMs: ms, body: bytes(320, ms + 7), isDisposable: false });
      for (const packet of sent.slice(ms % FRAME_MS === 0 ? -2 : -1))
        publisher.sendMedia(packet, packet.timestampMs, network.nowMs);
    });
  }
  return { sent, startMs };
}

describe('a publication over flows', () => {
  it('brings connect, publish, media and the goodbye to the other side', () => {
    const publication = new Publication({ seed: 1, delayMs: 20 });
    publication.goLive();
    const { sent } = sendMedia(publication, 2, 500);
    publication.network.runFor(2_100);
    publication.publisher.end(publication.network.nowMs);
    publication.network.runFor(1_000);
    expect(publication.received.map(({ type }) => type).filter((type) => type !== 'media')).toEqual([
      'connectRequested',
      'streamCreated',
      'publishRequested',
      'unpublished',
      'messageIgnored',
    ]);
    expect(publication.events.map(({ type }) => type).filter((type) => type !== 'acknowledged')).toEqual([
      'handshakeCompleted',
      'connectAccepted',
      'streamCreated',
      'publishStarted',
      'unpublished',
    ]);
    expect(publication.arrived).toHaveLength(sent.length);
    expect(publication.publisher.ending).toBe('here');
    expect(publication.endings).toEqual(['peer']);
    expect(publication.publisher.session.phase).toBe('closed');
  });

  it('brings all audio, and all video but late frames that no other refers to, in every order of arrival', () => {
    const conditions = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      delayMs: fc.integer({ min: 0, max: 80 }),
      jitterMs: fc.integer({ min: 0, max: 30 }),
      loss: fc.double({ min: 0, max: 0.15, noNaN: true }),
      duplicates: fc.double({ min: 0, max: 0.1, noNaN: true }),
    });
    fc.assert(
      fc.property(conditions, (network) => {
        const publication = new Publication(network);
        publication.goLive();
        const { sent } = sendMedia(publication, 3, 1_000);
        publication.network.runFor(9_000);
        const audio = sent.filter(({ kind }) => kind === 'audio');
        expect(publication.of('audio').map(digest)).toEqual(audio.map(digest));
        const came = new Set(publication.of('video').map(({ timestampMs }) => timestampMs));
        const missing = sent.filter(({ kind, timestampMs }) => kind === 'video' && !came.has(timestampMs));
        expect(missing.filter(({ isDisposable }) => !isDisposable)).toEqual([]);
        if (network.loss === 0) expect(missing).toEqual([]);
        const expected = new Map(
          sent.filter(({ kind }) => kind === 'video').map((packet) => [packet.timestampMs, digest(packet)]),
        );
        for (const packet of publication.of('video'))
          expect(digest(packet)).toBe(expected.get(packet.timestampMs));
      }),
      { numRuns: 8 },
    );
  });

  it.each([
    ['the publisher gets a turn each 50 ms', { publisher: everyMs(50) }],
    ['the receiver gets a turn each 50 ms', { receiver: everyMs(50) }],
    ['both get a turn each 40 ms', { publisher: everyMs(40), receiver: everyMs(40) }],
    ['the publisher stands still for half a second each three', { publisher: standingStill(500, 3_000) }],
    ['the receiver stands still for half a second each three', { receiver: standingStill(500, 3_000) }],
  ])('brings every frame on a link that loses nothing where %s', (_busy, turns) => {
    const publication = new Publication({ seed: 5, delayMs: 50, jitterMs: 10 }, { turns });
    publication.goLive();
    const { sent } = sendMedia(publication, 20, 2_500);
    publication.network.runFor(24_000);
    expect(publication.of('video')).toHaveLength(sent.filter(({ kind }) => kind === 'video').length);
  });

  it('has its window again soon on a link that loses packets and delivers others in bunches', () => {
    const missing = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const turns = { publisher: everyMs(30), receiver: standingStill(120, 500) };
      const publication = new Publication({ seed, delayMs: 50, jitterMs: 20, loss: 0.08 }, { turns });
      publication.goLive();
      const { sent } = sendMedia(publication, 8, 2_500);
      publication.network.runFor(12_000);
      return sent.filter(({ kind }) => kind === 'video').length - publication.of('video').length;
    });
    // Of 200.
    expect(Math.max(...missing)).toBeLessThanOrEqual(20);
  });

  it('goes on at full speed after a path that stood still for two seconds and lost nothing', () => {
    const publication = new Publication({ seed: 11, delayMs: 50 });
    const { network } = publication;
    publication.goLive();
    const { sent, startMs } = sendMedia(publication, 9, 2_500);
    for (let ms = 0; ms <= 2_000; ms += 1) {
      network.at(startMs + 4_000 + ms, () => (network.conditions = { seed: 11, delayMs: 50 + 2_000 - ms }));
    }
    network.runFor(9_000);
    expect(publication.publisher.bytesWaiting).toBeLessThan(20_000);
    const lastMs = Math.max(...publication.of('video').map(({ timestampMs }) => timestampMs));
    expect(lastMs).toBeGreaterThan(8_700);
    network.runFor(1_000);
    expect(publication.of('audio')).toHaveLength(sent.filter(({ kind }) => kind === 'audio').length);
  });

  it('waits for a receiver that reads nothing for a while, and brings every frame then', () => {
    const publication = new Publication({ seed: 12, delayMs: 0.2 });
    const { network, receiver } = publication;
    publication.goLive();
    const frames = 240;
    for (let frame = 0; frame < frames; frame += 1) {
      const body = new Uint8Array(24_000);
      network.at(network.nowMs + frame * FRAME_MS, () =>
        publication.publisher.sendMedia({ kind: 'video', body }, frame * FRAME_MS, network.nowMs),
      );
    }
    network.at(network.nowMs + 1_000, () => receiver.setReading(false));
    network.at(network.nowMs + 9_000, () => receiver.setReading(true));
    network.runFor(frames * FRAME_MS + 400);
    expect(publication.of('video')).toHaveLength(frames);
  });

  it('is over where the receiver wants nothing more of the video', () => {
    const publication = new Publication({ seed: 13, delayMs: 20 });
    const { network, publisher, receiver } = publication;
    publication.goLive();
    publisher.sendMedia({ kind: 'video', body: new Uint8Array(500) }, 0, network.nowMs);
    network.runFor(100);
    const VIDEO_FLOW = 4;
    receiver.session.refuseFlow(VIDEO_FLOW);
    network.runFor(100);
    expect(publisher.ending).toBe('peer');
  });

  it('gives way where its link is full: the queue on the path stays short', () => {
    // 1.2 Mbit/s of media over a link of 800 kbit/s with a queue of two seconds.
    const publication = new Publication({ seed: 3, delayMs: 30, bytesPerMs: 100, queueBytes: 200_000 });
    publication.goLive();
    sendMedia(publication, 8, 1_200);
    publication.network.runFor(8_000);
    expect(publication.publisher.session.roundTripMs).toBeLessThan(60 + 600);
    expect(publication.publisher.bytesWaiting).toBeGreaterThan(100_000);
  });

  it('takes no more than a link carries that stays full for minutes', () => {
    // 4 Mbit/s of media over a link of 1.6 Mbit/s.
    const publication = new Publication({ seed: 6, delayMs: 30, bytesPerMs: 200, queueBytes: 50_000 });
    const { network } = publication;
    publication.goLive();
    sendMedia(publication, 150, 4_000);
    network.runFor(110_000);
    const before = network.places.first.bytesSent;
    network.runFor(40_000);
    expect(network.places.first.bytesSent - before).toBeLessThan(1.08 * 200 * 40_000);
  });

  it('knows a path that has become longer from a queue: the window grows again', () => {
    const publication = new Publication({ seed: 7, delayMs: 10 });
    const { network } = publication;
    publication.goLive();
    network.conditions = { ...network.conditions, delayMs: 205 };
    const { sent, startMs } = sendMedia(publication, 20, 3_000);
    network.runFor(24_000);
    const isLate = ({ timestampMs }: { readonly timestampMs: number }): boolean => timestampMs > 12_000;
    const late = sent.filter((packet) => packet.kind === 'video' && isLate(packet));
    expect(publication.of('video').filter(isLate)).toHaveLength(late.length);
    expect(startMs).toBeGreaterThan(0);
  });

  it('takes no more than TCP would where it must yield', () => {
    const windows = [true, false].map((mustYield) => {
      const publication = new Publication({ seed: 4, delayMs: 50, loss: 0.1 }, { mustYield });
      publication.goLive();
      sendMedia(publication, 5, 2_500);
      publication.network.runFor(5_000);
      return publication.publisher.session.windowBytes;
    });
    expect(windows[0]).toBeLessThan(10_000);
    expect(windows[1]).toBeGreaterThan(25_000);
  });
});
