/** Line 3 of the list of cases at full size: mutated pastes and list files, 100,000 of each unless `--runs` says otherwise. */
import fc from 'fast-check';
import { judgeFile, judgePaste } from '../../support/pastes/judge-paste.ts';
import { mutatedFile, mutatedPaste } from '../../support/pastes/mutated-paste.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const RUNS = 100_000;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const numRuns = numberOption(argv, 'runs', RUNS);
  const seed = numberOption(argv, 'seed', 1 + Math.floor(Math.random() * 2 ** 30));
  yield run('pastes', fc.property(mutatedPaste, judging(judgePaste)), { numRuns, seed });
  yield run('list files', fc.property(mutatedFile, judging(judgeFile)), { numRuns, seed });
}

/** Throws what does not hold, so that fast-check makes it small. */
function judging<T>(judge: (brought: T) => string | undefined): (brought: T) => void {
  return (brought) => {
    const problem = judge(brought);
    if (problem !== undefined) throw new Error(problem);
  };
}

function run<T>(
  what: string,
  property: fc.IRawProperty<T>,
  options: { numRuns: number; seed: number },
): Finding {
  const result = fc.check(property, { ...options, endOnFailure: false }) as fc.RunDetails<T>;
  const counterexample = result.failed ? JSON.stringify(result.counterexample).slice(0, 2000) : '';
  const cause = result.errorInstance instanceof Error ? result.errorInstance.message.slice(0, 200) : '';
  return {
    promise: `${options.numRuns} mutated ${what}: no crash, no secret in a shown field, no key altered (seed ${options.seed})`,
    seen: result.failed ? `${cause}: ${counterexample}` : `${result.numRuns} tried, none fails`,
    holds: !result.failed,
  };
}
