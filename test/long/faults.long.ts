/**
 * The fault table: a real nginx-rtmp, plain or behind TLS, and a broadcast each in a network namespace of its own, with one fault between
 * them. `--only NAME`; without it every row, `--at-once 6` of them at a time; `--keep FOLDER` keeps what each stream told. Needs root.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { makeNetworkPair } from '../support/network-pair.ts';
import { faults } from './faults/table.ts';
import { runFault } from './faults/run-fault.ts';
import { numberOption } from './proof.ts';
import type { Finding } from './proof.ts';
import { runHost } from './streaming-host.ts';

function textOption(argv: readonly string[], name: string): string | undefined {
  const at = argv.indexOf(`--${name}`);
  return at < 0 ? undefined : argv[at + 1];
}

/** One row in a process of its own within the server's namespace. */
async function runRow(name: string, keep: readonly string[]): Promise<Finding> {
  const pair = makeNetworkPair();
  try {
    const child = spawn(
      'ip',
      [
        ...['netns', 'exec', pair.server, process.execPath, process.argv[1] ?? '', 'faults'],
        ...['--row', name, '--server', pair.server, '--client', pair.client, ...keep],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let finding: Finding | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      finding = JSON.parse(line) as Finding;
    });
    await new Promise((resolve) => child.once('close', resolve));
    if (finding === undefined)
      return { promise: name, seen: 'the row ended without a finding', holds: false };
    const { promise, seen, holds } = finding;
    return { promise, seen, holds };
  } finally {
    pair.remove();
  }
}

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const host = textOption(argv, 'host');
  if (host !== undefined) return await runHost(host);
  const row = textOption(argv, 'row');
  if (row !== undefined) {
    const pair = {
      server: textOption(argv, 'server') ?? '',
      client: textOption(argv, 'client') ?? '',
      remove: () => {},
    };
    yield await runFault(row, pair, textOption(argv, 'keep'));
    return;
  }
  const only = textOption(argv, 'only');
  const keepFolder = textOption(argv, 'keep');
  const keep = keepFolder === undefined ? [] : ['--keep', keepFolder];
  const waiting = Object.keys(faults).filter((name) => only === undefined || name === only);
  const running = new Set<Promise<Finding>>();
  const atOnce = numberOption(argv, 'at-once', 6);
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < atOnce) {
      const name = waiting.shift();
      if (name === undefined) break;
      const work = runRow(name, keep);
      running.add(work);
      void work.finally(() => running.delete(work));
    }
    yield await Promise.race(running);
  }
}
