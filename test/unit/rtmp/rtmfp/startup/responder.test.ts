import { describe, expect, it } from 'vitest';
import { equalBytes } from '../../../../../shared/bytes.ts';
import { buildClientCertificate } from '../../../../../electron/rtmp/rtmfp/crypto/certificate.ts';
import {
  DatagramOpener,
  DatagramSealer,
  readSessionId,
} from '../../../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { buildUriDiscriminator } from '../../../../../electron/rtmp/rtmfp/crypto/discriminator.ts';
import { buildKeyPair } from '../../../../../electron/rtmp/rtmfp/crypto/key-exchange.ts';
import { buildInitiatorComponent } from '../../../../../electron/rtmp/rtmfp/crypto/keying-component.ts';
import { readFlags } from '../../../../../electron/rtmp/rtmfp/crypto/negotiation.ts';
import type { Responder } from '../../../../../electron/rtmp/rtmfp/startup/responder.ts';
import { startupPacket, UNSIGNED } from '../../../../../electron/rtmp/rtmfp/startup/startup-packet.ts';
import type { Endpoint } from '../../../../../electron/rtmp/rtmfp/startup/startup-types.ts';
import type {
  InitiatorKeying,
  StartupChunk,
  StartupPacket,
} from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { seededRandom } from '../../support/session-pair.ts';
import { clientAddress, discriminator, openResponder } from './startup-pair.ts';

const elsewhere: Endpoint = { host: '192.0.2.77', port: 1 };
const tag = new Uint8Array(16).fill(4);
const hello: StartupChunk = { type: 'initiatorHello', discriminator, tag };

/** Says something and takes what is answered. */
function ask(
  responder: Responder,
  chunk: StartupChunk,
  { from = clientAddress, nowMs = 0 }: { readonly from?: Endpoint; readonly nowMs?: number } = {},
): readonly StartupChunk[] {
  responder.receive(new DatagramSealer().seal(startupPacket(chunk, nowMs), 0), from, nowMs);
  const opener = new DatagramOpener<StartupPacket>(3);
  return responder.takeOutput().flatMap(({ bytes, to }) => {
    expect(to).toEqual(from);
    return opener.open(bytes)?.chunks ?? [];
  });
}

function cookieOf(responder: Responder, from = clientAddress, nowMs = 0): Uint8Array {
  const [answer] = ask(responder, hello, { from, nowMs });
  if (answer?.type !== 'responderHello') throw new Error('the hello was not answered');
  return answer.cookie;
}

function keyingWith(cookie: Uint8Array, seed = 1): InitiatorKeying {
  const random = seededRandom(seed);
  const wishes = { hmac: readFlags(2), hmacBytes: 16, sequence: readFlags(2) };
  return {
    type: 'initiatorKeying',
    sessionId: 5,
    cookie,
    certificate: buildClientCertificate(buildKeyPair(2, random)),
    component: buildInitiatorComponent(2, random(64), wishes),
    signature: UNSIGNED,
  };
}

