/** Runs a part of a proof in a process of its own within the server's namespace of a new pair, and hands its finding back. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { makeNetworkPair } from '../../support/computer/network-pair.ts';
import type { NetworkPair } from '../../support/computer/network-pair.ts';
import { textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

/** `part`: the options that name it; those of the pair are added, for `pairOf`. */
export async function runInNamespaces(proof: string, part: readonly string[]): Promise<Finding> {
  const pair = makeNetworkPair();
  try {
    const names = ['--server', pair.server, '--client', pair.client];
    const script = [process.execPath, process.argv[1] ?? '', proof, ...part, ...names];
    const child = spawn('ip', ['netns', 'exec', pair.server, ...script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let finding: Finding | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      finding = JSON.parse(line) as Finding;
    });
    await new Promise((resolve) => child.once('close', resolve));
    if (finding === undefined)
      return { promise: part.join(' '), seen: 'it ended without a finding', holds: false };
    const { promise, seen, holds } = finding;
    return { promise, seen, holds };
  } finally {
    pair.remove();
  }
}

/** The pair that this process runs in; its maker removes it. */
export function pairOf(argv: readonly string[]): NetworkPair {
  const [server = '', client = ''] = ['server', 'client'].map((name) => textOption(argv, name));
  return { server, client, remove: () => undefined };
}

/** Each finding as it comes, `atOnce` works at a time. */
export async function* findTogether(
  works: readonly (() => Promise<Finding>)[],
  atOnce: number,
): AsyncGenerator<Finding> {
  const waiting = [...works];
  const running = new Set<Promise<Finding>>();
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < atOnce) {
      const next = waiting.shift();
      if (next === undefined) break;
      const work = next();
      running.add(work);
      void work.finally(() => running.delete(work));
    }
    yield await Promise.race(running);
  }
}
