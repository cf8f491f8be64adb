/** `npm run bench -- NAME`: runs one bench of this folder and prints what it measured as one line of JSON. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Bench {
  /** @returns what is printed */
  run(argv: readonly string[]): Promise<object>;
}

const notBenches = ['run.ts'];

/** Runs from `dist/tools`, beside the sources it names. */
function listBenches(): string[] {
  return readdirSync(join(import.meta.dirname, '../../test/bench'))
    .filter((file) => file.endsWith('.ts') && !notBenches.includes(file))
    .map((file) => file.slice(0, -'.ts'.length));
}

async function main(name: string | undefined, argv: readonly string[]): Promise<number> {
  if (name === undefined || !listBenches().includes(name)) {
    process.stderr.write(`Say which bench to run: ${listBenches().join(', ')}.\n`);
    return 2;
  }
  const bench = (await import(`./${name}.ts`)) as Bench;
  const result = await bench.run(argv);
  process.stdout.write(`${JSON.stringify({ bench: name, ...result })}\n`);
  return 0;
}

process.exitCode = await main(process.argv[2], process.argv.slice(3));
