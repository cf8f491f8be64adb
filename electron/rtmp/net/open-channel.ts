/** Chooses what carries a publisher's bytes by the scheme of its address: a socket, or an HTTP tunnel over one. */
import type { ByteChannel } from './byte-channel.ts';
import { dial } from './dial.ts';
import type { Connection, DialOptions } from './dial.ts';
import type { PublisherDeadlines, PublisherOptions } from '../publisher/publisher-types.ts';
import { SocketChannel } from './socket-channel.ts';
import type { Target } from '../publisher/target.ts';
import { openTunnelChannel } from './tunnel-channel.ts';

/** @throws AppError as `dial` does, and `transport/tunnel-refused`. */
export async function openChannel(
  target: Target,
  options: PublisherOptions,
  deadlines: PublisherDeadlines,
  isPublicOnly: boolean,
): Promise<ByteChannel> {
  const { host, port, isTls } = target;
  const limits = {
    stallMs: deadlines.stallMs,
    pacing: options.pacing,
    ...(options.highWaterBytes === undefined ? {} : { highWaterBytes: options.highWaterBytes }),
  };
  const dialOptions: DialOptions = {
    host,
    port,
    isTls,
    tls: options.tls,
    localAddress: options.localAddress,
    family: options.family,
    isPublicOnly,
    addresses: options.addresses,
    proxy: options.proxy,
    deadlines,
    signal: options.signal,
    onStep: options.onStep,
  };
  const connection = await dial(dialOptions);
  if (!target.isTunnel) return new SocketChannel(connection, { host, port }, limits);
  const redial = (signal: AbortSignal): Promise<Connection> =>
    dial({ ...dialOptions, signal, onStep: undefined });
  const { connectMs } = deadlines;
  return openTunnelChannel(connection, { host, port }, redial, limits, connectMs, options.signal);
}
