/**
 * Both sessions, structured: an input is a list of messages (type, chunk stream, stream, length, body) that is
 * framed validly before it is fed, so that mutations reach commands and states instead of dying in the chunk
 * layer. One selector feeds raw bytes.
 */
import { concatBytes } from '../../../shared/bytes.ts';
import { ChunkReader } from '../../../electron/rtmp/chunk/chunk-reader.ts';
import { ChunkWriter } from '../../../electron/rtmp/chunk/chunk-writer.ts';
import { PublishSession, ReceiveSession } from '../../../electron/rtmp/index.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { cutInput } from './cut.ts';

const zeros = (count: number) => new Uint8Array(count);
const handshakeBytes = Uint8Array.from({ length: 3073 }, (_, index) => (index === 0 ? 3 : 0));
export const sessionKey = 'a-stream-key';
const options = { app: 'live', tcUrl: 'rtmp://h/live', streamKey: sessionKey };
const heldCapBytes = 32 * 1024 * 1024;

/** Type, chunk stream, stream, length in two bytes. */
const recordHeaderBytes = 5;

function buildRecords(selector: number, chunks: readonly Uint8Array[]): Uint8Array {
  const reader = new ChunkReader();
  const records: Uint8Array[] = [Uint8Array.of(selector)];
  for (const piece of chunks) reader.push(piece);
  for (let message = reader.next(); message !== undefined; message = reader.next()) {
    const { type, chunkStreamId, streamId, body } = message;
    records.push(Uint8Array.of(type, chunkStreamId, streamId, body.length >>> 8, body.length & 0xff), body);
  }
  return concatBytes(records);
}

export function frameRecords(input: Uint8Array): Uint8Array {
  const writer = new ChunkWriter();
  let offset = 0;
  while (offset + recordHeaderBytes <= input.length) {
    const [type = 0, chunkStreamId = 0, streamId = 0, high = 0, low = 0] = input.subarray(offset);
    offset += recordHeaderBytes;
    const body = input.subarray(offset, offset + high * 256 + low);
    offset += body.length;
    writer.writeMessage({
      chunkStreamId: 2 + (chunkStreamId % 62),
      type,
      streamId,
      timestampMs: offset,
      body,
    });
    if (type === 1 && body.length >= 4) {
      const size = new DataView(body.buffer, body.byteOffset).getUint32(0);
      if (size >= 1 && size <= 0x7fffffff) writer.setChunkSize(size);
    }
  }
  return concatBytes(writer.takeOutput());
}

/** A whole valid session; what each side said, without the handshakes. */
function recordSession(): { readonly up: Uint8Array[]; readonly down: Uint8Array[] } {
  const publisher = new PublishSession(
    {
      ...options,
      capabilities: { fourCcList: ['hvc1'], videoFourCcInfoMap: {}, audioFourCcInfoMap: {}, capsEx: 1 },
    },
    zeros,
  );
  const receiver = new ReceiveSession({}, zeros);
  const up: Uint8Array[] = [];
  const down: Uint8Array[] = [];
  publisher.start(0);
  receiver.receive(concatBytes(publisher.takeOutput()), 0);
  publisher.receive(concatBytes(receiver.takeOutput()), 0);
  const exchange = (): void => {
    const upward = concatBytes(publisher.takeOutput());
    up.push(upward);
    for (const event of receiver.receive(upward, 0)) {
      if (event.type === 'connectRequested') receiver.acceptConnect();
      if (event.type === 'publishRequested') receiver.acceptPublish();
    }
    const downward = concatBytes(receiver.takeOutput());
    down.push(downward);
    publisher.receive(downward, 0);
  };
  // The rest of the handshake goes up with connect; it is no chunk.
  const first = concatBytes(publisher.takeOutput());
  for (const event of receiver.receive(first, 0))
    if (event.type === 'connectRequested') receiver.acceptConnect();
  up.push(first.subarray(1536));
  down.push(concatBytes(receiver.takeOutput()));
  publisher.receive(concatBytes(down), 0);
  exchange();
  exchange();
  publisher.sendMedia('video', 0, zeros(200));
  publisher.sendMedia('audio', 20, zeros(30));
  receiver.ping(5);
  receiver.requestReconnect({ tcUrl: '/other', description: 'soon' });
  receiver.sendStatus({ level: 'error', code: 'NetStream.Publish.BadName', description: 'in use' });
  exchange();
  return { up, down };
}

const recorded = recordSession();

/** Sessions of a server. */
export const serverSeeds = [0, 1, 4].map((cut) => buildRecords(cut, recorded.down));

const seeds = [
  ...serverSeeds,
  ...[0, 1, 4].map((cut) => buildRecords((1 << 3) | cut, recorded.up)),
  concatBytes([Uint8Array.of(2 << 3), ...recorded.down]),
  concatBytes([Uint8Array.of(3 << 3), ...recorded.up]),
];

function runPublisher(pieces: readonly Uint8Array[]): void {
  const session = new PublishSession(options, zeros);
  session.start(0);
  session.receive(handshakeBytes, 0);
  for (const piece of pieces) {
    for (const event of session.receive(piece, 0)) {
      if ('description' in event && event.description.includes(options.streamKey)) {
        throw new Error('an event holds the stream key');
      }
    }
    if (session.bufferedBytes > heldCapBytes) throw new Error('the session holds too much');
    if (session.phase === 'publishing') session.sendMedia('audio', 1, piece);
  }
  checkOutput(session.takeOutput(), pieces);
  session.end();
}

function runReceiver(pieces: readonly Uint8Array[]): void {
  const session = new ReceiveSession({}, zeros);
  session.receive(handshakeBytes, 0);
  for (const piece of pieces) {
    let more = piece;
    do {
      for (const event of session.receive(more, 0)) {
        if (event.type === 'connectRequested' && session.phase === 'connecting') session.acceptConnect();
        if (event.type === 'publishRequested' && session.phase === 'publishRequested')
          session.acceptPublish();
      }
      more = zeros(0);
    } while (session.isHolding);
    if (session.bufferedBytes > heldCapBytes) throw new Error('the session holds too much');
  }
  checkOutput(session.takeOutput(), pieces);
}

/** What a peer makes us say is bounded by what it said. */
function checkOutput(output: readonly Uint8Array[], pieces: readonly Uint8Array[]): void {
  const sum = (parts: readonly Uint8Array[]) => parts.reduce((total, part) => total + part.length, 0);
  if (sum(output) > 16_384 + 16 * sum(pieces)) throw new Error('the session said too much');
}

export const target: FuzzTarget = {
  name: 'session',
  seeds,
  run(input) {
    const { selector } = cutInput(input);
    const isRaw = (selector & 2) !== 0;
    const framed = isRaw ? input : concatBytes([input.subarray(0, 1), frameRecords(input.subarray(1))]);
    const { pieces } = cutInput(framed);
    if ((selector & 1) === 0) runPublisher(pieces);
    else runReceiver(pieces);
  },
};
