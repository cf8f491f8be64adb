/** Robustness list, R20 to R40: control messages, commands and their values. */
import { describe, expect, it } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
import { amfEcmaArray, amfObject, amfStrictArray } from '../../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../../electron/rtmp/amf/amf-value.ts';
import { encodeAmf0 } from '../../../../electron/rtmp/amf/amf0-encoder.ts';
import { buildCommand } from '../../../../electron/rtmp/message/command.ts';
import type { Stage } from '../../../support/servers/hostile-peer.ts';
import { vectors } from '../../../unit/rtmp/vectors.ts';
import { runAttack, streamKey } from './attack.ts';
import type { Attack } from './attack-types.ts';

const live = { at: 'live', outcome: 'lives' } as const;
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const repeated = (text: string, count: number): Buffer => hex(text.repeat(count));
const MEGABYTE = 1024 * 1024;

/** An onStatus whose information is these bytes. */
const statusWith = (information: Buffer): Buffer =>
  Buffer.concat([buildCommand('onStatus', 0, [null]), information]);

const broken: readonly [string, Buffer][] = [
  ['10000 objects in each other', repeated('03000161', 10_000)],
  ['10000 arrays in each other', repeated('0a00000001', 10_000)],
  ['10000 AMF3 arrays in each other', Buffer.concat([hex('11'), repeated('090301', 10_000)])],
  ['an array of 4294967295 values', hex('0affffffff05')],
  ['an AMF3 array of 268435455 values', hex('1109ffffffff01')],
];

const badReferences: readonly [string, Buffer][] = [
  ['an object that refers to itself', hex('030001610700000000090000')],
  ['a reference to what is not there', hex('0700ff')],
  ['an AMF3 reference out of range', hex('110a7e')],
  ['an AMF3 trait reference out of range', hex('110a7d')],
  ['an AMF3 object that encodes itself', hex('110a0703610161')],
];

const result = buildCommand('_result', 1, [
  amfObject({ fmsVer: 'FMS/3' }),
  amfObject({ code: 'NetConnection.Connect.Success' }),
]);

/** The stages at which a server may just be gone, and what that reads as. */
const closings: readonly [Stage, string][] = [
  ['connect', 'rtmp/unknown-application'],
  ['createStream', 'rtmp/server-ended'],
  ['publish', 'rtmp/key-refused'],
  ['live', 'rtmp/key-refused'],
];

/** A status in the words that a server chose. */
const described = (description: string, check: Attack['check'], name: string): Attack => ({
  ...live,
  name,
  play: (connection) => {
    connection.control({ type: 'setChunkSize', bytes: 65_536 });
    connection.status({ level: 'error', code: 'NetStream.Record.Failed', description });
  },
  check,
});

const wordsOf = (seen: Parameters<NonNullable<Attack['check']>>[0]): string[] =>
  seen.events.flatMap((event) => (event.type === 'statusReceived' ? [event.description] : []));

