/** Twelve hours of simulated time with eight destinations, half of them lost each hour: what the broadcast holds stays flat. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastStage, destination } from '../unit/engine/broadcast/broadcast-stage.ts';
import { numberOption, type Finding } from './proof.ts';

const MOST_GROWTH_KB = 1000;

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
  for (let hour = 0; hour < hours; hour += 1) {
    for (let minute = 0; minute < 60; minute += 1) await oneMinute(stage, minute);
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    heldKb.push(Math.round(process.memoryUsage().heapUsed / 1000));
    timers.push(stage.clock.pending);
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
  yield { promise: 'no more timers wait than after an hour', seen: growth, holds: growth <= 0 };
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
