/** The rows of the reference's robustness list that a publish session answers for. */
import { describe, expect, it } from 'vitest';
import { amfEcmaArray, amfObject, amfStrictArray } from '../../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../../electron/rtmp/amf/amf-value.ts';
import { encodeAmf0 } from '../../../../electron/rtmp/amf/amf0-encoder.ts';
import { concatBytes } from '../../../../shared/bytes.ts';
import { parseHex } from '../../../../electron/rtmp/bytes/hex.ts';
import { buildCommand } from '../../../../electron/rtmp/message/command.ts';
import { buildControlMessage } from '../../../../electron/rtmp/message/control-message.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { publishOptions } from '../support/session-pair.ts';
import { ScriptedServer } from '../support/scripted-server.ts';
import { vectors } from '../vectors.ts';

function connecting(): ScriptedServer {
  const server = new ScriptedServer();
  server.session.start(0);
  server.shakeHands();
  server.takeMessages();
  return server;
}

function creating(): ScriptedServer {
  const server = connecting().command(buildCommand('_result', 1, [null, null]));
  server.takeMessages();
  return server;
}

function publishing(): ScriptedServer {
  const server = creating().command(buildCommand('_result', 4, [null, 1]));
  server.command(statusOf({ level: 'status', code: 'NetStream.Publish.Start' }));
  server.takeMessages();
  server.events.length = 0;
  return server;
}

function statusOf(information: Record<string, AmfValue>): Uint8Array {
  return buildCommand('onStatus', 0, [null, amfObject(information)]);
}

function control(server: ScriptedServer, message: Parameters<typeof buildControlMessage>[0]): ScriptedServer {
  const { type, body } = buildControlMessage(message);
  return server.message(type, body, 2);
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as AppError).code;
  }
  return 'no error';
}