describe('a responder that gets a hello', () => {
  it('answers with the tag, a cookie of 64 bytes and a certificate of 77', () => {
    const [answer] = ask(openResponder(), hello);
    if (answer?.type !== 'responderHello') throw new Error('the hello was not answered');
    expect(answer.tag).toEqual(tag);
    expect([answer.cookie.length, answer.certificate.length]).toEqual([64, 77]);
  });

  it('is silent where somebody else is meant', () => {
    const other = { ...hello, discriminator: new Uint8Array(34).fill(0x21) };
    expect(ask(openResponder(), other)).toEqual([]);
  });

  it('§7.1 answers 10 of them a second to one host, and 200 to all', () => {
    const responder = openResponder();
    const answered = (host: string, nowMs: number): number =>
      Array.from({ length: 30 }, (_none, port) =>
        ask(responder, hello, { from: { host, port }, nowMs }),
      ).flat().length;
    expect(answered('192.0.2.1', 0)).toBe(10);
    expect(answered('192.0.2.1', 999)).toBe(0);
    let all = 10;
    for (let host = 2; host < 100; host += 1) all += answered(`192.0.2.${host}`, 999);
    expect(all).toBe(200);
    expect(answered('192.0.2.1', 1_999)).toBe(10);
  });

  it('§7.1 never answers with more than three times the bytes that it got', () => {
    const lengths = Array.from({ length: 60 }, (_none, length) => length);
    for (const [length, tagBytes] of lengths.flatMap((one) => [[one, 0] as const, [one, 16] as const])) {
      const responder = openResponder();
      const short: StartupChunk = {
        ...hello,
        discriminator: buildUriDiscriminator('r'.repeat(length)),
        tag: new Uint8Array(tagBytes),
      };
      const question = new DatagramSealer().seal(startupPacket(short, 0), 0);
      responder.receive(question, clientAddress, 0);
      const bytes = responder.takeOutput().reduce((sum, answer) => sum + answer.bytes.length, 0);
      expect(bytes).toBeLessThanOrEqual(3 * question.length);
      // `rtmfp://localhost/live` has 22 letters, and clients' tags 16 bytes.
      if (length >= 22 && tagBytes === 16) expect(bytes).toBeGreaterThan(0);
    }
  });

  it('§7.1 answers one chunk of a datagram, however many hellos are in it', () => {
    const responder = openResponder();
    const packet = { ...startupPacket(hello, 0), chunks: Array<StartupChunk>(50).fill(hello) };
    responder.receive(new DatagramSealer().seal(packet, 0), clientAddress, 0);
    expect(responder.takeOutput()).toHaveLength(1);
  });
});

