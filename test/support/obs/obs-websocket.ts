/** A client of obs-websocket without a password: requests in turn, each with its answer. Just what the tests ask of OBS. */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

const HEADER_BYTES = 2;
const [SHORT, MIDDLE] = [126, 127];
const TEXT_FRAME = 0x81;
const MASKED = 0x80;

export interface ObsClient {
  /** @throws Error what OBS said against it */
  request(type: string, data?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  close(): void;
}

interface Message {
  readonly op: number;
  readonly d: Readonly<Record<string, unknown>>;
}

/** Rejects while OBS doesn't listen yet. */
export async function connectToObs(port: number): Promise<ObsClient> {
  const socket = connect(port, '127.0.0.1');
  const messages = readMessages(socket);
  const next = async (op: number): Promise<Message['d']> => {
    for (;;) {
      const { value, done } = await messages.next();
      if (done === true) throw new Error('OBS hung up');
      if (value.op === op) return value.d;
    }
  };
  const send = (message: Message): void => void socket.write(frameOf(JSON.stringify(message)));
  const key = randomBytes(16).toString('base64');
  socket.write(
    [
      ...['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Upgrade: websocket', 'Connection: Upgrade'],
      ...[`Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13', '', ''],
    ].join('\r\n'),
  );
  await next(0);
  send({ op: 1, d: { rpcVersion: 1, eventSubscriptions: 0 } });
  await next(2);
  let count = 0;
  return {
    async request(requestType, requestData = {}) {
      count += 1;
      send({ op: 6, d: { requestType, requestId: String(count), requestData } });
      const { requestStatus, responseData } = await next(7);
      const { result, comment, code } = requestStatus as Readonly<Record<string, unknown>>;
      if (result !== true) throw new Error(`${requestType}: ${String(code)} ${String(comment)}`);
      return (responseData ?? {}) as Readonly<Record<string, unknown>>;
    },
    close: () => socket.destroy(),
  };
}

/** One text frame, masked as a client must. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const length =
    payload.length < SHORT
      ? Buffer.from([TEXT_FRAME, MASKED | payload.length])
      : Buffer.from([TEXT_FRAME, MASKED | SHORT, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([length, mask, payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]);
}

async function* readMessages(socket: Socket): AsyncGenerator<Message> {
  let waiting = Buffer.alloc(0);
  let isUpgraded = false;
  for await (const part of socket as AsyncIterable<Buffer>) {
    waiting = Buffer.concat([waiting, part]);
    if (!isUpgraded) {
      const end = waiting.indexOf('\r\n\r\n');
      if (end < 0) continue;
      if (!waiting.subarray(0, end).toString().includes(' 101 ')) throw new Error(waiting.toString());
      waiting = waiting.subarray(end + 4);
      isUpgraded = true;
    }
    for (let frame = takeFrame(waiting); frame !== undefined; frame = takeFrame(waiting)) {
      waiting = waiting.subarray(frame.end);
      if (frame.payload.length > 0) yield JSON.parse(frame.payload.toString()) as Message;
    }
  }
}

/** Of a server: not masked. Undefined as long as it isn't whole. */
function takeFrame(data: Buffer): { readonly payload: Buffer; readonly end: number } | undefined {
  if (data.length < HEADER_BYTES) return undefined;
  const short = (data[1] ?? 0) & 0x7f;
  const extra = short === SHORT ? 2 : short === MIDDLE ? 8 : 0;
  const start = HEADER_BYTES + extra;
  if (data.length < start) return undefined;
  const length = extra === 0 ? short : extra === 2 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  const end = start + length;
  return data.length < end ? undefined : { payload: data.subarray(start, end), end };
}
