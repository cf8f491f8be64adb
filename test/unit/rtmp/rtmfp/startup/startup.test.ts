import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildUriDiscriminator } from '../../../../../electron/rtmp/rtmfp/crypto/discriminator.ts';
import type { Initiator } from '../../../../../electron/rtmp/rtmfp/startup/initiator.ts';
import type { ResponderEvent } from '../../../../../electron/rtmp/rtmfp/startup/responder.ts';
import type { SessionSecurity } from '../../../../../electron/rtmp/rtmfp/startup/startup-types.ts';
import type { SessionPacket } from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { clientAddress, openInitiator, openResponder, run, serverAddress } from './startup-pair.ts';

function securityOf(events: readonly ResponderEvent[]): SessionSecurity {
  const opened = events.find((event) => event.type === 'sessionOpened');
  if (opened?.type !== 'sessionOpened') throw new Error('no session was opened');
  return opened.security;
}

function openedBy(initiator: Initiator): SessionSecurity {
  if (!initiator.opened) throw new Error('the initiator has no session');
  return initiator.opened.security;
}

function ping(mode: 1 | 2): SessionPacket {
  const flags = { isTimeCritical: false, isTimeCriticalReverse: false };
  const chunks = [{ type: 'ping' as const, message: Uint8Array.of(mode) }];
  return { mode, ...flags, timestamp: 1, timestampEcho: undefined, chunks };
}

/** A packet goes each way. */
function expectJoined(client: SessionSecurity, server: SessionSecurity): void {
  expect(client.ownSessionId).toBe(server.peerSessionId);
  expect(server.ownSessionId).toBe(client.peerSessionId);
  expect(server.opener.open(client.sealer.seal(ping(1), client.peerSessionId))).toEqual(ping(1));
  expect(client.opener.open(server.sealer.seal(ping(2), server.peerSessionId))).toEqual(ping(2));
  expect(client.isAuthenticated).toBe(server.isAuthenticated);
}

describe('opening a session', () => {
  it.each([false, true])('joins both sides, with protection required: %s', (isProtectionRequired) => {
    const initiator = openInitiator();
    const events = run(initiator, openResponder({ isProtectionRequired }));
    expectJoined(openedBy(initiator), securityOf(events));
    expect(openedBy(initiator).isAuthenticated).toBe(isProtectionRequired);
    expect(initiator.opened?.address).toEqual(serverAddress);
    expect(initiator.dueMs).toBe(Infinity);
  });

  it('succeeds whichever datagrams are lost or doubled, as long as some come through', () => {
    const fates = fc.array(fc.constantFrom(0, 1, 2), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fates, (copies) => {
        const initiator = openInitiator();
        const events = run(initiator, openResponder(), { copies: (index) => copies[index] ?? 1 });
        expect(events).toHaveLength(1);
        expectJoined(openedBy(initiator), securityOf(events));
      }),
      { numRuns: 30 },
    );
  });

  it('asks again after 1, 3.5, 7.5 and 13 seconds, and gives up after 95', () => {
    const initiator = openInitiator();
    const sent: number[] = [];
    let nowMs = 0;
    while (!initiator.hasFailed) {
      for (const { to } of initiator.takeOutput()) {
        expect(to).toEqual(serverAddress);
        sent.push(nowMs);
      }
      nowMs = initiator.dueMs;
      initiator.advance(nowMs);
    }
    expect(sent.slice(0, 5)).toEqual([0, 1000, 3500, 7500, 13_000]);
    expect(nowMs).toBe(95_000);
    expect(initiator.isAnswered).toBe(false);
    initiator.advance(nowMs + 1);
    expect(initiator.takeOutput()).toEqual([]);
  });

  it('opens to a server of the shortest address: its answer is still under three times the question', () => {
    const initiator = openInitiator({ discriminator: buildUriDiscriminator('rtmfp://h') });
    const events = run(initiator, openResponder());
    expect(events.map(({ type }) => type)).toEqual(['sessionOpened']);
    expect(initiator.opened).toBeDefined();
  });

  it('gives up earlier where it is told to, and then has been answered or not', () => {
    const initiator = openInitiator({ timeoutMs: 10_000 });
    // The keying never arrives.
    run(initiator, openResponder(), { copies: (index) => (index < 2 ? 1 : 0) });
    expect(initiator.hasFailed).toBe(true);
    const answered = openInitiator({ timeoutMs: 10_000 });
    run(answered, openResponder(), { copies: (index) => (index < 2 ? 1 : 0), untilMs: 5_000 });
    expect(answered.isAnswered).toBe(true);
  });

  it('keeps packets of the session that come before the answer, up to 18', () => {
    const initiator = openInitiator();
    const responder = openResponder();
    for (const { bytes } of initiator.takeOutput()) responder.receive(bytes, clientAddress, 0);
    for (const { bytes } of responder.takeOutput()) initiator.receive(bytes, serverAddress, 0);
    for (const { bytes } of initiator.takeOutput()) responder.receive(bytes, clientAddress, 0);
    const server = securityOf(responder.takeEvents());
    const early = Array.from({ length: 20 }, () => server.sealer.seal(ping(2), server.peerSessionId));
    for (const datagram of early) initiator.receive(datagram, serverAddress, 0);
    for (const { bytes } of responder.takeOutput()) initiator.receive(bytes, serverAddress, 0);
    expect(initiator.opened?.early).toEqual(early.slice(0, 18));
    for (const datagram of initiator.opened?.early ?? [])
      expect(openedBy(initiator).opener.open(datagram)).toEqual(ping(2));
  });
});
