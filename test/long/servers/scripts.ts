/** Twelve servers that do what no server should, each for as long as somebody is connected. */
import { setTimeout as delay } from 'node:timers/promises';
import type { HostileConnection, HostileScript } from '../../support/servers/hostile-peer.ts';

export interface BadServer {
  readonly name: string;
  readonly script: HostileScript;
}

const START = { level: 'status', code: 'NetStream.Publish.Start', description: 'go' };
const MOVE = 'NetConnection.Connect.ReconnectRequest';
/** Between rounds of what a server repeats. */
const TICK_MS = 10;
const STATUSES_PER_TICK = 25;
/** 30 Mbit/s. */
const FLOOD_BYTES_PER_TICK = (30_000_000 / 8 / 1000) * TICK_MS;

export const inheritedNames = Object.getOwnPropertyNames(Object.prototype);

export const badAddresses: readonly string[] = [
  'http://bad.example/',
  'nonsense:',
  '//',
  'rtmp://\r\n/x',
  `rtmp://bad.example/${'x'.repeat(40_000)}`,
  'rtmp://10.255.255.1/live',
  'rtmp://192.168.255.254/live',
  'rtmp://169.254.169.254/live',
  'rtmp://127.0.0.1:1/live',
  'rtmp://bad.invalid/live',
  'constructor://x/y',
  `/${'a/'.repeat(10_000)}`,
];

/** Calls `act` again and again while the client is there; the socket's own buffer bounds what waits. */
async function repeat(
  connection: HostileConnection,
  everyMs: number,
  act: (round: number) => void,
): Promise<void> {
  for (let round = 0; !connection.isGone; round += 1) {
    if (connection.socket.writableLength < 1_000_000) act(round);
    await delay(everyMs);
  }
}

function redirect(connection: HostileConnection, url: string): void {
  connection.control({ type: 'setChunkSize', bytes: 65_536 });
  connection.rejectConnect({ code: 302, redirect: url });
}

/** Every control character and every mark that turns the direction of text. */
const oddCharacters = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index),
  ...[0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x061c, 0xfeff],
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
].map((code) => String.fromCodePoint(code));

export const badServers: readonly BadServer[] = [
  {
    name: 'refuses with status codes named as members of every object',
    script: async (connection, index) => {
      await connection.to('publish');
      const code = inheritedNames[index % inheritedNames.length] ?? '';
      connection.status({ level: 'error', code, description: code });
    },
  },
  {
    name: 'says the same codes while live',
    script: async (connection) => {
      await connection.to('live');
      await repeat(connection, 100, (round) => {
        const code = inheritedNames[round % inheritedNames.length] ?? '';
        connection.status({ level: 'error', code, description: `${code} ${round}` });
      });
    },
  },
  {
    name: 'asks for a move to a bad address in one segment with Publish.Start',
    script: async (connection, index) => {
      await connection.to('publish');
      connection.control({ type: 'setChunkSize', bytes: 65_536 });
      const tcUrl = badAddresses[index % badAddresses.length] ?? '';
      const move = connection.statusBytes({ level: 'status', code: MOVE, tcUrl });
      connection.send(Buffer.concat([connection.statusBytes(START), move]));
      // The next connection gets the next address.
      await delay(500);
      connection.socket.end();
    },
  },
  {
    name: 'asks for moves to bad, long, plain and private addresses',
    script: async (connection) => {
      await connection.to('live');
      connection.control({ type: 'setChunkSize', bytes: 65_536 });
      await repeat(connection, 1000, (round) => {
        const tcUrl = badAddresses[round % badAddresses.length] ?? '';
        connection.status({ level: 'status', code: MOVE, tcUrl });
      });
    },
  },
  {
    name: 'moves its publisher for ever',
    script: async (connection) => {
      await connection.to('live');
      await repeat(connection, 1000, () => {
        connection.status({ level: 'status', code: MOVE, description: 'once more' });
      });
    },
  },
  {
    name: 'redirects to bad, long, plain and private addresses',
    script: async (connection, index) => {
      await connection.to('connect');
      redirect(connection, badAddresses[index % badAddresses.length] ?? '');
    },
  },
  {
    name: 'redirects to itself',
    script: async (connection) => {
      await connection.to('connect');
      redirect(connection, `rtmp://127.0.0.1:${connection.socket.localPort ?? 0}/live`);
    },
  },
  {
    name: 'says 2,500 statuses a second',
    script: async (connection) => {
      await connection.to('live');
      await repeat(connection, TICK_MS, (round) => {
        for (let count = 0; count < STATUSES_PER_TICK; count += 1) {
          const description = `words ${round % 3 === 0 ? 'again' : round * STATUSES_PER_TICK + count}`;
          connection.status({ level: 'warning', code: 'NetStream.Record.Failed', description });
        }
      });
    },
  },
  {
    name: 'sends messages of one byte at 30 Mbit/s',
    script: async (connection) => {
      await connection.to('live');
      // A whole header once, then messages of one byte behind headers of one byte.
      connection.send(Buffer.from('0400000000000112000000005a', 'hex'));
      const flood = Buffer.alloc(FLOOD_BYTES_PER_TICK, Buffer.of(0xc4, 0x5a));
      await repeat(connection, TICK_MS, () => void connection.send(flood));
    },
  },
  {
    name: 'speaks in control and direction characters',
    script: async (connection) => {
      await connection.to('live');
      await repeat(connection, 50, (round) => {
        const odd = oddCharacters[round % oddCharacters.length] ?? '';
        const description = `a${odd}b${oddCharacters.join('')}${round}`;
        connection.status({ level: 'error', code: `NetStream.Record.${odd}`, description });
      });
    },
  },
  {
    name: 'begins messages that never end',
    script: async (connection) => {
      await connection.to('live');
      for (let stream = 3; stream < 60; stream += 1) {
        connection.send(Buffer.from([stream, 0, 0, 0, 0x0f, 0xff, 0xff, 20, 0, 0, 0, 0, 2]));
      }
      await repeat(connection, 1000, () => undefined);
    },
  },
  {
    name: 'pings, calls and acknowledges bytes that it never got, 1,000 times a second',
    script: async (connection) => {
      await connection.to('live');
      await repeat(connection, TICK_MS, (round) => {
        for (let count = 0; count < 10; count += 1) {
          connection.control({ type: 'pingRequest', time: round });
          connection.control({ type: 'acknowledgement', totalBytes: (round * 0x1000000) >>> 0 });
          connection.command('onBWDone', 0, null);
        }
      });
    },
  },
];
