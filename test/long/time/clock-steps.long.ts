/**
 * The wall clock is set while the real app streams to nginx and records: by 2 s, 1 h and 1 day, either way, while it connects, is live and
 * reconnects. Nothing that is measured or awaited may go by it. Then the engine, and the whole app, are stopped for 40 s, which is told as
 * sleep. Needs Linux, root (for a small disk) and libfaketime. `--only WORDS` for the parts whose name has these words, such as `+2 s`,
 * `-1 day` or `stopped`; `--sleep 40`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeSleep } from './clock-steps/sleep.ts';
import { SteppedClock } from './clock-steps/stepped-clock.ts';
import { Studio } from './clock-steps/studio.ts';
import { nameOf, takeStep } from './clock-steps/take-step.ts';
import { numberOption, textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const HOUR = 3600;
const DAY = 86_400;
const STEPS = [2, -2, HOUR, -HOUR, DAY, -DAY];
/** Room for twenty minutes of recording. */
const DISK = '160m';

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const only = textOption(argv, 'only') ?? '';
  const steps = STEPS.filter((seconds) => nameOf(seconds).includes(only));
  const stopped = (['the engine', 'the whole app'] as const).filter((what) =>
    `${what} stopped`.includes(only),
  );
  if (steps.length > 0) yield* inHome((home) => proveSteps(home, steps));
  for (const what of stopped) {
    yield* inHome(async function* (home) {
      const studio = await Studio.start(home);
      try {
        yield* takeSleep({ studio, what, seconds: numberOption(argv, 'sleep', 40) });
      } finally {
        await studio.close();
      }
    });
  }
}

async function* inHome(run: (home: string) => AsyncGenerator<Finding>): AsyncGenerator<Finding> {
  const home = mkdtempSync(join(tmpdir(), 'upcast-prove-clock-steps-'));
  try {
    yield* run(home);
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function* proveSteps(home: string, steps: readonly number[]): AsyncGenerator<Finding> {
  const clock = SteppedClock.find(join(home, 'clock'));
  if (clock === undefined) {
    const seen = 'libfaketime is not installed: on Debian, apt-get install faketime';
    return yield { promise: 'the clock can be set for the app alone', seen, holds: false };
  }
  const disk = join(home, 'Videos');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'none', disk]);
  try {
    const studio = await Studio.start(home, clock.env);
    try {
      for (const seconds of steps) yield* takeStep({ studio, clock, seconds, disk });
    } finally {
      await studio.close();
    }
  } finally {
    execFileSync('umount', ['--lazy', disk]);
  }
}
