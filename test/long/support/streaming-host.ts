/**
 * A broadcast in a process of its own, in another network namespace: the real links over the real client, fed with a program, told what
 * to do line by line on stdin, telling everything line by line on stdout.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { Broadcast } from '../../../electron/engine/broadcast/broadcast.ts';
import type { BroadcastOptions } from '../../../electron/engine/broadcast/broadcast.ts';
import { rtmpDriver } from '../../../electron/engine/outputs/rtmp/rtmp-driver.ts';
import type { OutputDriver } from '../../../electron/engine/outputs/driver.ts';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { BroadcastEvent, StatsLine, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import type { DestinationState } from '../../../shared/broadcast/state.ts';
import { encodedPackets } from '../../support/media/encoded-packets.ts';
import { readFlv } from '../../support/media/media-compare.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { destinationOf } from './destinations.ts';
import type { Target } from './destinations.ts';
import { playProgram } from './program.ts';

export type HostCommand = { readonly type: 'retryNow' | 'networkChanged' | 'stop' | 'endNow' };

/** Counted where packets are handed to a connection. */
export interface SentFacts {
  readonly type: 'sent';
  readonly playedFrames: number;
  /** Over all connections: no timestamp of the picture ever went back. */
  readonly isGrowing: boolean;
  /** Every connection began with a keyframe. */
  readonly areStartsKeyframes: boolean;
  /** Frames that a second destination, beside the fault, got; and how often it was lost. */
  readonly witnessFrames: number;
  readonly witnessReconnects: number;
  /** From the last command before its end until the stream was over, ms. */
  readonly endingMs: number;
}

/** A change of the destination's state. */
export interface StateChange {
  readonly type: 'state';
  readonly timeMs: number;
  readonly state: DestinationState;
}

export interface HostOptions {
  readonly mediaPath: string;
  readonly target: Target;
  readonly drainMs: number;
}

/** Runs in the host: ends after `stop` or `endNow`. The options come as a file: a key is among them. */
export async function runHost(optionsPath: string): Promise<void> {
  const { mediaPath, target, drainMs } = JSON.parse(readFileSync(optionsPath, 'utf8')) as HostOptions;
  const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
  let newestMs = -1;
  let isGrowing = true;
  let areStartsKeyframes = true;
  let playedFrames = 0;
  let isStopping = false;
  let askedMs = 0;
  let isFresh = false;
  const witness = await startReceiver({ isTls: false });
  const open: OutputDriver['open'] = (options) => {
    isFresh ||= options.url !== witness.url;
    return rtmpDriver.open(options);
  };
  const onSent: BroadcastOptions['onSent'] = ({ id }, packet, timestampMs) => {
    if (id === 'witness' || packet.kind !== 'video') return;
    if (isFresh) areStartsKeyframes &&= packet.isKeyframe;
    isFresh = false;
    isGrowing &&= timestampMs > newestMs;
    newestMs = timestampMs;
  };
  const broadcast = new Broadcast({
    driver: { ...rtmpDriver, open },
    onSent,
    log: () => {},
    readMachine: () => ({ cpuPercent: 0, memoryMb: 0, capturedFrames: 0, skippedFrames: 0, targetKbps: 0 }),
    readNetwork: () =>
      Object.values(networkInterfaces())
        .flatMap((addresses) => (addresses ?? []).map(({ address }) => address))
        .join(' '),
  });
  broadcast.onEvent.on(print);
  broadcast.onSample.on(print);
  let newest = '';
  broadcast.onSnapshot.on(({ destinations }) => {
    const state = destinations.find(({ id }) => id === target.key)?.state;
    if (!state || JSON.stringify(state) === newest) return;
    newest = JSON.stringify(state);
    print({ type: 'state', timeMs: Date.now(), state } satisfies StateChange);
  });
  let isOver = false;
  broadcast.onSummary.on((summary) => {
    isOver = true;
    const beside = summary.destinations.find(({ id }) => id === 'witness');
    const witnessFrames = beside?.sentFrames ?? 0;
    const witnessReconnects = beside?.reconnects ?? 0;
    print({
      type: 'sent',
      playedFrames,
      isGrowing,
      areStartsKeyframes,
      witnessFrames,
      witnessReconnects,
      endingMs: performance.now() - askedMs,
    } satisfies SentFacts);
    print(summary);
  });
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { type } = JSON.parse(line) as HostCommand;
    isStopping ||= type === 'stop' || type === 'endNow';
    if (isStopping) askedMs = performance.now();
    if (type === 'retryNow') broadcast.retryNow();
    if (type === 'networkChanged') broadcast.networkChanged();
    if (type === 'stop') broadcast.stop();
    if (type === 'endNow') broadcast.endNow();
  });
  const packets = encodedPackets(await readFlv(mediaPath));
  broadcast.start({
    destinations: [
      destinationOf(target),
      { ...destinationOf({ key: 'witness', url: witness.url }), key: witness.key },
    ],
    shouldRetryFirst: true,
    drainMs,
    isDynamicBitrate: false,
    videoKbps: 2500,
    audioKbps: 128,
    videoCodec: 'h264',
  });
  await playProgram(
    { packets, fps: 30 },
    (packet) => {
      if (packet.kind === 'video' && !packet.isSequenceHeader && !isStopping) playedFrames += 1;
      broadcast.program.push(packet);
    },
    { lengthMs: Infinity, isOver: () => isOver },
  );
  await broadcast.dispose();
  await witness.close();
  process.stdin.destroy();
}

export type HostLine = StatsLine | SentFacts | StateChange;

export interface StreamingHost {
  readonly child: ChildProcess;
  readonly lines: readonly HostLine[];
  tell(command: HostCommand): void;
  /** Waits for an event of this kind, not of the witness, after `sinceMs`, ms since the epoch. */
  event(kind: BroadcastEvent['kind'], sinceMs: number, deadlineMs: number): Promise<BroadcastEvent>;
  summary(deadlineMs: number): Promise<StatsSummary>;
  kill(): void;
}

/** Starts `proof --host FILE` again in the client's namespace. */
export function startHost(namespace: string, proof: string, optionsPath: string): StreamingHost {
  const script = process.argv[1] ?? '';
  const child = spawn(
    'ip',
    ['netns', 'exec', namespace, process.execPath, script, proof, '--host', optionsPath],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const lines: HostLine[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as HostLine);
  });
  const find = async <T>(what: string, deadlineMs: number, look: () => T | undefined): Promise<T> => {
    await waitUntil(what, () => look() !== undefined, deadlineMs);
    const found = look();
    if (found === undefined) throw new Error(what);
    return found;
  };
  return {
    child,
    lines,
    tell: (command) => void child.stdin.write(`${JSON.stringify(command)}\n`),
    event: (kind, sinceMs, deadlineMs) =>
      find(kind, deadlineMs, () =>
        lines.find(
          (line): line is BroadcastEvent =>
            line.type === 'event' &&
            line.kind === kind &&
            line.destinationId !== 'witness' &&
            line.timeMs >= sinceMs,
        ),
      ),
    summary: (deadlineMs) =>
      find('the summary', deadlineMs, () =>
        lines.find((line): line is StatsSummary => line.type === 'summary'),
      ),
    kill: () => void child.kill('SIGKILL'),
  };
}