const attacks: readonly Attack[] = [
  {
    ...live,
    name: 'R20: acknowledgements of more than was sent, backwards and wrapped',
    play: (connection) => {
      for (const totalBytes of [5_000, 4_000, 0xf0000000, 0xffffffff, 10, 0]) {
        connection.control({ type: 'acknowledgement', totalBytes });
      }
    },
    check: ({ publisher }) => expect(publisher?.stats.acknowledgedBytes).toBeGreaterThan(0),
  },
  ...[0, 1, 0xffffffff].map((bytes): Attack => ({
    ...live,
    name: `R21: a window of ${bytes} to acknowledge`,
    play: (connection) => {
      connection.control({ type: 'windowAcknowledgementSize', bytes });
      for (let count = 0; count < 2_000; count += 1) connection.control({ type: 'streamBegin', streamId: 1 });
    },
    // 2000 messages of 18 bytes: at most one answer for each 1024.
    check: ({ connections }) =>
      expect(connections[0]?.messages.filter(({ type }) => type === 3).length).toBeLessThan(40),
  })),
  {
    ...live,
    name: 'R22: peer bandwidth of zero, of a bad type, and cut short',
    play: (connection) => {
      for (const text of ['0000000000', 'ffffffff09', '002625a0', '00']) connection.message(6, hex(text), 2);
    },
  },
  {
    ...live,
    name: 'R24: user control events that are short or unknown',
    play: (connection) => {
      for (const text of ['', '00', '0006', '001a', '001a00000000', '00ff00000000']) {
        connection.message(4, hex(text), 2);
      }
    },
  },
  {
    ...live,
    name: 'R25: every message type that there is',
    play: (connection) => {
      const used = new Set([1, 2, 3, 4, 5, 6, 17, 20]);
      for (let type = 0; type < 256; type += 1)
        if (!used.has(type)) connection.message(type, Buffer.alloc(9));
    },
    check: ({ publisher }) => expect(publisher?.stats.messagesIgnored).toBe(248),
  },
  {
    at: 'live',
    name: 'R26: megabytes of media for the publisher',
    play: (connection) => {
      connection.control({ type: 'setChunkSize', bytes: MEGABYTE });
      for (const type of [9, 8, 22])
        connection.socket.write(connection.bytesOf(type, Buffer.alloc(MEGABYTE - 100)));
    },
    outcome: 'rtmp/limit',
  },
  {
    ...live,
    name: 'R27: commands without a name, values or sense',
    play: (connection) => {
      const bodies = [[], [1], [null], ['_result'], ['onBWDone'], [amfObject({})], ['x', 'y', 'z'], ['']];
      for (const values of bodies) connection.message(20, encodeAmf0(values));
      connection.message(20, hex('02ffff61'));
      connection.message(17, Buffer.alloc(0));
    },
  },
  {
    name: 'R28: results of transactions that were never asked for',
    at: 'connect',
    play: (connection) => {
      for (const transaction of [0, 99, NaN, -1, 1e300, 1.5, Infinity]) {
        connection.command('_result', transaction, null, 1);
        connection.command('_error', transaction, null, amfObject({ level: 'error', code: 'x' }));
      }
      connection.message(20, result).message(20, result);
    },
    goesOnFrom: 'connect',
    outcome: 'lives',
  },
  ...(['1', 0, NaN, 2 ** 32, -1, 1.5, null, amfObject({})] as AmfValue[]).map((streamId): Attack => ({
    name: `R29: the created stream is ${typeof streamId === 'object' ? 'an object or null' : `${typeof streamId} ${String(streamId)}`}`,
    at: 'createStream',
    play: (connection) => void connection.command('_result', 4, null, streamId),
    outcome: 'rtmp/protocol',
  })),
  {
    name: 'R30: errors for calls that do not matter',
    at: 'createStream',
    play: (connection) => {
      const information = amfObject({ level: 'error', code: 'NetConnection.Call.Failed' });
      for (const transaction of [2, 3, 77]) connection.command('_error', transaction, null, information);
    },
    goesOnFrom: 'createStream',
    outcome: 'lives',
  },
  {
    name: 'R31: a rejection of connect that is only a status',
    at: 'connect',
    play: (connection) =>
      void connection.status({ level: 'error', code: 'NetConnection.Connect.Rejected', description: 'full' }),
    outcome: 'rtmp/connect-rejected',
    check: ({ error }) => expect(error?.details['serverWords']).toBe('NetConnection.Connect.Rejected: full'),
  },
  ...closings.flatMap(([stage, outcome]) =>
    ['closes', 'resets'].map((how): Attack => ({
      name: `R32: the server ${how} the connection at ${stage}`,
      at: stage,
      play: (connection) => {
        if (how === 'closes') connection.socket.end();
        // A reset would overtake what was said just before.
        else connection.socket.end(() => connection.socket.resetAndDestroy());
      },
      outcome,
    })),
  ),
  {
    ...live,
    name: 'R33: the status is somewhere else, or not there',
    play: (connection) => {
      const information = { level: 'status', code: 'NetStream.Record.Start', description: 'd' };
      connection.command('onStatus', 0, null, amfEcmaArray(information));
      connection.command('onStatus', 0, amfObject(information));
      connection.command('onStatus', 0, null, null, amfObject(information));
      connection.command('onStatus', 0, null, amfStrictArray([]), 'text', amfObject(information));
      connection.command('onStatus', 0);
      connection.command('onStatus', 0, null, amfObject({ code: 5, level: null }));
    },
    check: (seen) => expect(wordsOf(seen)).toEqual(['d', 'd', 'd', 'd', '', '']),
  },
  {
    ...live,
    name: 'R34: Publish.Start comes twice',
    play: (connection) => void connection.status({ level: 'status', code: 'NetStream.Publish.Start' }),
  },
  {
    name: 'R34: BadName comes after the start',
    at: 'live',
    play: (connection) => void connection.status({ level: 'error', code: 'NetStream.Publish.BadName' }),
    outcome: 'rtmp/name-in-use',
  },
  ...broken.flatMap(([what, bytes]): Attack[] => [
    { ...live, name: `R35: ${what}`, play: (connection) => void connection.message(20, statusWith(bytes)) },
    {
      name: `R35: ${what}, in the answer to connect`,
      at: 'connect',
      play: (connection) =>
        void connection.message(20, Buffer.concat([buildCommand('_result', 1, [null]), bytes])),
      outcome: 'rtmp/bad-amf',
    },
  ]),
  {
    ...live,
    name: 'R36: a status cut off at every byte, every marker, and a key of __proto__',
    play: (connection) => {
      const whole = hex(vectors.V39.bytes);
      for (let length = 0; length < whole.length - 24; length += 1) {
        connection.message(20, whole.subarray(0, length));
      }
      for (let marker = 0; marker < 256; marker += 1) {
        connection.message(20, statusWith(Buffer.of(marker, 0, 1, 0x61)));
        connection.message(20, statusWith(Buffer.of(0x11, marker, 0xff, 0xff)));
      }
      connection.status({ level: 'status', code: 'x', ['__proto__']: amfObject({ isPolluted: true }) });
      connection.message(
        20,
        statusWith(hex('03 0009 5f5f70726f746f5f5f 03 0001 61 0101 000009 000009'.replaceAll(' ', ''))),
      );
    },
    check: () => expect(Object.keys(Object.prototype)).toEqual([]),
  },
  ...badReferences.flatMap(([what, bytes]): Attack[] => [
    { ...live, name: `R37: ${what}`, play: (connection) => void connection.message(20, statusWith(bytes)) },
    {
      name: `R37: ${what}, in the answer to connect`,
      at: 'connect',
      play: (connection) =>
        void connection.message(20, Buffer.concat([buildCommand('_result', 1, [null]), bytes])),
      outcome: 'rtmp/bad-amf',
    },
  ]),
  described(
    `key ${streamKey} \u0000\u001b[31m\u202Ebad\r\nline`,
    (seen) => expect(wordsOf(seen)).toEqual(['key ••• [31m bad line']),
    'R38: control characters, marks and the key in the server’s words',
  ),
  {
    ...live,
    name: 'R38: bytes that are no UTF-8',
    play: (connection) =>
      void connection.message(20, statusWith(hex('0300056c6576656c020002fffe0004636f6465020001c3000009'))),
    check: ({ events }) =>
      expect(JSON.stringify(events.find((event) => event.type === 'statusReceived'))).toContain('\uFFFD'),
  },
  {
    ...live,
    name: 'R39: a description of a quarter of a megabyte',
    play: (connection) => {
      const text = Buffer.alloc(MEGABYTE / 4, 0x79);
      const long = Buffer.concat([
        hex('03000b6465736372697074696f6e0c'),
        Buffer.alloc(4),
        text,
        hex('000009'),
      ]);
      long.writeUInt32BE(text.length, 15);
      connection.control({ type: 'setChunkSize', bytes: 65_536 }).message(20, statusWith(long));
    },
    check: (seen) => expect(wordsOf(seen)).toEqual(['y'.repeat(300)]),
  },
  ...[0, 1].map((skipped): Attack => ({
    name: `R40: an AMF3 answer ${skipped === 0 ? 'with' : 'without'} its format byte`,
    at: 'connect',
    play: (connection) => void connection.message(17, hex(vectors.V22.bytes).subarray(skipped)),
    goesOnFrom: 'connect',
    outcome: 'lives',
  })),
];

describe('hostile commands', { timeout: 30_000 }, () => {
  it.each(attacks)('$name', (attack) => runAttack(attack));

  it('R23: 10000 pings at once, of which a bounded number are answered', () =>
    runAttack({
      name: 'R23',
      at: 'live',
      play: async (connection) => {
        const pings = Array.from({ length: 10_000 }, (_, time) =>
          connection.bytesOf(4, hex(`0006${time.toString(16).padStart(8, '0')}`), 2),
        );
        connection.send(Buffer.concat(pings));
        // The next second answers again.
        const hasAnswered = (): boolean => connection.messages.some(({ body }) => body[4] === 0xff);
        while (!hasAnswered() && !connection.isGone) {
          connection.control({ type: 'pingRequest', time: 0xffff });
          await delay(50);
        }
      },
      outcome: 'lives',
      check: ({ connections, publisher }) => {
        const answers = connections[0]?.messages.filter(({ type }) => type === 4).length ?? 0;
        expect(answers).toBeGreaterThanOrEqual(64);
        expect(answers).toBeLessThan(64 * 8);
        expect(publisher?.bytesInSocket).toBeLessThan(64 * 1024);
      },
    }));
});
