import { describe, expect, it } from 'vitest';
import { amfEcmaArray } from '../../../../electron/rtmp/amf/amf-value.ts';
import { encodeAmf0 } from '../../../../electron/rtmp/amf/amf0-encoder.ts';
import type { PublishSessionOptions } from '../../../../electron/rtmp/index.ts';
import { byteByByte, seededRandom, SessionPair } from '../support/session-pair.ts';

const variants: readonly (readonly [string, Partial<PublishSessionOptions>])[] = [
  ['plain', {}],
  ['digest', { handshake: 'digest' }],
  ['encrypted', { isEncrypted: true }],
  ['with chunks of 128 bytes', { chunkSizeBytes: 128 }],
];

function types(events: readonly { readonly type: string }[]): string[] {
  return events.map((event) => event.type).filter((type) => type !== 'messageIgnored');
}

describe('a publisher and a receiver', () => {
  it.each(variants)('go live and end, %s', (_name, publish) => {
    const pair = new SessionPair({ publish }).start();
    expect(pair.publisher.phase).toBe('publishing');
    expect(types(pair.published)).toEqual([
      'handshakeCompleted',
      'peerBandwidthChanged',
      'chunkSizeChanged',
      'connectAccepted',
      'streamCreated',
      'publishStarted',
    ]);
    expect(pair.published[0]).toMatchObject({
      isEncrypted: publish.isEncrypted === true,
      isDigestVerified: publish.isEncrypted === true || publish.handshake === 'digest',
    });
    expect(pair.received.find((event) => event.type === 'publishRequested')).toMatchObject({
      streamKey: 'secret-key?token=a=b',
      streamId: 1,
      mode: 'live',
    });

    const body = seededRandom(9)(200_000);
    pair.publisher.sendMedia('video', 40, body);
    pair.publisher.sendMedia('audio', 46, body.subarray(0, 300));
    pair.publisher.sendMedia('video', 80, body.subarray(0, 0));
    pair.pump();
    expect(pair.received.filter((event) => event.type === 'media')).toEqual([
      { type: 'media', kind: 'video', timestampMs: 40, body },
      { type: 'media', kind: 'audio', timestampMs: 46, body: body.subarray(0, 300) },
      { type: 'media', kind: 'video', timestampMs: 80, body: new Uint8Array(0) },
    ]);

    pair.publisher.end();
    pair.pump();
    expect(pair.publisher.phase).toBe('ended');
    expect(pair.received.at(-2)).toEqual({ type: 'unpublished', by: 'FCUnpublish' });
    expect(types(pair.published).at(-1)).toBe('unpublished');
  });

  it.each(variants)('say the same byte by byte, %s', (_name, publish) => {
    const run = (cut?: (bytes: Uint8Array) => readonly Uint8Array[]) => {
      const pair = new SessionPair({ publish, ...(cut && { cut }) }).start();
      pair.publisher.sendMedia('video', 0, seededRandom(4)(5_000));
      pair.publisher.sendMedia('audio', 21, seededRandom(5)(50));
      pair.pump();
      return { published: pair.published, received: pair.received };
    };
    expect(run(byteByByte)).toEqual(run());
  });

  it('wraps metadata on its way and unwraps it again', () => {
    const pair = new SessionPair().start();
    const body = encodeAmf0(['onMetaData', amfEcmaArray({ width: 1280, encoder: 'x' })]);
    pair.publisher.sendMedia('script', 0, body);
    pair.pump();
    expect(pair.received.slice(-2)).toEqual([
      { type: 'media', kind: 'script', timestampMs: 0, body },
      {
        type: 'metadata',
        properties: new Map<string, unknown>(Object.entries({ width: 1280, encoder: 'x' })),
      },
    ]);
  });

  it.each([2 ** 32 - 60_000, 2 ** 24 - 60_000, 2 ** 33 - 5, 0])('crosses the wraps from %d ms', (startMs) => {
    const pair = new SessionPair({ publish: { chunkSizeBytes: 128 } }).start();
    const sent: number[] = [];
    for (let stepMs = 0; stepMs <= 120_000; stepMs += 20) {
      pair.publisher.sendMedia('video', startMs + stepMs, new Uint8Array(stepMs % 2_000 === 0 ? 300 : 20));
      pair.publisher.sendMedia('audio', startMs + stepMs + 3, new Uint8Array(10));
      sent.push((startMs + stepMs) % 2 ** 32, (startMs + stepMs + 3) % 2 ** 32);
    }
    pair.pump();
    const received = pair.received.flatMap((event) => (event.type === 'media' ? [event.timestampMs] : []));
    expect(received).toEqual(sent);
  });

  it('goes back in time with a full header', () => {
    const pair = new SessionPair({ publish: { chunkSizeBytes: 128 } }).start();
    const times = [20_000_000, 20_000_040, 19_999_000, 50_000_000, 40];
    for (const time of times) pair.publisher.sendMedia('video', time, new Uint8Array(400));
    pair.pump();
    expect(pair.received.flatMap((event) => (event.type === 'media' ? [event.timestampMs] : []))).toEqual(
      times,
    );
  });

  it('tells capabilities both ways', () => {
    const capabilities = {
      fourCcList: ['hvc1'],
      videoFourCcInfoMap: { hvc1: 2 },
      audioFourCcInfoMap: { Opus: 2 },
      capsEx: 3,
    };
    const pair = new SessionPair({ publish: { capabilities } }).start();
    expect(pair.published.find((event) => event.type === 'connectAccepted')).toMatchObject({
      capabilities: { fourCcList: ['*'], capsEx: 15 },
    });
    const classic = new SessionPair().start();
    expect(classic.published.find((event) => event.type === 'connectAccepted')).toMatchObject({
      capabilities: undefined,
    });
  });

  it('acknowledges, answers pings, follows chunk sizes and passes requests on while live', () => {
    const pair = new SessionPair({ receive: { windowAckBytes: 10_000 } }).start();
    pair.publisher.sendMedia('video', 0, new Uint8Array(30_000));
    pair.pump();
    pair.receiver.ping(77);
    pair.receiver.setChunkSize(1_000);
    pair.receiver.requestReconnect({ tcUrl: '//other/live', description: 'maintenance' });
    pair.receiver.sendStatus({ level: 'warning', code: 'NetStream.Record.Failed', description: 'disk' });
    pair.pump();
    expect(pair.published).toContainEqual({ type: 'pingAnswered' });
    expect(pair.received).toContainEqual({ type: 'pongReceived' });
    for (const question of ['ping', 'call'] as const) {
      pair.publisher.ask(question);
      pair.pump();
      expect(pair.published).toContainEqual({ type: 'answered', question });
    }
    expect(pair.published).toContainEqual({ type: 'chunkSizeChanged', bytes: 1_000 });
    expect(pair.published).toContainEqual({
      type: 'reconnectRequested',
      tcUrl: '//other/live',
      description: 'maintenance',
    });
    expect(pair.published).toContainEqual({
      type: 'statusReceived',
      level: 'warning',
      code: 'NetStream.Record.Failed',
      description: 'disk',
    });
    expect(pair.publisher.phase).toBe('publishing');
  });

  it('reports refusals of either kind', () => {
    const connect = new SessionPair({
      answer: (receiver, event) => {
        if (event.type !== 'connectRequested') return;
        receiver.rejectConnect({
          code: 'NetConnection.Connect.Rejected',
          description: '[ AccessManager.Reject ] : [ code=403 need auth; authmod=adobe ] : ',
        });
      },
    }).start();
    expect(connect.publisher.phase).toBe('failed');
    expect(connect.published.at(-1)).toMatchObject({
      type: 'refused',
      stage: 'connect',
      auth: { kind: 'adobe', step: 'announced' },
    });
    const publish = new SessionPair({
      answer: (receiver, event) => {
        if (event.type === 'connectRequested') receiver.acceptConnect();
        if (event.type !== 'publishRequested') return;
        receiver.rejectPublish({
          code: 'NetStream.Publish.BadName',
          description: `${event.streamKey} is taken`,
        });
      },
    }).start();
    expect(publish.published.at(-1)).toEqual({
      type: 'refused',
      stage: 'publish',
      level: 'error',
      code: 'NetStream.Publish.BadName',
      description: '••• is taken',
    });
  });
});
