/** One row of the fault table, from within the server's namespace: server, stream, fault, and what came of it. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { NetworkPair } from '../../support/computer/network-pair.ts';
import { judgeRecording } from '../support/judge.ts';
import type { Finding } from '../proof.ts';
import type { SentFacts, StreamingHost } from '../support/streaming-host.ts';
import { KEY, openScene } from './scene.ts';
import { faults } from './table.ts';

const DRAIN_MS = 3000;
const NOTICE_MS = 10_000;
const BACK_MS = 2000;
/** Beyond the return that is waited for it. */
const PATIENCE_MS = 40_000;
const EMPTY_BYTES = 4096;
/** Media that waits, from which on a user sees that something is wrong. */
const TROUBLE_MS = 250;

/** `keepFolder`: gets all that the stream told, a file of JSON lines. */
export async function runFault(name: string, pair: NetworkPair, keepFolder?: string): Promise<Finding> {
  const fault = faults[name];
  if (fault === undefined) return { promise: name, seen: 'there is no such fault', holds: false };
  const scene = await openScene(fault, pair, { drainMs: DRAIN_MS });
  const { host } = scene.bench;
  try {
    await host.event('destinationLive', 0, 30_000);
    await delay(5000);
    let begunMs = 0;
    await fault.strike(scene.bench, () => (begunMs = Date.now()));
    const backMs = Date.now();
    const isLost = await host.event('destinationLost', begunMs, NOTICE_MS).catch(() => undefined);
    const liveAgain = isLost
      ? await host.event('destinationLive', isLost.timeMs, PATIENCE_MS).catch(() => undefined)
      : undefined;
    await delay(4000);
    host.tell({ type: 'stop' });
    const summary = await host.summary(20_000);
    const total = summary.destinations.find(({ id }) => id === KEY);
    const sent = host.lines.find((line): line is SentFacts => line.type === 'sent');
    const recordings = await scene.finishedRecordings();
    // A publisher that was refused, or lost at once, leaves a file without a frame.
    const filled = recordings.filter((path) => statSync(path).size > EMPTY_BYTES);
    const judged = await Promise.all(filled.map(judgeRecording));
    const whole = judged.filter(({ videoFrames }) => videoFrames > 0);
    const arrived = whole.reduce((sum, { videoFrames }) => sum + videoFrames, 0);
    const hasHeld = fault.mayHold === true && isLost === undefined;
    const trouble =
      fault.mayHold === true ? firstSample(host, begunMs, (queueMs) => queueMs > TROUBLE_MS) : undefined;
    // Live again before the network returned is not enough: the connection in use then must be well.
    const calm = fault.mayHold === true ? firstCalm(host, backMs) : undefined;
    const noticedMs = Math.min(isLost?.timeMs ?? Infinity, trouble ?? Infinity);
    const noticeMs = Number.isFinite(noticedMs) ? noticedMs - begunMs : undefined;
    const returnedMs = fault.mayHold === true ? calm : liveAgain?.timeMs;
    const returnMs = returnedMs === undefined ? undefined : Math.max(0, returnedMs - backMs);
    const lostBeside = sent ? sent.playedFrames - sent.witnessFrames : Infinity;
    const isWitnessWhole = lostBeside <= 2 && sent?.witnessReconnects === 0;
    const isWell =
      sent?.isGrowing === true &&
      sent.areStartsKeyframes &&
      whole.every(({ beginsWithKeyframe, isGrowing }) => beginsWithKeyframe && isGrowing);
    const words = [
      `noticed after ${seconds(noticeMs)}${hasHeld ? ', held' : ''}`,
      `back ${seconds(returnMs)} after the network`,
      `${(sent?.playedFrames ?? 0) - arrived} of ${sent?.playedFrames ?? 0} frames lost`,
      isWell ? 'from a keyframe, time growing' : 'NOT from a keyframe or time not growing',
      `last error ${total?.lastError?.code ?? 'none'}`,
      ...(isWitnessWhole ? [] : [`another destination LOST ${lostBeside} frames`]),
    ];
    const isInTime = (noticeMs ?? Infinity) <= NOTICE_MS && (returnMs ?? Infinity) <= BACK_MS;
    return {
      promise: `${name}: noticed within 10 s, back within 2 s, from a keyframe`,
      seen: words.join('; '),
      holds: isWell && isInTime && (isWitnessWhole || fault.isMachineAsleep === true),
    };
  } finally {
    if (keepFolder !== undefined) {
      const told = host.lines.map((line) => JSON.stringify(line)).join('\n');
      writeFileSync(join(keepFolder, `${name}-${Date.now()}.ndjson`), told);
    }
    await scene.close();
  }
}

/** When a sample after `sinceMs` first showed such a queue, ms since the epoch. */
function firstSample(
  host: StreamingHost,
  sinceMs: number,
  isIt: (queueMs: number) => boolean,
): number | undefined {
  const found = host.lines.find(
    (line) =>
      line.type === 'sample' &&
      line.timeMs > sinceMs &&
      line.destinations.some(({ id, queueMs }) => id === KEY && isIt(queueMs)),
  );
  return found?.type === 'sample' ? found.timeMs : undefined;
}

/** The first moment from `sinceMs` on from which the destination is live without much waiting, as far as samples tell. */
function firstCalm(host: StreamingHost, sinceMs: number): number | undefined {
  const states = host.lines.filter((line) => line.type === 'state');
  for (const line of host.lines) {
    if (line.type !== 'sample' || line.timeMs <= sinceMs) continue;
    const isCalm = line.destinations.some(({ id, queueMs }) => id === KEY && queueMs <= TROUBLE_MS);
    const newest = states.findLast(({ timeMs }) => timeMs <= line.timeMs);
    if (!isCalm || newest?.state.phase !== 'live') continue;
    // It became live since the sample before: that moment is known better.
    return Math.max(sinceMs, Math.min(line.timeMs, newest.timeMs > sinceMs ? newest.timeMs : line.timeMs));
  }
  return undefined;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'never' : `${(ms / 1000).toFixed(1)} s`;
}
