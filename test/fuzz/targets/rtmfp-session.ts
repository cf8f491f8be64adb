/**
 * RTMFP within a session: packets to a receiver and to a publisher that have the keys of their peer. An input is a list of packets; its
 * first byte says whom they go to and whether they are sealed already, so that mutations reach flows, messages and commands.
 */
import { concatBytes } from '../../../shared/bytes.ts';
import { ByteWriter } from '../../../electron/rtmp/bytes/byte-writer.ts';
import { DatagramOpener } from '../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { MAX_SESSION_BUFFER_BYTES } from '../../../electron/rtmp/rtmfp/flows/flow-limits.ts';
import { FlowPublisher } from '../../../electron/rtmp/rtmfp/messages/flow-publisher.ts';
import { FlowReceiver } from '../../../electron/rtmp/rtmfp/messages/flow-receiver.ts';
import type { SessionPacket } from '../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { chunkSize } from '../../../electron/rtmp/rtmfp/wire/chunk-writer.ts';
import { readPacket } from '../../../electron/rtmp/rtmfp/wire/packet-reader.ts';
import { writePacket } from '../../../electron/rtmp/rtmfp/wire/packet-writer.ts';
import { sealBytes } from '../../support/rtmfp/raw-datagram.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { readDatagrams } from './rtmfp-startup.ts';

const TO_PUBLISHER = 1;
const IS_RAW = 2;
const STEP_MS = 40;
const START_MS = 1_000;
const MAX_PACKET_BYTES = 1_164;
const SESSION_ID = 7;
const protection = { aesKey: new Uint8Array(16), hmac: undefined, hasSequence: false };
export const flowKey = 'a-stream-key';

interface Side {
  receive(packet: SessionPacket, nowMs: number): void;
  takePacket(nowMs: number, maxBytes: number): SessionPacket | undefined;
}

function openReceiver(): FlowReceiver {
  const receiver: FlowReceiver = new FlowReceiver(
    { path: { secret: new Uint8Array(32), address: 'a|1' } },
    {
      onEvent: (event) => {
        if (event.type === 'connectRequested') receiver.acceptConnect();
        if (event.type === 'publishRequested') receiver.acceptPublish();
      },
      onEnded: () => undefined,
    },
    START_MS,
  );
  return receiver;
}

function openPublisher(): FlowPublisher {
  const tcUrl = 'rtmfp://h/live';
  const publisher = new FlowPublisher({ app: 'live', tcUrl, streamKey: flowKey }, START_MS);
  publisher.start(START_MS);
  return publisher;
}

function takeAll(side: Side, nowMs: number): SessionPacket[] {
  const packets: SessionPacket[] = [];
  for (;;) {
    const packet = side.takePacket(nowMs, MAX_PACKET_BYTES);
    if (packet === undefined) return packets;
    packets.push(packet);
    if (packets.length > 5_000) throw new Error('packets without end');
  }
}

function plainOf(packet: SessionPacket): Uint8Array {
  const writer = new ByteWriter();
  writePacket(writer, packet);
  return writer.take();
}

/** A publication from its connect to its end: what each side said. */
function recordPublication(): { readonly up: Uint8Array[]; readonly down: Uint8Array[] } {
  const [publisher, receiver] = [openPublisher(), openReceiver()];
  const up: Uint8Array[] = [];
  const down: Uint8Array[] = [];
  for (let nowMs = START_MS; nowMs < START_MS + 2_000; nowMs += STEP_MS) {
    if (publisher.phase === 'publishing' && nowMs < START_MS + 1_000) {
      publisher.sendMedia({ kind: 'video', body: new Uint8Array(3_000) }, nowMs, nowMs);
      publisher.sendMedia({ kind: 'audio', body: new Uint8Array(30) }, nowMs, nowMs);
    } else if (publisher.phase === 'publishing') publisher.end(nowMs);
    for (const packet of takeAll(publisher, nowMs)) {
      up.push(plainOf(packet));
      receiver.receive(packet, nowMs, 'a|1');
    }
    for (const packet of takeAll(receiver, nowMs)) {
      down.push(plainOf(packet));
      publisher.receive(packet, nowMs);
    }
  }
  return { up, down };
}

/** One byte says whom and how, then each datagram behind two bytes of length. */
function buildInput(selector: number, datagrams: readonly Uint8Array[]): Uint8Array {
  const records = datagrams.flatMap((one) => [Uint8Array.of(one.length >>> 8, one.length & 0xff), one]);
  return concatBytes([Uint8Array.of(selector), ...records]);
}

const recorded = recordPublication();
const odd = [
  '10000402043c00',
  '10000403043d00',
  '500005057f107906',
  '510009057f10000001030101',
  '5e00020500',
  '18000105',
  '0100020102',
  '4100020102',
  '0c0000',
].map((chunk) => Uint8Array.from(Buffer.from(`0d00010002${chunk}`, 'hex')));

export const flowSeeds = [
  buildInput(0, recorded.up.slice(0, 12)),
  buildInput(0, [...recorded.up.slice(0, 4), ...odd]),
  buildInput(TO_PUBLISHER, recorded.down.slice(0, 12)),
  buildInput(TO_PUBLISHER, [
    ...recorded.down.slice(0, 4),
    ...odd.map((one) => Uint8Array.of(0x0e, ...one.subarray(1))),
  ]),
  buildInput(
    IS_RAW,
    recorded.up.slice(0, 6).map((plain) => sealBytes(plain, SESSION_ID, protection)),
  ),
];

/** What a peer makes a session hold and say is bounded by what it said. */
function check(
  side: Side & { readonly session: { readonly bufferedBytes: number } },
  nowMs: number,
  bytesIn: number,
): number {
  if (side.session.bufferedBytes > MAX_SESSION_BUFFER_BYTES) throw new Error('the session holds too much');
  let bytes = 0;
  for (const packet of takeAll(side, nowMs)) {
    bytes += 5 + packet.chunks.reduce((sum, chunk) => sum + chunkSize(chunk, undefined), 0);
    for (const chunk of packet.chunks)
      if (chunk.type === 'pingReply' && chunk.message.length > bytesIn)
        throw new Error('a reply longer than its ping');
  }
  return bytes;
}

function run(input: Uint8Array): void {
  const selector = input[0] ?? 0;
  const isPublisher = (selector & TO_PUBLISHER) !== 0;
  const side = isPublisher ? openPublisher() : openReceiver();
  const opener = new DatagramOpener<SessionPacket>(isPublisher ? 2 : 1, protection);
  let nowMs = START_MS;
  let bytesOut = check(side, nowMs, 0);
  for (const datagram of readDatagrams(input)) {
    const packet = (selector & IS_RAW) !== 0 ? opener.open(datagram) : readPacket(datagram);
    nowMs += STEP_MS;
    if (packet !== undefined && packet.mode !== 3) side.receive(packet, nowMs, 'a|1');
    bytesOut += check(side, nowMs, datagram.length);
  }
  for (let step = 0; step < 8; step += 1) {
    nowMs += 2_500;
    bytesOut += check(side, nowMs, 0);
  }
  if (bytesOut > 16_384 + 16 * input.length) throw new Error(`the session said ${bytesOut} bytes`);
}

export const target: FuzzTarget = { name: 'rtmfp-session', seeds: flowSeeds, run };
