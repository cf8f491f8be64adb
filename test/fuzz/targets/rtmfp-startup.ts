/**
 * RTMFP before there is a session: datagrams to a responder and to an initiator that waits for a hello or for keys. An input is a list of
 * datagrams; its first byte says whom they go to and whether they are sealed first, so that mutations reach the chunks.
 */
import { DatagramOpener } from '../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { buildServerCertificate } from '../../../electron/rtmp/rtmfp/crypto/certificate.ts';
import { buildUriDiscriminator } from '../../../electron/rtmp/rtmfp/crypto/discriminator.ts';
import { Initiator } from '../../../electron/rtmp/rtmfp/startup/initiator.ts';
import { Responder } from '../../../electron/rtmp/rtmfp/startup/responder.ts';
import type { StartupPacket } from '../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { startupPacket } from '../../../electron/rtmp/rtmfp/startup/startup-packet.ts';
import { writePacket } from '../../../electron/rtmp/rtmfp/wire/packet-writer.ts';
import { ByteWriter } from '../../../electron/rtmp/bytes/byte-writer.ts';
import { concatBytes } from '../../../shared/bytes.ts';
import { sealBytes } from '../../support/rtmfp/raw-datagram.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

const client = { host: '192.0.2.1', port: 50_000 };
const server = { host: '198.51.100.1', port: 1935 };
const discriminator = buildUriDiscriminator('rtmfp://server.example:1935/live');
const zeros = (count: number): Uint8Array => new Uint8Array(count);
/** Exponents whose powers are quick: a run is to meet many inputs. */
const numbers = (count: number): Uint8Array => {
  const bytes = zeros(count);
  bytes[count - 3] = 1;
  bytes[count - 1] = 1;
  return bytes;
};
/** What `numbers` makes of an initiator's session id. */
const INITIATOR_ID = 0x00010001;
const MAX_AMPLIFICATION = 3;
const MAX_CANDIDATES = 8;

function plainOf(packet: StartupPacket): Uint8Array {
  const writer = new ByteWriter();
  writePacket(writer, packet);
  return writer.take();
}

/** What the first datagram of a side says. */
function plainOfOutput(side: { takeOutput(): readonly { readonly bytes: Uint8Array }[] }): Uint8Array {
  const [first] = side.takeOutput();
  const packet = first && new DatagramOpener<StartupPacket>(3).open(first.bytes);
  if (!packet) throw new Error('the seed has no datagram');
  return plainOf(packet);
}

function openInitiator(): Initiator {
  return new Initiator({
    discriminator,
    candidates: [server],
    mayAsk: ({ host }) => host !== '127.0.0.1',
    random: numbers,
    nowMs: 0,
  });
}

function openResponder(): Responder {
  return new Responder({ isProtectionRequired: false, random: numbers });
}

/** An opening, step by step, and what the responder said of it. */
function recordOpening(): { readonly up: Uint8Array[]; readonly down: Uint8Array[] } {
  const [initiator, responder] = [openInitiator(), openResponder()];
  const hello = plainOfOutput(initiator);
  responder.receive(sealBytes(hello, 0), client, 0);
  const answer = plainOfOutput(responder);
  initiator.receive(sealBytes(answer, 0), server, 0);
  const keying = plainOfOutput(initiator);
  responder.receive(sealBytes(keying, 0), client, 0);
  return { up: [hello, keying], down: [answer, plainOfOutput(responder)] };
}

const recorded = recordOpening();
const tag = numbers(16);
const redirect = plainOf(
  startupPacket(
    {
      type: 'redirect',
      tag,
      addresses: Array.from({ length: 12 }, (_none, index) => ({
        origin: 'relay' as const,
        host: `203.0.113.${index}`,
        port: 1935,
      })),
    },
    0,
  ),
);
const change = plainOf(
  startupPacket({ type: 'cookieChange', oldCookie: zeros(64), newCookie: numbers(64) }, 0),
);
const certificate = buildServerCertificate(numbers(64), [2]);
const plainHello = plainOf(startupPacket({ type: 'responderHello', tag, cookie: zeros(64), certificate }, 0));

/** One byte says whom and how, then each datagram behind two bytes of length. */
function buildInput(selector: number, datagrams: readonly Uint8Array[]): Uint8Array {
  const records = datagrams.flatMap((one) => [Uint8Array.of(one.length >>> 8, one.length), one]);
  return concatBytes([Uint8Array.of(selector), ...records]);
}

/** Where each datagram of an input goes, whole even where its length was changed. */
export function readDatagrams(input: Uint8Array): Uint8Array[] {
  const datagrams: Uint8Array[] = [];
  let at = 1;
  while (at + 2 <= input.length) {
    const length = ((input[at] ?? 0) << 8) | (input[at + 1] ?? 0);
    datagrams.push(input.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return datagrams;
}

const TO_INITIATOR = 1;
const IS_RAW = 2;

function runResponder(datagrams: readonly Uint8Array[]): void {
  const responder = openResponder();
  for (const datagram of datagrams) {
    responder.receive(datagram, client, 1000);
    const answers = responder.takeOutput();
    const bytes = answers.reduce((sum, answer) => sum + answer.bytes.length, 0);
    const isOpened = responder.takeEvents().some((event) => {
      if (event.type === 'sessionOpened') responder.sessionClosed(event.security.ownSessionId);
      return event.type === 'sessionOpened';
    });
    if (!isOpened && bytes > MAX_AMPLIFICATION * datagram.length)
      throw new Error(`the responder answered ${datagram.length} bytes with ${bytes}`);
    if (answers.length > 1) throw new Error('the responder answered more than once');
    if (answers.some(({ to }) => to !== client)) throw new Error('the responder answered somebody else');
  }
}

function runInitiator(datagrams: readonly Uint8Array[]): void {
  const initiator = openInitiator();
  initiator.takeOutput();
  const asked = new Set<string>();
  for (const datagram of datagrams) {
    initiator.receive(datagram, server, 0);
    for (const { to } of initiator.takeOutput()) {
      if (to.host === '127.0.0.1') throw new Error('the initiator asked where it may not');
      asked.add(`${to.host}:${to.port}`);
    }
  }
  if (asked.size > MAX_CANDIDATES) throw new Error('the initiator asks too many');
}

export const target: FuzzTarget = {
  name: 'rtmfp-startup',
  seeds: [
    buildInput(0, recorded.up),
    buildInput(0, [recorded.up[0] ?? zeros(0)]),
    buildInput(TO_INITIATOR, recorded.down),
    buildInput(TO_INITIATOR, [redirect, plainHello, change]),
    buildInput(
      IS_RAW,
      recorded.up.map((plain) => sealBytes(plain, 0)),
    ),
    buildInput(IS_RAW | TO_INITIATOR, [sealBytes(plainHello, 0), sealBytes(change, INITIATOR_ID)]),
  ],
  run(input) {
    const selector = input[0] ?? 0;
    const isForInitiator = (selector & TO_INITIATOR) !== 0;
    const records = readDatagrams(input);
    const datagrams =
      (selector & IS_RAW) !== 0
        ? records
        : records.map((plain, index) => sealBytes(plain, isForInitiator && index > 0 ? INITIATOR_ID : 0));
    if (isForInitiator) runInitiator(datagrams);
    else runResponder(datagrams);
  },
};
