/** Robustness list, R1 to R7: the handshake. */
import { describe, expect, it } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
import type { HostileConnection } from '../../../support/servers/hostile-peer.ts';
import { runAttack } from './attack.ts';
import type { Attack } from './attack-types.ts';

const packet = (fill: number): Buffer => Buffer.alloc(1536, fill);
const s0 = Buffer.of(3);

/** Answers with these packets and goes on in good order. */
function answering(name: string, answer: (c1: Buffer) => readonly Buffer[]): Attack {
  return {
    name,
    at: 'handshake',
    play: async (connection) => {
      connection.send(Buffer.concat([s0, ...answer(connection.c1)]));
      await connection.untilShaken();
    },
    goesOnFrom: 'handshake',
    outcome: 'lives',
  };
}

const handshakeClosings: readonly [string, Buffer][] = [
  ['before S0', Buffer.alloc(0)],
  ['after S0', s0],
  ['within S1', Buffer.concat([s0, packet(1).subarray(0, 700)])],
  ['after S1', Buffer.concat([s0, packet(1)])],
  ['within S2', Buffer.concat([s0, packet(1), packet(2).subarray(0, 1535)])],
];

const shortDeadline = { deadlines: { handshakeMs: 250 } };
const expectTimeout: Attack['check'] = ({ error }) => expect(error?.details['step']).toBe('handshake');

/** What a server may send in one write with its last handshake packet. */
function glued(connection: HostileConnection): Buffer {
  const window = connection.bytesOf(5, Buffer.from('002625a0', 'hex'), 2);
  const ping = connection.bytesOf(4, Buffer.from('000612345678', 'hex'), 2);
  return Buffer.concat([s0, packet(9), connection.c1, window, ping]);
}

const expectGluedPing: Attack['check'] = ({ connections }) => {
  const answers = connections[0]?.messages.filter(({ type, body }) => type === 4 && body[5] === 0x78);
  expect(answers).toHaveLength(1);
};

const attacks: readonly Attack[] = [
  ...[0x48, 0x15, 0x16, 0x00, 0xff].map((byte): Attack => ({
    name: `R1: S0 is 0x${byte.toString(16)}`,
    at: 'handshake',
    play: (connection) => void connection.send(Buffer.of(byte)),
    outcome: 'rtmp/not-rtmp',
    check: ({ error }) => expect(error?.details['message']).toBeTruthy(),
  })),
  ...[6, 8, 9].map((byte): Attack => ({
    name: `R2: S0 is ${byte} to a plain client`,
    at: 'handshake',
    play: (connection) => void connection.send(Buffer.of(byte)),
    outcome: 'rtmp/wants-encryption',
  })),
  {
    name: 'R3: the handshake comes byte by byte and never ends',
    at: 'handshake',
    play: async (connection) => {
      connection.send(s0);
      while (!connection.isGone) {
        connection.send(Buffer.of(1));
        await delay(5);
      }
    },
    options: shortDeadline,
    outcome: 'transport/timeout',
    check: expectTimeout,
  },
  {
    name: 'R3: the handshake stops after S1',
    at: 'handshake',
    play: (connection) => void connection.send(Buffer.concat([s0, packet(1)])),
    options: shortDeadline,
    outcome: 'transport/timeout',
    check: expectTimeout,
  },
  answering('R4: S1 and S2 are all zeros', () => [packet(0), packet(0)]),
  answering('R4: S2 is S1', () => [packet(5), packet(5)]),
  answering('R4: S1 is C1, and so is S2', (c1) => [c1, c1]),
  answering('R4: S2 echoes something else', () => [packet(5), packet(6)]),
  {
    name: 'R5: the first chunks are glued to S2',
    at: 'handshake',
    play: async (connection) => {
      connection.send(glued(connection));
      await connection.untilShaken();
    },
    goesOnFrom: 'handshake',
    outcome: 'lives',
    check: expectGluedPing,
  },
  {
    name: 'R5: the same byte by byte',
    at: 'handshake',
    play: async (connection) => {
      for (const byte of glued(connection)) connection.send(Buffer.of(byte));
      await connection.untilShaken();
    },
    goesOnFrom: 'handshake',
    outcome: 'lives',
    check: expectGluedPing,
  },
  ...handshakeClosings.flatMap(([when, bytes]) =>
    ['closed', 'reset'].map((how): Attack => ({
      name: `R6: ${how} ${when}`,
      at: 'handshake',
      play: (connection) => {
        if (bytes.length > 0) connection.send(bytes);
        if (how === 'closed') connection.socket.end();
        else connection.socket.resetAndDestroy();
      },
      outcome: 'rtmp/handshake-failed',
      check: ({ error }) => expect(error?.details['message']).toContain('handshake'),
    })),
  ),
  {
    name: 'R7: two megabytes of junk in place of S1',
    at: 'handshake',
    play: (connection) => void connection.send(s0).send(Buffer.alloc(2 * 1024 * 1024, 0xee)),
    outcome: /^rtmp\/(protocol|limit)$/,
  },
  {
    name: 'R7: junk without end',
    at: 'handshake',
    play: async (connection) => {
      const junk = Buffer.alloc(1024 * 1024, 0x41);
      while (!connection.isGone) {
        connection.send(junk);
        await delay(1);
      }
    },
    outcome: 'rtmp/not-rtmp',
  },
];

describe('hostile handshakes', { timeout: 30_000 }, () => {
  it.each(attacks)('$name', (attack) => runAttack(attack));
});
