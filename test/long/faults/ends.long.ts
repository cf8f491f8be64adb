/**
 * Ends at random moments, in every phase and every fault: each broadcast is over within its deadline. Half of them are on loopback, half
 * in network namespaces with the faults of the fault table, sleep among them. `--ends 50 --at-once 5`; the moments come from `--seed 1`.
 * Needs root.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { makeFlv } from '../../support/media/ffmpeg.ts';
import { startFaultProxy } from '../../support/servers/fault-proxy.ts';
import type { FaultProxy } from '../../support/servers/fault-proxy.ts';
import { findFreePorts, waitUntil } from '../../support/processes/processes.ts';
import { startBlackHole } from '../../support/servers/black-hole.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { destinationOf, observeBroadcast } from '../support/destinations.ts';
import { endInFault } from './end-fault.ts';
import { howToEnd } from './end-fault.ts';
import type { EndOfFault, HowToEnd } from './end-fault.ts';
import { faults } from './table.ts';
import { findTogether, pairOf, runInNamespaces } from '../support/in-namespaces.ts';
import { makeProgram, playProgram } from '../support/program.ts';
import { numberOption, textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const DRAIN_MS = 1500;
/** What the process may take beyond the deadline on a busy machine. */
const MARGIN_MS = 500;
const LATEST_MS = 6000;
/** The same after the beginning of a fault of the table: noticed, waiting and back on air lie within. */
const LATEST_IN_FAULT_MS = 16_000;

/** mulberry32: the same seed, the same moments. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Where a broadcast goes, and what befalls it while it runs. */
interface Circumstance {
  readonly name: string;
  readonly port: number;
  readonly isTls?: boolean;
  readonly host?: string;
  strike?(proxy: FaultProxy): void;
}

/** Half of the ends drain; of the others, half come in the middle of draining. */
function pick(share: number): HowToEnd {
  if (share < 0.5) return 'drained';
  return share < 0.75 ? 'at once' : 'cut short';
}

/** When an end comes, and how. */
interface Moment {
  readonly index: number;
  /** Of the latest moment, in [0, 1). */
  readonly atShare: number;
  readonly strikeShare: number;
  readonly how: HowToEnd;
}

