/**
 * `npm run prove -- NAME`: holds the product against a promise at its full size, in minutes rather than seconds. Prints one line
 * of JSON per promise; ends with 1 when one does not hold.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './proof.ts';

interface Proof {
  /** Yields each finding as soon as it is known. */
  prove(argv: readonly string[]): AsyncIterable<Finding>;
}

const ending = '.long.ts';

/** Runs from `dist/tools`, beside the sources it names. */
function listProofs(): string[] {
  return readdirSync(join(import.meta.dirname, '../../test/long'))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

async function main(name: string | undefined, argv: readonly string[]): Promise<number> {
  if (name === undefined || !listProofs().includes(name)) {
    process.stderr.write(`Say what to prove: ${listProofs().join(', ')}.\n`);
    return 2;
  }
  const proof = (await import(`./${name}.long.ts`)) as Proof;
  let code = 0;
  for await (const finding of proof.prove(argv)) {
    process.stdout.write(`${JSON.stringify({ proof: name, ...finding })}\n`);
    if (!finding.holds) code = 1;
  }
  return code;
}

process.exitCode = await main(process.argv[2], process.argv.slice(3));
