/** One end in the middle of a fault, from within the server's namespace: how long the stream took to be over. */
import { setTimeout as delay } from 'node:timers/promises';
import { PROVEN_AFTER_MS } from '../../../shared/broadcast/retry-policy.ts';
import type { NetworkPair } from '../../support/computer/network-pair.ts';
import type { Finding } from '../proof.ts';
import type { SentFacts } from '../support/streaming-host.ts';
import { openScene } from './scene.ts';
import { faults } from './table.ts';

/** A stream that has not ended by then will not. */
const NEVER_MS = 30_000;

/** `cut short`: at once, in the middle of draining. */
const waysToEnd = ['drained', 'at once', 'cut short'] as const;
export type HowToEnd = (typeof waysToEnd)[number];

/** `drained` for what is none. */
export function howToEnd(text: string): HowToEnd {
  return waysToEnd.find((way) => way === text) ?? 'drained';
}

export interface EndOfFault {
  /** From the beginning of the fault, ms. */
  readonly atMs: number;
  readonly how: HowToEnd;
  readonly drainMs: number;
  /** What it may take beyond the deadline. */
  readonly marginMs: number;
  readonly mediaPath: string;
}

export async function endInFault(name: string, pair: NetworkPair, end: EndOfFault): Promise<Finding> {
  const fault = faults[name];
  if (fault === undefined) return { promise: name, seen: 'there is no such fault', holds: false };
  const { atMs, how, drainMs, marginMs } = end;
  const { bench, close } = await openScene(fault, pair, { drainMs, mediaPath: end.mediaPath });
  const { host } = bench;
  try {
    await host.event('destinationLive', 0, 30_000);
    // Lost any earlier it would be taken for refused, and not come back.
    await delay(PROVEN_AFTER_MS + 500);
    // What a fault waits for does not come any more once the stream is over.
    const struck = fault.strike(bench, () => undefined).catch(() => undefined);
    await delay(atMs);
    const states = host.lines.filter((line) => line.type === 'state');
    const phase = states.at(-1)?.state.phase ?? 'none';
    if (how !== 'at once') host.tell({ type: 'stop' });
    if (how === 'cut short') await delay(drainMs / 2);
    const hasDrained = host.lines.some(({ type }) => type === 'sent');
    if (how !== 'drained') host.tell({ type: 'endNow' });
    await host.summary(NEVER_MS).catch(() => undefined);
    const sent = host.lines.find((line): line is SentFacts => line.type === 'sent');
    await struck;
    const tookMs = sent?.endingMs ?? NEVER_MS;
    const deadlineMs = (how === 'drained' || hasDrained ? drainMs : 0) + marginMs;
    return {
      promise: `ended within ${deadlineMs} ms: ${name}, ${how}, ${Math.round(atMs / 100) / 10} s into it, while ${phase}`,
      seen: Math.round(tookMs),
      holds: tookMs <= deadlineMs,
    };
  } finally {
    await close();
  }
}
