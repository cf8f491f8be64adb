/** Connecting again and again, each time ended at another step: timers, sockets and memory stay where they were. */
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { startHostilePeer } from '../../support/servers/hostile-peer.ts';
import type { Stage } from '../../support/servers/hostile-peer.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const stages: readonly Stage[] = ['handshake', 'connect', 'createStream', 'publish', 'live'];
const WARM_UP = 2_000;
const MEGABYTE = 1024 * 1024;
const MOST_GROWTH_MB = 8;
const COLLECTIONS = 5;
const COLLECTION_MS = 200;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Buffers are given back in turns of the event loop after their owners are collected. */
async function bytesInUse(): Promise<number> {
  for (let turn = 0; turn < COLLECTIONS; turn += 1) {
    collectGarbage();
    await delay(COLLECTION_MS);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function connectOnce(url: string): Promise<void> {
  try {
    const publisher = await openPublisher({ url, streamKey: 'key', handshake: 'plain' });
    await new Promise<void>((resolve) =>
      publisher.onEvent((event) => {
        if (event.type === 'closed') resolve();
      }),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** `--times 100000`. The peer runs in the same process, so its own memory counts as well. */
export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const times = numberOption(argv, 'times', 100_000);
  let stage = 0;
  const peer = await startHostilePeer(async (connection) => {
    await connection.to(stages[stage % stages.length] ?? 'live');
    connection.socket.end();
  });
  try {
    const run = async (count: number): Promise<void> => {
      for (let done = 0; done < count; done += 1) {
        stage += 1;
        await connectOnce(peer.url);
      }
    };
    const held = (): number => process.getActiveResourcesInfo().length;
    await run(WARM_UP);
    const [resources, bytesBefore] = [held(), await bytesInUse()];
    await run(times);
    const grownMb = Math.round(((await bytesInUse()) - bytesBefore) / MEGABYTE);
    yield {
      promise: `${times} reconnects leave no timer and no socket behind`,
      seen: `${resources} before, ${held()} after`,
      holds: held() <= resources + 8,
    };
    yield {
      promise: `${times} reconnects keep less than ${MOST_GROWTH_MB} MB in use`,
      seen: `${grownMb} MB`,
      holds: grownMb < MOST_GROWTH_MB,
    };
  } finally {
    await peer.stop();
  }
}
