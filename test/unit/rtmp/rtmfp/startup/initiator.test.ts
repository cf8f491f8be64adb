import { describe, expect, it } from 'vitest';
import { concatBytes } from '../../../../../shared/bytes.ts';
import { buildServerCertificate } from '../../../../../electron/rtmp/rtmfp/crypto/certificate.ts';
import { DatagramOpener, DatagramSealer } from '../../../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { buildOptions } from '../../../../../electron/rtmp/rtmfp/wire/options.ts';
import type { Initiator } from '../../../../../electron/rtmp/rtmfp/startup/initiator.ts';
import { startupPacket } from '../../../../../electron/rtmp/rtmfp/startup/startup-packet.ts';
import type { Endpoint } from '../../../../../electron/rtmp/rtmfp/startup/startup-types.ts';
import type {
  SocketAddress,
  StartupChunk,
  StartupPacket,
} from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { clientAddress, openInitiator, openResponder, serverAddress } from './startup-pair.ts';

const randomness = new Uint8Array(64);
const certificate = buildServerCertificate(randomness, [2]);
const cookie = new Uint8Array(64).fill(1);

/** What the initiator says, decrypted. */
function takeChunks(initiator: Initiator): { chunk: StartupChunk; to: Endpoint }[] {
  const opener = new DatagramOpener<StartupPacket>(3);
  return initiator
    .takeOutput()
    .flatMap(({ bytes, to }) => (opener.open(bytes)?.chunks ?? []).map((chunk) => ({ chunk, to })));
}

function answer(initiator: Initiator, chunk: StartupChunk, sessionId = 0, from = serverAddress): void {
  initiator.receive(new DatagramSealer().seal(startupPacket(chunk, 0), sessionId), from, 0);
}

function tagOf(initiator: Initiator): Uint8Array {
  const [hello] = takeChunks(initiator);
  if (hello?.chunk.type !== 'initiatorHello') throw new Error('no hello was sent');
  return hello.chunk.tag;
}

function keyingOf(initiator: Initiator): Extract<StartupChunk, { type: 'initiatorKeying' }> {
  const [keying] = takeChunks(initiator);
  if (keying?.chunk.type !== 'initiatorKeying') throw new Error('no keying was sent');
  return keying.chunk;
}

function address(host: string, port = 1935): SocketAddress {
  return { origin: 'observed', host, port };
}

describe('an initiator that gets a redirect', () => {
  it('asks at the addresses it names', () => {
    const initiator = openInitiator();
    const tag = tagOf(initiator);
    answer(initiator, { type: 'redirect', tag, addresses: [address('203.0.113.1'), address('203.0.113.2')] });
    expect(takeChunks(initiator).map(({ chunk, to }) => [chunk.type, to.host])).toEqual([
      ['initiatorHello', '203.0.113.1'],
      ['initiatorHello', '203.0.113.2'],
    ]);
  });

  it('takes one without an address for the source of the redirect', () => {
    const initiator = openInitiator();
    const from = { host: '203.0.113.9', port: 9 };
    answer(initiator, { type: 'redirect', tag: tagOf(initiator), addresses: [] }, 0, from);
    expect(takeChunks(initiator).map(({ to }) => to)).toEqual([from]);
  });

  it('§7.1 asks at 8 addresses at most, each once, and never at a forbidden one or port 0', () => {
    const initiator = openInitiator({ mayAsk: ({ host }) => !host.startsWith('10.') });
    const tag = tagOf(initiator);
    const public24 = Array.from({ length: 20 }, (_none, index) => address(`203.0.113.${index}`));
    const addresses = [address('10.0.0.1'), address('203.0.113.99', 0), ...public24];
    answer(initiator, { type: 'redirect', tag, addresses });
    answer(initiator, { type: 'redirect', tag, addresses });
    const hosts = takeChunks(initiator).map(({ to }) => to.host);
    expect(hosts).toEqual(public24.slice(0, 7).map(({ host }) => host));
  });

  it('ignores one with another tag', () => {
    const initiator = openInitiator();
    tagOf(initiator);
    answer(initiator, { type: 'redirect', tag: new Uint8Array(16), addresses: [address('203.0.113.1')] });
    expect(takeChunks(initiator)).toEqual([]);
  });
});

