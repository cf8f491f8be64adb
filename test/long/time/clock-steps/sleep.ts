/** Stops processes for 40 s while live: the same as a computer that slept, but for its clocks. */
import { setTimeout as delay } from 'node:timers/promises';
import { descendantsOf } from '../../../support/processes/process-tree.ts';
import { atMost, exactly } from '../../support/findings.ts';
import type { Finding } from '../../proof.ts';
import type { Studio } from './studio.ts';
import { judgeFile } from './take-step.ts';
import { texts } from '../../../../shared/text/text.ts';

const ASLEEP = /This computer was asleep for (\d+) s\./;

export interface SleepOptions {
  readonly studio: Studio;
  readonly what: 'the engine' | 'the whole app';
  readonly seconds: number;
}

export async function* takeSleep({ studio, what, seconds }: SleepOptions): AsyncGenerator<Finding> {
  const name = `${what} stopped for ${seconds} s`;
  studio.takeTold();
  const filesBefore = studio.nginxFiles().length;
  await studio.goLive();
  const startedMs = performance.now();
  await studio.until('live');
  await delay(5000);
  const pids = pidsOf(studio, what);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await delay(seconds * 1000);
  for (const pid of [...pids].reverse()) process.kill(pid, 'SIGCONT');
  const wokeMs = performance.now();
  const lost = await studio.untilEvent('destinationLost');
  const told = lost === undefined ? '' : texts.events.sentence(lost);
  const slept = Number(ASLEEP.exec(told)?.[1] ?? NaN);
  yield {
    promise: `${name}: told as sleep`,
    seen: told === '' ? 'nothing' : told,
    holds: Math.abs(slept - seconds) <= 2,
  };
  await studio.until('live');
  yield atMost(`${name}: seconds until live again`, (performance.now() - wokeMs) / 1000, 10);
  await delay(5000);
  const recording = await studio.end();
  const passedMs = performance.now() - startedMs;
  const { summaries } = studio.takeTold();
  yield exactly(`${name}: reconnects told`, summaries.at(-1)?.destinations[0]?.reconnects ?? NaN, 1);
  yield exactly(`${name}: files at nginx`, studio.nginxFiles().length - filesBefore, 2);
  yield* judgeFile(`${name}: the recording`, recording, passedMs, (seconds + 3) * 1000);
}

function pidsOf(studio: Studio, what: SleepOptions['what']): readonly number[] {
  const root = studio.app.process().pid;
  if (root === undefined) throw new Error('the app is not running');
  if (what === 'the whole app') return descendantsOf(root);
  const engine = studio.enginePid();
  return engine === undefined ? [] : [engine];
}
