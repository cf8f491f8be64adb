/** An end of a session on a busy computer: its process gets a turn now and then, and reads what has come before it looks at the time. */
import type { SessionPacket } from '../../../electron/rtmp/rtmfp/wire/chunks.ts';
import type { NetworkEnd } from './simulated-network.ts';

/** When the process gets its turn, at `nowMs` or later. */
export type NextTurn = (nowMs: number) => number;

/** Turns of one millisecond, so far apart. */
export const everyMs =
  (apartMs: number): NextTurn =>
  (nowMs) =>
    nowMs % apartMs < 1 ? nowMs : Math.ceil(nowMs / apartMs) * apartMs;

/** Stands still for `stillMs` in each `apartMs`. */
export const standingStill =
  (stillMs: number, apartMs: number): NextTurn =>
  (nowMs) => {
    const into = nowMs % apartMs;
    return into < stillMs ? nowMs - into + stillMs : nowMs;
  };

export function busyEnd(end: NetworkEnd, nextTurn: NextTurn): NetworkEnd {
  const waiting: { readonly packet: SessionPacket; readonly from: string }[] = [];
  let seenMs = 0;
  return {
    session: end.session,
    receive(packet, nowMs, from) {
      seenMs = nowMs;
      waiting.push({ packet, from });
    },
    takePacket(nowMs, maxBytes) {
      seenMs = nowMs;
      if (nextTurn(nowMs) > nowMs) return undefined;
      for (const { packet, from } of waiting.splice(0)) end.receive(packet, nowMs, from);
      return end.takePacket(nowMs, maxBytes);
    },
    get dueMs() {
      const dueMs = waiting.length > 0 ? seenMs : end.dueMs;
      return dueMs === Infinity ? dueMs : nextTurn(Math.max(dueMs, seenMs));
    },
  };
}