describe('an initiator that gets a hello', () => {
  const hello = { type: 'responderHello', cookie, certificate } as const;

  it('sends its keys to where the hello came from', () => {
    const initiator = openInitiator();
    const from = { host: '203.0.113.5', port: 77 };
    answer(initiator, { ...hello, tag: tagOf(initiator) }, 0, from);
    expect(takeChunks(initiator)).toMatchObject([{ chunk: { type: 'initiatorKeying', cookie }, to: from }]);
  });

  it.each([
    ['with another tag', { ...hello, tag: new Uint8Array(16) }],
    ['with a cookie over 256 bytes', { ...hello, cookie: new Uint8Array(257) }],
    [
      'with a certificate over 1 KB',
      { ...hello, certificate: concatBytes([certificate, new Uint8Array(1000)]) },
    ],
    ['with a certificate that is none', { ...hello, certificate: Uint8Array.of(9) }],
    [
      'with a group that nobody knows',
      {
        ...hello,
        certificate: buildOptions([
          { type: 10, value: new Uint8Array(0) },
          { type: 21, value: Uint8Array.of(99) },
        ]),
      },
    ],
    ['of somebody else', { ...hello, certificate: buildOptions([{ type: 21, value: Uint8Array.of(2) }]) }],
  ] as const)('§7.1 ignores one %s', (_name, chunk) => {
    const initiator = openInitiator();
    const tag = tagOf(initiator);
    answer(initiator, { tag, ...chunk });
    expect(takeChunks(initiator)).toEqual([]);
  });

  it('chooses the first group of the certificate that it knows', () => {
    const initiator = openInitiator();
    const groups = buildOptions([
      { type: 10, value: new Uint8Array(0) },
      ...[99, 14, 2].map((group) => ({ type: 21, value: Uint8Array.of(group) })),
    ]);
    answer(initiator, { ...hello, certificate: groups, tag: tagOf(initiator) });
    expect(keyingOf(initiator).certificate.length).toBeGreaterThan(255);
  });
});

describe('an initiator that has sent its keys', () => {
  function atKeying(): { initiator: Initiator; keying: ReturnType<typeof keyingOf> } {
    const initiator = openInitiator();
    answer(initiator, { type: 'responderHello', tag: tagOf(initiator), cookie, certificate });
    return { initiator, keying: keyingOf(initiator) };
  }

  it('takes one other cookie, and sends the same keys with it', () => {
    const { initiator, keying } = atKeying();
    const newCookie = new Uint8Array(64).fill(2);
    answer(initiator, { type: 'cookieChange', oldCookie: cookie, newCookie }, keying.sessionId);
    expect(keyingOf(initiator)).toEqual({ ...keying, cookie: newCookie });
    const third = new Uint8Array(64).fill(3);
    answer(initiator, { type: 'cookieChange', oldCookie: newCookie, newCookie: third }, keying.sessionId);
    expect(takeChunks(initiator)).toEqual([]);
  });

  it('§7.1 ignores a change of a cookie that is not its own, or to one over 256 bytes', () => {
    const { initiator, keying } = atKeying();
    const other = new Uint8Array(64);
    answer(initiator, { type: 'cookieChange', oldCookie: other, newCookie: other }, keying.sessionId);
    const long = new Uint8Array(257);
    answer(initiator, { type: 'cookieChange', oldCookie: cookie, newCookie: long }, keying.sessionId);
    answer(initiator, { type: 'cookieChange', oldCookie: cookie, newCookie: other }, keying.sessionId ^ 1);
    expect(takeChunks(initiator)).toEqual([]);
  });

  it.each([
    ['session id 0', 0, undefined],
    ['a malformed component', 5, Uint8Array.of(9)],
    ['a component over 2 KB', 5, new Uint8Array(2_049)],
    ['a component without a key', 5, buildOptions([])],
    ['a key of 1', 5, buildOptions([{ type: 13, value: Uint8Array.of(2, 1) }])],
    ['a key of another group', 5, buildOptions([{ type: 13, value: Uint8Array.of(14, ...certificate) }])],
  ])('§7.1 ignores an answer with %s, and takes the honest one after it', (_name, sessionId, component) => {
    const initiator = openInitiator();
    const responder = openResponder();
    for (const { bytes } of initiator.takeOutput()) responder.receive(bytes, clientAddress, 0);
    for (const { bytes } of responder.takeOutput()) initiator.receive(bytes, serverAddress, 0);
    const sent = initiator.takeOutput();
    const [own] = new DatagramOpener<StartupPacket>(3).open(sent[0]?.bytes ?? cookie)?.chunks ?? [];
    if (own?.type !== 'initiatorKeying') throw new Error('no keying was sent');
    for (const { bytes } of sent) responder.receive(bytes, clientAddress, 0);
    const [honest] = responder.takeOutput();
    const [genuine] = new DatagramOpener<StartupPacket>(3).open(honest?.bytes ?? cookie)?.chunks ?? [];
    if (genuine?.type !== 'responderKeying') throw new Error('no answer was sent');
    answer(initiator, { ...genuine, sessionId, component: component ?? genuine.component }, own.sessionId);
    expect(initiator.opened).toBeUndefined();
    answer(initiator, genuine, own.sessionId);
    expect(initiator.opened).toBeDefined();
  });
});
