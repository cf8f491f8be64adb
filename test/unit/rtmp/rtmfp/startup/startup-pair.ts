/** An initiator and a responder in simulated time, on a way that a test disturbs. */
import { buildUriDiscriminator } from '../../../../../electron/rtmp/rtmfp/crypto/discriminator.ts';
import { Initiator } from '../../../../../electron/rtmp/rtmfp/startup/initiator.ts';
import type { InitiatorOptions } from '../../../../../electron/rtmp/rtmfp/startup/initiator.ts';
import { Responder } from '../../../../../electron/rtmp/rtmfp/startup/responder.ts';
import type {
  ResponderEvent,
  ResponderOptions,
} from '../../../../../electron/rtmp/rtmfp/startup/responder.ts';
import { readSessionId } from '../../../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import type { Endpoint } from '../../../../../electron/rtmp/rtmfp/startup/startup-types.ts';
import { seededRandom } from '../../support/session-pair.ts';

export const clientAddress: Endpoint = { host: '192.0.2.1', port: 50_000 };
export const serverAddress: Endpoint = { host: '198.51.100.1', port: 1935 };
export const discriminator = buildUriDiscriminator('rtmfp://server.example/live');

export function openInitiator(options: Partial<InitiatorOptions> = {}, seed = 1): Initiator {
  return new Initiator({
    discriminator,
    candidates: [serverAddress],
    mayAsk: () => true,
    random: seededRandom(seed),
    nowMs: 0,
    ...options,
  });
}

export function openResponder(options: Partial<ResponderOptions> = {}, seed = 2): Responder {
  return new Responder({ isProtectionRequired: false, random: seededRandom(seed), ...options });
}

export interface RunOptions {
  /** How many copies of the datagram arrive; it is the `index`-th of all. Default 1. */
  readonly copies?: (index: number) => number;
  readonly untilMs?: number;
}

/** Passes datagrams to and fro until both are silent. @returns the responder's events. */
export function run(
  initiator: Initiator,
  responder: Responder,
  { copies = () => 1, untilMs = 100_000 }: RunOptions = {},
): ResponderEvent[] {
  const events: ResponderEvent[] = [];
  let index = 0;
  let nowMs = 0;
  while (nowMs <= untilMs && !initiator.opened && !initiator.hasFailed) {
    for (const { bytes } of initiator.takeOutput()) {
      for (let count = copies(index++); count > 0; count -= 1) {
        if (readSessionId(bytes) === 0) responder.receive(bytes, clientAddress, nowMs);
      }
    }
    for (const { bytes } of responder.takeOutput()) {
      for (let count = copies(index++); count > 0; count -= 1) initiator.receive(bytes, serverAddress, nowMs);
    }
    events.push(...responder.takeEvents());
    const due = initiator.dueMs;
    if (due === Infinity) break;
    nowMs = Math.max(nowMs, due);
    initiator.advance(nowMs);
  }
  return events;
}
