/**
 * `npm run prove -- NAME`: holds the product against a promise at its full size, in minutes rather than seconds. Prints one line
 * of JSON per promise; ends with 1 when one does not hold.
 */
import { readdirSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { repositoryFolder } from '../support/repository.ts';
import type { Finding } from './proof.ts';

interface Proof {
  /** Yields each finding as soon as it is known. */
  prove(argv: readonly string[]): AsyncIterable<Finding>;
}

const ending = '.long.ts';

/** Each proof's name, and where it lies below this folder, without the ending. */
function listProofs(): ReadonlyMap<string, string> {
  const files = readdirSync(join(repositoryFolder, 'test/long'), { recursive: true, encoding: 'utf8' });
  const proofs = files.filter((file) => file.endsWith(ending)).sort();
  return new Map(
    proofs.map((file) => [basename(file, ending), file.slice(0, -ending.length).split(sep).join('/')]),
  );
}

async function main(name: string | undefined, argv: readonly string[]): Promise<number> {
  const proofs = listProofs();
  const path = proofs.get(name ?? '');
  if (path === undefined) {
    process.stderr.write(`Say what to prove: ${[...proofs.keys()].sort().join(', ')}.\n`);
    return 2;
  }
  const proof = (await import(`./${path}.long.ts`)) as Proof;
  let code = 0;
  for await (const finding of proof.prove(argv)) {
    process.stdout.write(`${JSON.stringify({ proof: name, ...finding })}\n`);
    if (!finding.holds) code = 1;
  }
  return code;
}

process.exitCode = await main(process.argv[2], process.argv.slice(3));
