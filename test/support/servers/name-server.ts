/** A name server for one test: every name of type A leads to one address. It can be silenced. */
import * as dgram from 'node:dgram';

const HEADER_BYTES = 12;

export interface NameServer {
  isSilent: boolean;
  stop(): void;
}

/** RFC 1035 §4.1: the question back, with one answer for A and none for other types. */
function answer(query: Buffer, address: string): Buffer | undefined {
  let end = HEADER_BYTES;
  while (end < query.length && query[end] !== 0) end += (query[end] ?? 0) + 1;
  end += 5;
  if (query.length < end) return undefined;
  const isA = query.readUInt16BE(end - 4) === 1;
  const header = Buffer.from(query.subarray(0, HEADER_BYTES));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(isA ? 1 : 0, 6);
  header.writeUInt32BE(0, 8);
  const record = Buffer.from([
    0xc0,
    HEADER_BYTES,
    0,
    1,
    0,
    1,
    0,
    0,
    0,
    1,
    0,
    4,
    ...address.split('.').map(Number),
  ]);
  return Buffer.concat([header, query.subarray(HEADER_BYTES, end), ...(isA ? [record] : [])]);
}

export async function startNameServer(address: string): Promise<NameServer> {
  const socket = dgram.createSocket('udp4');
  const server: NameServer = { isSilent: false, stop: () => socket.close() };
  socket.on('message', (query, from) => {
    const reply = server.isSilent ? undefined : answer(query, address);
    if (reply) socket.send(reply, from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(53, address, resolve);
  });
  return server;
}
