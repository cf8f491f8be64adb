import { describe, expect, it } from 'vitest';
import { amfObject } from '../../../../../electron/rtmp/amf/amf-value.ts';
import { concatBytes } from '../../../../../shared/bytes.ts';
import { parseHex } from '../../../../../electron/rtmp/bytes/hex.ts';
import { ChunkWriter } from '../../../../../electron/rtmp/chunk/chunk-writer.ts';
import { ReceiveSession } from '../../../../../electron/rtmp/index.ts';
import { buildCommand } from '../../../../../electron/rtmp/message/command.ts';
import { ScriptedClient } from '../../support/scripted-client.ts';
import { seededRandom } from '../../support/session-pair.ts';
import { vectors } from '../../vectors.ts';

describe('a receive session', () => {
  it('takes messages of 64 KiB until publish is accepted, and of 16 MiB then', () => {
    const kib = 1024;
    const early = new ScriptedClient().command('connect', 1, amfObject({ app: 'live' }));
    early.session.acceptConnect();
    early.message(9, new Uint8Array(64 * kib));
    expect(early.events.at(-1)?.type).not.toBe('failed');
    early.message(9, new Uint8Array(64 * kib + 1));
    expect(early.events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'rtmp/limit' } });
    const late = new ScriptedClient().publish().message(9, new Uint8Array(0xffffff), 1);
    expect(late.events.at(-1)).toMatchObject({ type: 'media', kind: 'video' });
  });

  it('reads the connect that FFmpeg sends (V33)', () => {
    const client = new ScriptedClient().bytes(parseHex(vectors.V33.bytes));
    expect(client.events.at(-1)).toMatchObject({
      type: 'connectRequested',
      app: 'live/inst',
      tcUrl: 'rtmp://127.0.0.1:19351/live/inst',
      flashVer: 'FMLE/3.0 (compatible; Lavf59.27.100)',
    });
  });

  it('answers what old encoders wait for', () => {
    const client = new ScriptedClient();
    client.command('connect', 1, amfObject({ app: 'live' })).session.acceptConnect();
    client.session.takeOutput();
    client.command('releaseStream', 2, null, 'key').command('FCPublish', 3, null, 'key');
    client.command('_checkbw', 4, null).command('mystery', 5, null).command('mystery', 0, null);
    expect(client.answers()).toEqual([
      ['_result', 2],
      ['_result', 3],
      ['onFCPublish', 0],
      ['_result', 4],
      ['_error', 5],
    ]);
  });

  it('takes media only between publish and its end, which it reports once', () => {
    const client = new ScriptedClient();
    client.message(9, new Uint8Array(3));
    client.publish().message(9, new Uint8Array(3), 1);
    client.command('FCUnpublish', 6, null, 'key').command('deleteStream', 7, null, 1);
    client.message(9, new Uint8Array(3), 1);
    const types = client.events
      .map((event) => event.type)
      .filter((type) => type === 'media' || type === 'unpublished');
    expect(types).toEqual(['media', 'unpublished']);
    expect(client.session.phase).toBe('connected');
  });

  it('takes another publication on the same connection', () => {
    const client = new ScriptedClient().publish().command('closeStream', 0, null);
    client.command('publish', 8, null, 'other', 'live').session.acceptPublish();
    expect(client.session.phase).toBe('publishing');
  });

  it('splits aggregates', () => {
    const part = (type: string, time: string) => `${type}000002${time}000000aabb0000000d`;
    const body = parseHex(part('08', '00000a00') + part('09', '00001e00'));
    const client = new ScriptedClient().publish().message(22, body, 1);
    expect(client.events.slice(-2)).toMatchObject([
      { type: 'media', kind: 'audio', timestampMs: 0 },
      { type: 'media', kind: 'video', timestampMs: 20 },
    ]);
  });

  it('bounds what a flood of calls makes it say', () => {
    const client = new ScriptedClient();
    for (let count = 0; count < 5_000; count += 1) {
      client.command('createStream', 2, null).command('FCPublish', 3, null).command('mystery', 4, null);
    }
    expect(client.answers().length).toBeLessThanOrEqual(16);
    expect(client.events.filter((event) => event.type === 'streamCreated')).toHaveLength(16);
  });

  it('says what came before the garbage in the same bytes, once it is answered', () => {
    const client = new ScriptedClient();
    const connect = new ChunkWriter();
    const body = buildCommand('connect', 1, [amfObject({ app: 'live' })]);
    connect.writeMessage({ chunkStreamId: 3, type: 20, streamId: 0, timestampMs: 0, body });
    client.bytes(concatBytes([...connect.takeOutput(), parseHex('02000000000004010000000000000000')]));
    expect(client.events.at(-1)?.type).toBe('connectRequested');
    expect(client.session.isHolding).toBe(false);
    client.session.acceptConnect();
    expect(client.session.isHolding).toBe(true);
    client.bytes(new Uint8Array(0));
    expect(client.events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'rtmp/protocol' } });
    expect(client.session.isHolding).toBe(false);
  });

  it('holds no more than is bounded behind a request without an answer', () => {
    const client = new ScriptedClient().command('connect', 1, amfObject({ app: 'live' }));
    const flood = new Uint8Array(1024 * 1024);
    for (let count = 0; count < 8; count += 1) client.bytes(flood);
    expect(client.events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'rtmp/limit' } });
  });

  it('refuses web browsers and nonsense', () => {
    const session = new ReceiveSession({}, seededRandom(1));
    expect(session.receive(new TextEncoder().encode('GET / HTTP/1.1\r\n'), 0)).toMatchObject([
      { type: 'failed', error: { code: 'rtmp/not-rtmp' } },
    ]);
    expect(session.phase).toBe('failed');
  });
});