describe('a responder that gets keys', () => {
  it('opens a session for its cookie, and sends the same answer to a repetition', () => {
    const responder = openResponder();
    const keying = keyingWith(cookieOf(responder));
    const answers = ask(responder, keying);
    expect(answers).toMatchObject([{ type: 'responderKeying' }]);
    expect(responder.takeEvents()).toMatchObject([{ type: 'sessionOpened', address: clientAddress }]);
    expect(ask(responder, keying, { nowMs: 5_000 })).toEqual(answers);
    expect(responder.takeEvents()).toEqual([]);
  });

  it('sends its answer under the session id of the initiator', () => {
    const responder = openResponder();
    const keying = keyingWith(cookieOf(responder));
    responder.receive(new DatagramSealer().seal(startupPacket(keying, 0), 0), clientAddress, 0);
    expect(responder.takeOutput().map(({ bytes }) => readSessionId(bytes))).toEqual([5]);
  });

  it('answers plain clients in the form that old ones read at fixed places', () => {
    const responder = openResponder();
    const [answer] = ask(responder, keyingWith(cookieOf(responder)));
    if (answer?.type !== 'responderKeying') throw new Error('the keying was not answered');
    expect(answer.component).toHaveLength(139);
    expect([...answer.component.subarray(0, 11)]).toEqual([3, 0x1a, 0, 0, 2, 0x1e, 0, 0x81, 2, 0x0d, 2]);
  });

  it('gives another cookie to whoever brings one from another address, and takes that', () => {
    const responder = openResponder();
    const cookie = cookieOf(responder);
    const [change] = ask(responder, keyingWith(cookie), { from: elsewhere });
    if (change?.type !== 'cookieChange') throw new Error('no other cookie was given');
    expect(change.oldCookie).toEqual(cookie);
    expect(responder.takeEvents()).toEqual([]);
    expect(ask(responder, keyingWith(change.newCookie), { from: elsewhere })).toMatchObject([
      { type: 'responderKeying' },
    ]);
  });

  it('replaces a session at the same address for the same certificate, and for no other', () => {
    const responder = openResponder();
    const cookie = cookieOf(responder);
    const first = keyingWith(cookie);
    ask(responder, first);
    const [opened] = responder.takeEvents();
    expect(ask(responder, keyingWith(cookie, 9))).toEqual([]);
    const again = { ...first, sessionId: 6, component: keyingWith(cookie, 9).component };
    expect(ask(responder, again)).toMatchObject([{ type: 'responderKeying' }]);
    const ownSessionId = opened?.type === 'sessionOpened' ? opened.security.ownSessionId : 0;
    expect(responder.takeEvents()).toMatchObject([
      { type: 'sessionReplaced', ownSessionId },
      { type: 'sessionOpened' },
    ]);
  });

  it.each([
    ['a cookie of nobody', (keying: InitiatorKeying) => ({ ...keying, cookie: new Uint8Array(64) })],
    ['session id 0', (keying: InitiatorKeying) => ({ ...keying, sessionId: 0 })],
    ['no certificate', (keying: InitiatorKeying) => ({ ...keying, certificate: new Uint8Array(0) })],
    [
      'a certificate over 1 KB',
      (keying: InitiatorKeying) => ({ ...keying, certificate: new Uint8Array(1_025) }),
    ],
    ['a component over 2 KB', (keying: InitiatorKeying) => ({ ...keying, component: new Uint8Array(2_049) })],
    [
      'a component without a group',
      (keying: InitiatorKeying) => ({ ...keying, component: new Uint8Array(0) }),
    ],
    ['another group', (keying: InitiatorKeying) => ({ ...keying, component: Uint8Array.of(2, 0x1d, 16) })],
  ])('§7.1 drops keys with %s', (_name, spoil) => {
    const responder = openResponder();
    const keying = keyingWith(cookieOf(responder));
    expect(ask(responder, spoil(keying))).toEqual([]);
    expect(responder.takeEvents()).toEqual([]);
  });

  it('drops a cookie after its time', () => {
    const responder = openResponder();
    const keying = keyingWith(cookieOf(responder));
    expect(ask(responder, keying, { nowMs: 101_000 })).toEqual([]);
  });

  it('drops an initiator that cannot do what is required', () => {
    const responder = openResponder({ isProtectionRequired: true });
    const keying = keyingWith(cookieOf(responder));
    const none = { hmac: readFlags(0), hmacBytes: 0, sequence: readFlags(0) };
    const component = buildInitiatorComponent(2, new Uint8Array(64), none);
    expect(ask(responder, { ...keying, component })).toEqual([]);
  });

  it('§7.1 holds 16 sessions at most that have not sent a packet of their own', () => {
    const responder = openResponder();
    const open = (port: number): number => {
      const from = { host: `192.0.2.${port}`, port };
      return ask(responder, keyingWith(cookieOf(responder, from), port), { from }).length;
    };
    const opened = Array.from({ length: 20 }, (_none, index) => open(index + 1));
    expect(opened.reduce((sum, count) => sum + count, 0)).toBe(16);
    for (const event of responder.takeEvents())
      if (event.type === 'sessionOpened') responder.sessionProved(event.security.ownSessionId);
    expect(open(30)).toBe(1);
    const [event] = responder.takeEvents();
    if (event?.type === 'sessionOpened') responder.sessionClosed(event.security.ownSessionId);
    expect(open(31)).toBe(1);
  });

  it('§7.1 exchanges keys 50 times a second at most', () => {
    const responder = openResponder();
    let count = 0;
    for (let port = 1; port <= 60; port += 1) {
      const from = { host: `192.0.2.${port}`, port };
      count += ask(responder, keyingWith(cookieOf(responder, from), port), { from }).length;
      for (const event of responder.takeEvents())
        if (event.type === 'sessionOpened') responder.sessionProved(event.security.ownSessionId);
    }
    expect(count).toBe(50);
  });

  it('gives every session an id and keys of its own', () => {
    const responder = openResponder();
    const from = { host: '192.0.2.9', port: 9 };
    ask(responder, keyingWith(cookieOf(responder)));
    ask(responder, keyingWith(cookieOf(responder, from), 3), { from });
    const [one, two] = responder.takeEvents();
    if (one?.type !== 'sessionOpened' || two?.type !== 'sessionOpened') throw new Error('no two sessions');
    expect(one.security.ownSessionId).not.toBe(two.security.ownSessionId);
    const packet = { ...startupPacket(hello, 0), mode: 2 as const, chunks: [] };
    const [left, right] = [one, two].map(({ security }) => security.sealer.seal(packet, 5));
    expect(left && right && equalBytes(left, right)).toBe(false);
  });
});