describe('a publish session', () => {
  it('says what a publisher says, in order', () => {
    const server = new ScriptedServer();
    server.session.start(0);
    server.shakeHands();
    expect(server.takeMessages().map(({ type }) => type)).toEqual([1, 20]);
    server.command(buildCommand('_result', 1, [null, null]));
    const commands = server.takeCommands();
    const { streamKey } = publishOptions;
    expect(commands).toMatchObject([
      { name: 'releaseStream', transactionId: 2, values: [null, streamKey] },
      { name: 'FCPublish', transactionId: 3, values: [null, streamKey] },
      { name: 'createStream', transactionId: 4, values: [null] },
    ]);
    server.command(buildCommand('_result', 4, [null, 7]));
    const [publish] = server.takeMessages();
    expect(publish).toMatchObject({ streamId: 7, chunkStreamId: 8, type: 20 });
  });

  it('R7: refuses junk after the handshake, holding little', () => {
    const server = connecting();
    expect(codeOf(() => server.bytes(new Uint8Array(2 * 1024 * 1024).fill(0xee)))).toMatch(/^rtmp\//);
    expect(server.session.phase).toBe('failed');
    expect(server.session.bufferedBytes).toBeLessThan(4 * 1024 * 1024);
  });

  it('R20: takes any acknowledgement for a statistic', () => {
    const server = publishing();
    for (const totalBytes of [5_000, 4_000, 0xf0000000, 0xffffffff, 10]) {
      control(server, { type: 'acknowledgement', totalBytes });
    }
    expect(server.events.map((event) => event.type)).toEqual(Array(5).fill('acknowledged'));
    expect(server.session.phase).toBe('publishing');
    server.session.sendMedia('audio', 0, new Uint8Array(3));
  });

  it('R20: counts on across the wrap of acknowledgements', () => {
    const server = publishing();
    for (const totalBytes of [0xf0000000, 0xfffffff0, 16])
      control(server, { type: 'acknowledgement', totalBytes });
    expect(server.session.stats.acknowledgedBytes).toBe(2 ** 32 + 16);
  });

  it('says what came before the garbage in the same bytes, then why it fails', () => {
    const server = publishing();
    const ping = parseHex(vectors.V31.bytes);
    const tooLarge = parseHex('02000000000004010000000080000000');
    const events = server.session.receive(concatBytes([ping, tooLarge, ping]), 0);
    expect(events.map((event) => event.type)).toEqual(['pingAnswered', 'failed']);
    expect(events.at(-1)).toMatchObject({ error: { code: 'rtmp/protocol' } });
    expect(server.session.phase).toBe('failed');
  });

  it.each([0, 1, 0xffffffff])('R21: raises no storm for a window of %d', (bytes) => {
    const server = publishing();
    control(server, { type: 'windowAcknowledgementSize', bytes });
    server.takeMessages();
    for (let count = 0; count < 100; count += 1) control(server, { type: 'streamBegin', streamId: 1 });
    expect(server.takeMessages().length).toBeLessThanOrEqual(2);
  });

  it('acknowledges the running total', () => {
    const server = publishing();
    control(server, { type: 'windowAcknowledgementSize', bytes: 10_000 });
    server.message(9, new Uint8Array(6_000));
    const [acknowledgement] = server.takeMessages();
    expect(acknowledgement?.type).toBe(3);
    expect(acknowledgement?.body).toEqual(
      buildControlMessage({ type: 'acknowledgement', totalBytes: server.session.stats.bytesReceived }).body,
    );
  });

  it('R22: takes any peer bandwidth', () => {
    const server = publishing();
    for (const hex of ['0000000000', 'ffffffff09', '002625a0']) server.message(6, parseHex(hex));
    expect(server.events.map((event) => event.type)).toEqual(Array(3).fill('peerBandwidthChanged'));
  });

  it('R23: answers a bounded number of pings a second, at once', () => {
    const server = publishing();
    for (let count = 0; count < 10_000; count += 1) control(server, { type: 'pingRequest', time: count });
    const answers = server.takeMessages();
    expect(answers.length).toBe(64);
    expect(answers[0]).toMatchObject(buildControlMessage({ type: 'pingResponse', time: 0 }));
    server.nowMs = 1_000;
    control(server, { type: 'pingRequest', time: 1 });
    expect(server.takeMessages()).toHaveLength(1);
  });

  it('R24, R25, R26: ignores what is not for a publisher', () => {
    const server = publishing();
    for (const hex of ['', '00', '0006', '001a', '001a00000000', '00ff00000000', '0000000001']) {
      server.message(4, parseHex(hex));
    }
    for (const type of [0, 7, 8, 9, 10, 14, 15, 16, 18, 19, 21, 22, 23, 255])
      server.message(type, new Uint8Array(5));
    expect(server.session.phase).toBe('publishing');
    expect(new Set(server.events.map((event) => event.type))).toEqual(new Set(['messageIgnored']));
    expect(server.session.stats.messagesIgnored).toBeGreaterThanOrEqual(20);
  });

  it('R27: ignores commands without a name, transaction or values', () => {
    const server = connecting();
    for (const values of [[], [1], [null], ['_result'], ['onBWDone'], [amfObject({})], ['x', 'y', 'z']]) {
      server.command(encodeAmf0(values));
    }
    server.command(parseHex('02ffff61'));
    expect(server.session.phase).toBe('connecting');
  });

  it('R28: ignores results of transactions that are not its own', () => {
    const server = connecting();
    for (const transaction of [0, 99, NaN, -1, 1e300, 1.5]) {
      server.command(buildCommand('_result', transaction, [null, 1]));
      server.command(buildCommand('_error', transaction, [null, amfObject({ level: 'error', code: 'x' })]));
    }
    expect(server.session.phase).toBe('connecting');
    server.command(buildCommand('_result', 1, [null, null]));
    server.command(buildCommand('_result', 1, [null, null]));
    expect(server.events.filter((event) => event.type === 'connectAccepted')).toHaveLength(1);
  });

  it.each<AmfValue>(['1', 0, NaN, 2 ** 32, -1, 1.5, null, amfObject({})])(
    'R29: refuses stream %j',
    (streamId) => {
      const server = creating();
      expect(codeOf(() => server.command(buildCommand('_result', 4, [null, streamId])))).toBe(
        'rtmp/protocol',
      );
      expect(server.session.phase).toBe('failed');
    },
  );

  it('R30: goes on after errors of calls that do not matter', () => {
    const server = creating();
    for (const transaction of [2, 3]) {
      const information = amfObject({ level: 'error', code: 'NetConnection.Call.Failed' });
      server.command(buildCommand('_error', transaction, [null, information]));
    }
    expect(server.session.phase).toBe('creatingStream');
  });

  it('R31: takes a rejection as status', () => {
    const server = connecting();
    server.command(
      statusOf({
        level: 'error',
        code: 'NetConnection.Connect.Rejected',
        description: 'no\u0000 \u001b[31mway\n',
      }),
    );
    expect(server.events.at(-1)).toEqual({
      type: 'refused',
      stage: 'connect',
      level: 'error',
      code: 'NetConnection.Connect.Rejected',
      description: 'no [31mway',
    });
  });

  it('takes the result of publish for its start', () => {
    const server = creating().command(buildCommand('_result', 4, [null, 1]));
    server.command(buildCommand('_result', 5, [null]));
    expect(server.session.phase).toBe('publishing');
  });

  it('R33: finds the status wherever it is, whatever is missing', () => {
    const server = publishing();
    const information = { level: 'status', code: 'NetStream.Record.Start', description: 'd' };
    const forms: AmfValue[][] = [
      [null, amfEcmaArray(information)],
      [amfObject(information)],
      [null, null, amfObject(information)],
      [null, amfStrictArray([]), 'text', amfObject(information)],
    ];
    for (const values of forms) server.command(buildCommand('onStatus', 0, values));
    expect(server.events).toEqual(forms.map(() => ({ type: 'statusReceived', ...information })));
    server.events.length = 0;
    server.command(buildCommand('onStatus', 0, []));
    server.command(buildCommand('onStatus', 0, [null, amfObject({ code: 5, level: null })]));
    expect(server.events).toEqual(
      [1, 2].map(() => ({ type: 'statusReceived', level: '', code: '', description: '' })),
    );
  });

  it('R34: starts once; a bad name after the start is the end', () => {
    const server = publishing();
    server.command(statusOf({ level: 'status', code: 'NetStream.Publish.Start' }));
    expect(server.events.map((event) => event.type)).toEqual(['messageIgnored']);
    server.command(statusOf({ level: 'error', code: 'NetStream.Publish.BadName' }));
    expect(server.events.at(-1)).toMatchObject({ type: 'refused', stage: 'publish' });
    expect(server.session.phase).toBe('failed');
    expect(server.session.receive(new Uint8Array(100).fill(0xff), 0)).toEqual([]);
  });

  it('fails on an answer to connect that cannot be read, and drops one while live', () => {
    const broken = concatBytes([buildCommand('_result', 1, [null]), parseHex('03000161')]);
    expect(codeOf(() => connecting().command(concatBytes([broken, parseHex('ff')])))).toBe('rtmp/bad-amf');
    const server = publishing();
    server.command(concatBytes([broken, parseHex('ff')]));
    expect(server.session.phase).toBe('publishing');
  });

  it('R38, R39: shows bounded words without controls or the key', () => {
    const server = publishing();
    const description = `key ${publishOptions.streamKey} \u202Ebad\r\n${'x'.repeat(1_000)}`;
    server.command(statusOf({ level: 'error', code: 'NetStream.Odd', description }));
    const event = server.events.at(-1);
    expect(event?.type).toBe('statusReceived');
    const words = event?.type === 'statusReceived' ? event.description : '';
    expect(words).toMatch(/^key ••• bad x+$/);
    expect(words.length).toBe(300);
    server.command(statusOf({ level: 'error', code: 'NetStream.Odd', description: 'y'.repeat(900_000) }));
    expect(server.session.phase).toBe('publishing');
  });

  it('R40: reads AMF3 commands with and without their format byte (V22)', () => {
    const server = connecting();
    server.command(parseHex(vectors.V22.bytes), 17);
    expect(server.events.at(-1)?.type).toBe('connectAccepted');
    const other = connecting();
    other.command(parseHex(vectors.V22.bytes).subarray(1), 17);
    expect(other.events.at(-1)?.type).toBe('connectAccepted');
  });

  it('R41: passes on one reconnect request a second', () => {
    const server = publishing();
    for (let count = 0; count < 100; count += 1) server.command(parseHex(vectors.V40.bytes));
    expect(server.events.filter((event) => event.type === 'reconnectRequested')).toEqual([
      { type: 'reconnectRequested', tcUrl: '//192.0.2.0/realtimeapp', description: '' },
    ]);
  });

  it('R42: reports where it is sent instead', () => {
    const server = connecting();
    const ex = amfObject({ code: 302, redirect: 'rtmp://elsewhere/live' });
    const information = amfObject({ level: 'error', code: 'NetConnection.Connect.Rejected', ex });
    server.command(buildCommand('_error', 1, [null, information]));
    expect(server.events.at(-1)).toMatchObject({ type: 'refused', redirectUrl: 'rtmp://elsewhere/live' });
  });

  it('answers the calls that want an answer, and a bounded number of them', () => {
    const server = publishing();
    server.command(buildCommand('ping', 9, [null]));
    server.command(buildCommand('_onbwcheck', 10, [null]));
    server.command(buildCommand('onBWDone', 0, [null]));
    expect(server.takeCommands()).toMatchObject([
      { name: 'pong', transactionId: 9 },
      { name: '_result', transactionId: 10 },
    ]);
    for (let count = 0; count < 1_000; count += 1) server.command(buildCommand('ping', 1, [null]));
    expect(server.takeCommands().length).toBeLessThanOrEqual(16);
    server.command(buildCommand('close', 0, [null]));
    expect(server.events.at(-1)?.type).toBe('closeRequested');
  });

  it('R56: sends keys of any bytes, and refuses those that are too long', () => {
    const streamKey = 'a?b=c/d%20 é\u{1F600}&e';
    const server = new ScriptedServer({ streamKey });
    server.session.start(0);
    server.shakeHands().command(buildCommand('_result', 1, [null, null]));
    expect(server.takeCommands().find(({ name }) => name === 'releaseStream')?.values[1]).toBe(streamKey);
    expect(codeOf(() => new ScriptedServer({ streamKey: 'x'.repeat(70_000) }))).toBe('input/bad-key');
  });
});
