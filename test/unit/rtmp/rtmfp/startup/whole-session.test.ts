/** From the first datagram to the last: keys, sessions, flows and messages over a network that loses, doubles and reorders datagrams. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSessionId } from '../../../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { FlowPublisher } from '../../../../../electron/rtmp/rtmfp/messages/flow-publisher.ts';
import { FlowReceiver } from '../../../../../electron/rtmp/rtmfp/messages/flow-receiver.ts';
import type { SessionSecurity } from '../../../../../electron/rtmp/rtmfp/startup/startup-types.ts';
import type { SessionPacket } from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { seededChance } from '../../../../support/rtmfp/random.ts';
import { clientAddress, openInitiator, openResponder, serverAddress } from './startup-pair.ts';

interface Conditions {
  readonly seed: number;
  readonly loss: number;
  readonly duplicates: number;
  readonly jitterMs: number;
  readonly isProtectionRequired: boolean;
}

interface Side {
  takePacket(nowMs: number, maxBytes: number): SessionPacket | undefined;
}

const STEP_MS = 5;
const DELAY_MS = 10;
const DATAGRAM_BYTES = 1_200;

class WholePath {
  readonly initiator = openInitiator();
  readonly responder;
  readonly publisher = new FlowPublisher({ app: 'live', tcUrl: 'rtmfp://h/live', streamKey: 'key' }, 0);
  readonly received: { readonly kind: string; readonly timestampMs: number; readonly bytes: number }[] = [];
  isUnpublished = false;
  nowMs = 0;
  readonly #conditions: Conditions;
  readonly #chance;
  #arrivals: { readonly atMs: number; readonly isForServer: boolean; readonly bytes: Uint8Array }[] = [];
  #server: { readonly security: SessionSecurity; readonly receiver: FlowReceiver } | undefined;
  #hasStarted = false;

  constructor(conditions: Conditions) {
    this.#conditions = conditions;
    this.#chance = seededChance(conditions.seed);
    const { isProtectionRequired } = conditions;
    this.responder = openResponder({ isProtectionRequired });
  }

  run(milliseconds: number): void {
    for (const untilMs = this.nowMs + milliseconds; this.nowMs < untilMs; this.nowMs += STEP_MS) {
      const due = this.#arrivals.filter(({ atMs }) => atMs <= this.nowMs);
      this.#arrivals = this.#arrivals.filter(({ atMs }) => atMs > this.nowMs);
      for (const { isForServer, bytes } of due)
        if (isForServer) this.#atServer(bytes);
        else this.#atClient(bytes);
      this.#speak();
    }
  }

  #speak(): void {
    this.initiator.advance(this.nowMs);
    for (const { bytes } of this.initiator.takeOutput()) this.#send(true, bytes);
    for (const { bytes } of this.responder.takeOutput()) this.#send(false, bytes);
    const client = this.initiator.opened?.security;
    if (client) this.#pass(client, this.publisher, true);
    if (this.#server) this.#pass(this.#server.security, this.#server.receiver, false);
  }

  #pass({ sealer, peerSessionId }: SessionSecurity, side: Side, isForServer: boolean): void {
    for (;;) {
      const packet = side.takePacket(this.nowMs, sealer.packetBytes(DATAGRAM_BYTES));
      if (packet === undefined) return;
      const datagram = sealer.seal(packet, peerSessionId);
      expect(datagram.length).toBeLessThanOrEqual(DATAGRAM_BYTES);
      this.#send(isForServer, datagram);
    }
  }

  #send(isForServer: boolean, bytes: Uint8Array): void {
    const { loss, duplicates, jitterMs } = this.#conditions;
    for (let copies = this.#chance() < duplicates ? 2 : 1; copies > 0; copies -= 1) {
      const atMs = this.nowMs + DELAY_MS + this.#chance() * jitterMs;
      if (this.#chance() >= loss) this.#arrivals.push({ atMs, isForServer, bytes });
    }
  }

  #atServer(bytes: Uint8Array): void {
    if (readSessionId(bytes) === 0) this.responder.receive(bytes, clientAddress, this.nowMs);
    for (const event of this.responder.takeEvents())
      if (event.type === 'sessionOpened') this.#opened(event.security);
    const packet =
      this.#server && readSessionId(bytes) === this.#server.security.ownSessionId
        ? this.#server.security.opener.open(bytes)
        : undefined;
    if (packet) this.#server?.receiver.receive(packet, this.nowMs, 'client');
  }

  #opened(security: SessionSecurity): void {
    const receiver: FlowReceiver = new FlowReceiver(
      {},
      {
        onEvent: (event) => {
          if (event.type === 'connectRequested') receiver.acceptConnect();
          if (event.type === 'publishRequested') receiver.acceptPublish();
          if (event.type === 'unpublished') this.isUnpublished = true;
          if (event.type !== 'media') return;
          const { kind, timestampMs, body } = event;
          this.received.push({ kind, timestampMs, bytes: body.length });
        },
        onEnded: () => undefined,
      },
      this.nowMs,
    );
    this.#server = { security, receiver };
  }

  #atClient(bytes: Uint8Array): void {
    const { opened } = this.initiator;
    if (!opened) {
      this.initiator.receive(bytes, serverAddress, this.nowMs);
      const now = this.initiator.opened;
      if (!now) return;
      this.#hasStarted = true;
      this.publisher.start(this.nowMs);
      for (const early of now.early) this.#atClient(early);
      return;
    }
    expect(this.#hasStarted).toBe(true);
    if (readSessionId(bytes) !== opened.security.ownSessionId) return;
    const packet = opened.security.opener.open(bytes);
    if (packet) this.publisher.receive(packet, this.nowMs);
  }
}

const conditions: fc.Arbitrary<Conditions> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  loss: fc.double({ min: 0, max: 0.2, noNaN: true }),
  duplicates: fc.double({ min: 0, max: 0.3, noNaN: true }),
  jitterMs: fc.integer({ min: 0, max: 60 }),
  isProtectionRequired: fc.boolean(),
});

describe('a whole session', () => {
  it('brings the same media out, whatever becomes of single datagrams', () => {
    fc.assert(
      fc.property(conditions, (network) => {
        const path = new WholePath(network);
        for (let waitedMs = 0; path.publisher.phase !== 'publishing' && waitedMs < 60_000; waitedMs += 500)
          path.run(500);
        expect(path.publisher.phase).toBe('publishing');
        const sent: { kind: 'audio' | 'video'; timestampMs: number; bytes: number }[] = [];
        for (let frame = 0; frame < 40; frame += 1) {
          const video = {
            kind: 'video' as const,
            timestampMs: frame * 40,
            bytes: frame % 20 === 0 ? 9_000 : 1_500,
          };
          const audio = { kind: 'audio' as const, timestampMs: frame * 40, bytes: 100 + frame };
          for (const packet of [video, audio]) {
            sent.push(packet);
            const { kind, timestampMs, bytes } = packet;
            path.publisher.sendMedia({ kind, body: new Uint8Array(bytes) }, timestampMs, path.nowMs);
          }
          path.run(40);
        }
        path.publisher.end(path.nowMs);
        for (let waitedMs = 0; !path.isUnpublished && waitedMs < 30_000; waitedMs += 500) path.run(500);
        for (const kind of ['audio', 'video'])
          expect(path.received.filter((one) => one.kind === kind)).toEqual(
            sent.filter((one) => one.kind === kind),
          );
        expect(path.isUnpublished).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
