/**
 * Runs one line of the robustness list: a hostile peer on a real socket against the real publisher. It ends in the
 * expected typed error, or the publisher is alive afterwards (answers a ping, carries a packet), and the memory stays flat. Then the
 * same is played on the whole engine.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import type { Publisher, PublisherEvent } from '../../../../electron/rtmp/publisher/publisher.ts';
import { parseControlMessage } from '../../../../electron/rtmp/message/control-message.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { startHostilePeer } from '../../../support/servers/hostile-peer.ts';
import type { HostileConnection } from '../../../support/servers/hostile-peer.ts';
import type { Attack } from './attack-types.ts';
import { runBesideGood } from './beside-good.ts';

/** What a test may see grow: far below what a peer that is believed would make us hold. */
export const memoryCapBytes = 48 * 1024 * 1024;
/** Long: what comes, comes on a busy machine too. */
const deadlineMs = 25_000;
const aliveMark = 0x5eed5eed;
export const streamKey = 'sk-secret-of-the-test';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function bytesInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

collectGarbage();
const baselineBytes = bytesInUse();

/** Heap and array buffers held since this file of tests began. Collects only when it looks like too much. */
export function bytesGrown(): number {
  if (bytesInUse() - baselineBytes >= memoryCapBytes) collectGarbage();
  return bytesInUse() - baselineBytes;
}

/** Why publishing ended: on the way, or after. @throws whatever is not ours. */
export async function endOf(
  publisher: Publisher,
  events: PublisherEvent[] = [],
): Promise<AppError | undefined> {
  return new Promise((resolve) => {
    publisher.onEvent((event) => {
      events.push(event);
      if (event.type === 'closed') resolve(event.error);
    });
  });
}

function within<T>(what: string, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what} took more than ${deadlineMs} ms`)), deadlineMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A ping comes back, and media still flows. */
async function expectAlive(connection: HostileConnection, publisher: Publisher): Promise<void> {
  connection.control({ type: 'pingRequest', time: aliveMark });
  await connection.untilMessage('the answer to a ping', ({ type, body }) => {
    const control = parseControlMessage(type, body);
    return control?.type === 'pingResponse' && control.time === aliveMark;
  });
  publisher.send({ kind: 'video', timestampMs: 40, body: Uint8Array.of(0x17, 1, 0, 0, 0, 0xab) });
  await connection.untilMessage('media', ({ type }) => type === 9);
}

export async function runAttack(attack: Attack): Promise<void> {
  let played: (() => void) | undefined;
  const isPlayed = new Promise<void>((resolve) => (played = resolve));
  const peer = await startHostilePeer(async (connection, index) => {
    await connection.to(attack.at);
    await attack.play(connection, index);
    if (attack.goesOnFrom) await connection.from(attack.goesOnFrom, 'live');
    played?.();
  }, attack.certificate);
  let publisher: Publisher | undefined;
  const events: PublisherEvent[] = [];
  let error: AppError | undefined;
  try {
    try {
      publisher = await within('the opening', openPublisher({ url: peer.url, streamKey, ...attack.options }));
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      error = thrown;
    }
    if (publisher) {
      const ended = endOf(publisher, events);
      if (attack.outcome !== 'lives') error = await within('the end', ended);
      else {
        await within('the attack', isPlayed);
        const connection = peer.connections.at(-1);
        if (!connection) throw new Error('nobody came');
        await within('being alive', expectAlive(connection, publisher)).catch((reason: unknown) => {
          const last = events.at(-1);
          throw last?.type === 'closed' ? (last.error ?? reason) : reason;
        });
      }
    }
    expect(bytesGrown(), 'bytes held at the end of the attack').toBeLessThan(memoryCapBytes);
    expect(error?.code ?? 'lives').toMatch(attack.outcome);
    if (error) expect(JSON.stringify(error.toRecord()) + String(error.stack)).not.toContain(streamKey);
    expect(peer.errors).toEqual([]);
    attack.check?.({ events, error, connections: peer.connections, publisher });
  } finally {
    publisher?.destroy();
    await peer.stop();
  }
  await runBesideGood(attack, streamKey);
}
