/**
 * How long a ping takes to be answered while a publisher sends at full load, to a peer that reads at once or slowly. The time
 * includes what waits in the system's buffers, which no program sees; `heldBytes` is what waited in ours.
 */
import * as net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { parseControlMessage } from '../../../electron/rtmp/message/control-message.ts';
import type { MediaPacket } from '../../../electron/rtmp/flv/packet.ts';
import { publishMedia } from '../../../electron/rtmp/publisher/publish-media.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import type { PublisherOptions } from '../../../electron/rtmp/publisher/publisher.ts';
import { startHostilePeer } from '../servers/hostile-peer.ts';
import type { HostileCertificate } from '../servers/hostile-peer.ts';

/** At most 50 a second: a session answers 64 (`maxPingAnswersPerSecond`). */
const PING_EVERY_MS = 20;

export interface PingLoad {
  /** Bytes of each frame. */
  readonly frameBytes?: number;
  /** Frames at the pace of their timestamps, so many ms apart; as fast as the socket takes when absent. */
  readonly frameMs?: number;
  /** The peer reads no faster. */
  readonly readBytesPerSecond?: number;
  /** Pings begin after so much has arrived. */
  readonly warmUpBytes: number;
  readonly pings: number;
  readonly certificate?: HostileCertificate;
  readonly options?: Partial<PublisherOptions>;
}

export interface PingTimes {
  /** Ascending, ms. */
  readonly timesMs: readonly number[];
  /** The most that waited in our own queue. */
  readonly heldBytes: number;
}

async function* frames(load: PingLoad, state: { isOver: boolean }): AsyncGenerator<readonly MediaPacket[]> {
  const body = new Uint8Array(load.frameBytes ?? 60_000);
  body.set([0x17, 1, 0, 0, 0]);
  const about = { isKeyframe: true, isSequenceHeader: false, isDisposable: false };
  for (let timestampMs = 0; !state.isOver; timestampMs += load.frameMs ?? 1) {
    yield [{ kind: 'video', timestampMs, body, ...about }];
  }
}

/** Carries both ways, towards `port` no faster than this. */
async function startSlowRelay(port: number, bytesPerSecond: number): Promise<net.Server> {
  const server = net.createServer({ noDelay: true }, (socket) => {
    const upstream = net.connect({ port, host: '127.0.0.1', noDelay: true });
    const startMs = performance.now();
    let read = 0;
    socket.on('data', (bytes: Buffer) => {
      upstream.write(bytes);
      read += bytes.length;
      const aheadMs = (read * 1000) / bytesPerSecond - (performance.now() - startMs);
      if (aheadMs <= 0) return;
      socket.pause();
      setTimeout(() => socket.resume(), aheadMs);
    });
    upstream.on('data', (bytes: Buffer) => socket.write(bytes));
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export async function measurePings(load: PingLoad): Promise<PingTimes> {
  const peer = await startHostilePeer((connection) => connection.to('live'), load.certificate);
  const relay =
    load.readBytesPerSecond === undefined
      ? undefined
      : await startSlowRelay(peer.port, load.readBytesPerSecond);
  const address = relay?.address();
  const port = typeof address === 'object' && address !== null ? address.port : peer.port;
  const url = peer.url.replace(/:\d+\//, `:${port}/`);
  const publisher = await openPublisher({ url, streamKey: 'key', ...load.options });
  const state = { isOver: false };
  let heldBytes = 0;
  try {
    const sending = publishMedia(publisher, frames(load, state), { isFast: load.frameMs === undefined });
    const connection = peer.connections[0];
    if (!connection) throw new Error('nobody came');
    await connection.until('media', () => (connection.bytesReceived > load.warmUpBytes ? true : undefined));
    const timesMs: number[] = [];
    for (let time = 1; time <= load.pings; time += 1) {
      // Media is of no use here; the answers are few.
      connection.messages.length = 0;
      const startMs = performance.now();
      connection.control({ type: 'pingRequest', time });
      await connection.untilMessage('the answer', ({ type, body }) => {
        heldBytes = Math.max(heldBytes, publisher.bytesInSocket);
        const control = parseControlMessage(type, body);
        return control?.type === 'pingResponse' && control.time === time;
      });
      timesMs.push(performance.now() - startMs);
      await delay(PING_EVERY_MS);
    }
    state.isOver = true;
    publisher.destroy();
    await sending.catch(() => undefined);
    return { timesMs: timesMs.sort((left, right) => left - right), heldBytes };
  } finally {
    state.isOver = true;
    publisher.destroy();
    relay?.close();
    await peer.stop();
  }
}
