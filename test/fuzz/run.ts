/**
 * The fuzzer: `--seconds N [--target NAME] [--seed N]`. Replays what it found in the past, then mutates each
 * target's seeds for its share of the time. An error that is not an `AppError`, a bug of ours, a hang and
 * memory over the cap are failures; their inputs are printed and kept.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/errors/app-error.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutate, Prng } from './mutate.ts';
import { fuzzTargets } from './targets.ts';
import { watch, Watchdog } from './watchdog.ts';
import type { WatchdogData } from './watchdog.ts';

const regressionsFolder = join('test', 'fuzz', 'regressions');
/** Of the whole process, over what it had at the start of a target. */
const memoryCapBytes = 512 * 1024 * 1024;
const inputsPerMemoryCheck = 1024;
const corpusSize = 256;

interface Outcome {
  readonly inputs: number;
  readonly failures: number;
}

/** Undefined if the target did as it may. */
async function tryInput(target: FuzzTarget, input: Uint8Array): Promise<unknown> {
  try {
    const done = target.run(input);
    if (done !== undefined) await done;
    return undefined;
  } catch (error) {
    return error instanceof AppError && error.code !== 'internal/bug' ? undefined : error;
  }
}

function report(target: FuzzTarget, input: Uint8Array, problem: unknown): void {
  const folder = join(regressionsFolder, target.name);
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(input).digest('hex').slice(0, 16);
  writeFileSync(join(folder, `${name}.bin`), input);
  const words = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  console.error(`${target.name}: ${words}\n  input ${Buffer.from(input).toString('hex')}`);
}

function readRegressions(name: string): Uint8Array[] {
  const folder = join(regressionsFolder, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.bin'))
    .map((file) => new Uint8Array(readFileSync(join(folder, file))));
}

async function runTarget(
  target: FuzzTarget,
  milliseconds: number,
  seed: number,
  watchdog: Watchdog,
): Promise<Outcome> {
  const random = new Prng(seed);
  const corpus = [...target.seeds, ...readRegressions(target.name)];
  const pinned = corpus.length;
  const memoryAtStart = process.memoryUsage.rss();
  let inputs = 0;
  let failures = 0;
  const runOne = async (input: Uint8Array): Promise<void> => {
    watchdog.beginInput(input);
    // The target may change what it is given; what is kept must be what it got.
    const kept = input.slice();
    const problem = await tryInput(target, input);
    inputs += 1;
    if (problem === undefined) return;
    failures += 1;
    report(target, kept, problem);
  };
  for (const input of [...corpus]) await runOne(input.slice());
  const endMs = performance.now() + milliseconds;
  while (failures < 5 && performance.now() < endMs) {
    for (let count = 0; count < 64 && failures < 5; count += 1) {
      const input = mutate(corpus, random);
      // Mutants of mutants go further from the seeds than one step does.
      if (random.below(64) === 0) {
        const at = corpus.length < corpusSize ? corpus.length : pinned + random.below(corpusSize - pinned);
        corpus[at] = input.slice();
      }
      await runOne(input);
      if (inputs % inputsPerMemoryCheck !== 0) continue;
      const grownBytes = process.memoryUsage.rss() - memoryAtStart;
      if (grownBytes <= memoryCapBytes) continue;
      failures += 1;
      report(target, input, `memory grew by ${grownBytes} bytes`);
    }
  }
  return { inputs, failures };
}

function readOption(argv: readonly string[], name: string): string | undefined {
  const index = argv.indexOf(`--${name}`);
  return index < 0 ? undefined : argv[index + 1];
}

/** @returns the exit code: 0 if every target held. */
export async function main(argv: readonly string[]): Promise<number> {
  const seconds = Number(readOption(argv, 'seconds') ?? '10');
  const only = readOption(argv, 'target');
  const seed = Number(readOption(argv, 'seed') ?? '1');
  const targets = fuzzTargets.filter((target) => only === undefined || target.name === only);
  if (!(seconds > 0) || !Number.isInteger(seed) || targets.length === 0) {
    console.error(`fuzz --seconds N [--target ${fuzzTargets.map(({ name }) => name).join('|')}] [--seed N]`);
    return 2;
  }
  const watchdog = new Watchdog(new URL(import.meta.url), join(regressionsFolder, 'hang'));
  let failed = 0;
  let total = 0;
  for (const target of targets) {
    const { inputs, failures } = await runTarget(target, (seconds * 1000) / targets.length, seed, watchdog);
    total += inputs;
    if (failures > 0) failed += 1;
    console.log(`${target.name}: ${inputs} inputs, ${failures} failures`);
  }
  await watchdog.stop();
  console.log(`${total} inputs`);
  const skipped = fuzzTargets.length - targets.length;
  console.log(`${targets.length - failed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else watch(workerData as WatchdogData);
