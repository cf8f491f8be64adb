/**
 * Twelve hours of simulated time with eight destinations, half of them lost each hour: what the broadcast holds stays flat. Compares the
 * heap after the first hour with the heap after the last: timers, listeners, entries of maps and sets, objects by class.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastStage, destination } from '../../unit/engine/broadcast/stage/broadcast-stage.ts';
import { classesOf, countHeap } from './heap-count.ts';
import type { HeapCount } from './heap-count.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const MOST_GROWTH_KB = 1000;
/** What the proof and Node themselves may hold more of. What grows in a broadcast grows by hundreds: hours times destinations. */
const MOST_MORE = 20;

/** `--hours 12`. */
export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const hours = numberOption(argv, 'hours', 12);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const stage = new BroadcastStage();
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  stage.start(ids.map((id) => destination(id)));
  const heldKb: number[] = [];
  const timers: number[] = [];
  const counts: HeapCount[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    for (let minute = 0; minute < 60; minute += 1) await oneMinute(stage, minute);
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    heldKb.push(Math.round(process.memoryUsage().heapUsed / 1000));
    timers.push(stage.clock.pending);
    if (hour === 0 || hour === hours - 1) counts.push(await countHeap());
  }
  const live = stage.phases().filter((phase) => phase === 'live').length;
  yield { promise: 'all eight are live at the end', seen: live, holds: live === 8 };
  const growthKb = (heldKb.at(-1) ?? NaN) - (heldKb[0] ?? NaN);
  yield {
    promise: `the heap grows by ${MOST_GROWTH_KB} kB at most after the first of ${hours} hours`,
    seen: `${growthKb} kB (${heldKb.join(', ')})`,
    holds: growthKb <= MOST_GROWTH_KB,
  };
  const growth = (timers.at(-1) ?? NaN) - (timers[0] ?? NaN);
  yield {
    promise: 'no more timers wait than after an hour',
    seen: `${growth} (${timers.join(', ')})`,
    holds: growth <= 0,
  };
  const [first, last] = [counts[0], counts.at(-1)];
  if (first !== undefined && last !== undefined) yield* compare(first, last, hours);
}

function* compare(first: HeapCount, last: HeapCount, hours: number): Generator<Finding> {
  const figures = {
    'listeners of emitters': (count: HeapCount) => count.subscriptions,
    "listeners of Node's event emitters": (count: HeapCount) => count.listeners,
    'entries of all maps': (count: HeapCount) => count.mapEntries,
    'entries of all sets': (count: HeapCount) => count.setEntries,
    'timers of Node': (count: HeapCount) => classesOf(count).get('Timeout') ?? 0,
  };
  for (const [what, figure] of Object.entries(figures)) {
    const [before, after] = [figure(first), figure(last)];
    yield {
      promise: `${what}: at most ${MOST_MORE} more after hour ${hours} than after hour 1`,
      seen: `${before}, then ${after}`,
      holds: after - before <= MOST_MORE,
    };
  }
  const [before, after] = [classesOf(first), classesOf(last)];
  const grown = [...after]
    .map(([name, count]) => ({ name, before: before.get(name) ?? 0, after: count }))
    .map((each) => ({ ...each, more: each.after - each.before }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more);
  yield {
    promise: `${after.size} classes of objects and functions: at most ${MOST_MORE} more of each after hour ${hours} than after hour 1`,
    seen: grown
      .slice(0, 8)
      .map((each) => `${each.name} ${each.before}, then ${each.after}`)
      .join('; '),
    holds: grown.every(({ more }) => more <= MOST_MORE),
  };
}

/** Two seconds of media and 58 of silence; what the test itself would collect is let go. */
async function oneMinute(stage: BroadcastStage, minute: number): Promise<void> {
  await stage.run(2000);
  const { publishers } = stage.network;
  for (const publisher of publishers) {
    publisher.sent.length = 0;
    publisher.asked.length = 0;
  }
  if (minute === 30) for (const publisher of publishers.splice(-4)) publisher.lose();
  await stage.clock.advance(58_000);
  for (const kept of [stage.events, stage.samples, stage.logged, stage.network.attempts]) kept.length = 0;
}