function endOptions(argv: readonly string[]): EndOfFault {
  return {
    atMs: Number(textOption(argv, 'at') ?? 0),
    how: howToEnd(textOption(argv, 'how') ?? ''),
    drainMs: DRAIN_MS,
    marginMs: MARGIN_MS,
    mediaPath: textOption(argv, 'media') ?? '',
  };
}

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const fault = textOption(argv, 'fault');
  if (fault !== undefined) {
    yield await endInFault(fault, pairOf(argv), endOptions(argv));
    return;
  }
  const ends = numberOption(argv, 'ends', 50);
  const random = randomOf(numberOption(argv, 'seed', 1));
  const program = await makeProgram(2500);
  const authority = createTestAuthority();
  const nginx = await startNginx({ tls: authority.issue(), isRecording: false });
  const silent = await startBlackHole();
  const unread = await startBlackHole({ isReading: false });
  const [closedPort = 0] = await findFreePorts(1);
  const circumstances: readonly Circumstance[] = [
    { name: 'all is well', port: nginx.port },
    { name: 'all is well, over TLS', port: nginx.tlsPort, isTls: true },
    { name: 'reset', port: nginx.port, strike: (proxy) => proxy.resetAll() },
    { name: 'hung up', port: nginx.tlsPort, isTls: true, strike: (proxy) => proxy.hangUpAll() },
    { name: 'silence', port: nginx.port, strike: (proxy) => (proxy.mode = { type: 'deaf' }) },
    {
      name: 'silence, over TLS',
      port: nginx.tlsPort,
      isTls: true,
      strike: (proxy) => (proxy.mode = { type: 'deaf' }),
    },
    { name: 'narrow', port: nginx.port, strike: (proxy) => (proxy.mode = { type: 'throttle', kbps: 300 }) },
    {
      name: 'gone for good',
      port: nginx.port,
      strike: (proxy) => {
        proxy.resetAll();
        void proxy.stop();
      },
    },
    { name: 'the handshake hangs', port: silent.port },
    { name: 'the TLS handshake hangs', port: silent.port, isTls: true },
    { name: 'nothing is read', port: unread.port },
    { name: 'nothing listens', port: closedPort },
    { name: 'the name is not found', port: closedPort, host: 'no-such-host.invalid' },
  ];
  const mediaFolder = mkdtempSync(join(tmpdir(), 'upcast-prove-ends-'));
  const mediaPath = join(mediaFolder, 'media.flv');
  const endOnLoopback = async (circumstance: Circumstance, moment: Moment): Promise<Finding> => {
    const { atShare, strikeShare, how } = moment;
    const proxy = await startFaultProxy(circumstance.port);
    const { broadcast, summaries } = observeBroadcast();
    const url = `${circumstance.isTls ? 'rtmps' : 'rtmp'}://${circumstance.host ?? 'localhost'}:${proxy.port}/live`;
    const caPem = circumstance.isTls ? { caPem: authority.caPem } : {};
    broadcast.start({
      destinations: [destinationOf({ key: `end-${moment.index}`, url, ...caPem })],
      shouldRetryFirst: true,
      drainMs: DRAIN_MS,
      isDynamicBitrate: false,
      videoKbps: 2500,
      audioKbps: 128,
      videoCodec: 'h264',
    });
    const endAtMs = atShare ** 2 * LATEST_MS;
    const strike = setTimeout(() => circumstance.strike?.(proxy), strikeShare * endAtMs);
    let isOver = false;
    const played = playProgram(program, (packet) => broadcast.program.push(packet), {
      lengthMs: Infinity,
      isOver: () => isOver,
    });
    await delay(endAtMs);
    const phase = broadcast.snapshot().destinations[0]?.state.phase ?? 'none';
    if (how === 'cut short') {
      broadcast.stop();
      await delay(strikeShare * DRAIN_MS);
    }
    const startMs = performance.now();
    if (how === 'drained') broadcast.stop();
    else broadcast.endNow();
    const deadlineMs = (how === 'drained' ? DRAIN_MS : 0) + MARGIN_MS;
    await waitUntil('the end', () => broadcast.state.phase === 'idle', 30_000).catch(() => undefined);
    const tookMs = performance.now() - startMs;
    isOver = true;
    clearTimeout(strike);
    await played;
    await broadcast.dispose();
    await proxy.stop();
    return {
      promise: `ended within ${deadlineMs} ms: ${circumstance.name}, ${how}, while ${phase}`,
      seen: Math.round(tookMs),
      holds: tookMs <= deadlineMs && summaries.length === 1,
    };
  };
  const endInNamespaces = (name: string, { atShare, how }: Moment): Promise<Finding> => {
    const at = String(Math.round(atShare * LATEST_IN_FAULT_MS));
    return runInNamespaces('ends', ['--fault', name, '--at', at, '--how', how, '--media', mediaPath]);
  };
  try {
    await makeFlv(mediaPath, { seconds: 8, videoKbps: 2500 });
    const kinds = [
      ...Object.keys(faults).map((name) => (moment: Moment) => endInNamespaces(name, moment)),
      ...circumstances.map((each) => (moment: Moment) => endOnLoopback(each, moment)),
    ];
    const works = Array.from({ length: ends }, (_, index) => {
      const moment = { index, atShare: random(), strikeShare: random(), how: pick(random()) };
      return (): Promise<Finding> =>
        kinds[index % kinds.length]?.(moment) ?? Promise.reject(new Error('none'));
    });
    const found: Finding[] = [];
    for await (const finding of findTogether(works, numberOption(argv, 'at-once', 5))) {
      found.push(finding);
      yield finding;
    }
    const late = found.filter(({ holds }) => !holds).length;
    yield {
      promise: `${ends} ends at random moments in ${kinds.length} circumstances, each within its deadline (drain ${DRAIN_MS} ms)`,
      seen: `${late} late; the longest took ${Math.max(...found.map(({ seen }) => Number(seen)))} ms`,
      holds: late === 0,
    };
  } finally {
    await Promise.all([nginx.stop(), silent.stop(), unread.stop()]);
    authority.remove();
    rmSync(mediaFolder, { recursive: true, force: true });
  }
}
