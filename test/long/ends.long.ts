/**
 * Ends at random moments, in every phase and every fault: each broadcast is over within its deadline. `--ends 50 --at-once 5`; the moments
 * come from `--seed 1`.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { createTestAuthority } from '../support/certificates.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import type { FaultProxy } from '../support/fault-proxy.ts';
import { findFreePorts, waitUntil } from '../support/processes.ts';
import { startBlackHole } from '../support/servers/black-hole.ts';
import { startNginx } from '../support/servers/nginx.ts';
import { destinationOf, observeBroadcast } from './destinations.ts';
import { makeProgram, playProgram } from './program.ts';
import { numberOption } from './proof.ts';
import type { Finding } from './proof.ts';

const DRAIN_MS = 1500;
/** What the process may take beyond the deadline on a busy machine. */
const MARGIN_MS = 500;
const LATEST_MS = 6000;

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

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
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
  let worstMs = 0;
  let late = 0;
  const endOne = async (index: number): Promise<Finding | undefined> => {
    const circumstance = circumstances[index % circumstances.length] ?? circumstances[0];
    if (!circumstance) return undefined;
    const [atShare, strikeShare, isHard] = [random(), random(), random() < 0.3];
    const proxy = await startFaultProxy(circumstance.port);
    const { broadcast, summaries } = observeBroadcast();
    const url = `${circumstance.isTls ? 'rtmps' : 'rtmp'}://${circumstance.host ?? 'localhost'}:${proxy.port}/live`;
    broadcast.start({
      destinations: [
        destinationOf({
          key: `end-${index}`,
          url,
          ...(circumstance.isTls ? { caPem: authority.caPem } : {}),
        }),
      ],
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
    const played = playProgram(program, (packet) => broadcast.push(packet), {
      lengthMs: Infinity,
      isOver: () => isOver,
    });
    await delay(endAtMs);
    const phase = broadcast.snapshot().destinations[0]?.state.phase ?? 'none';
    const startMs = performance.now();
    if (isHard) broadcast.endNow();
    else broadcast.stop();
    const deadlineMs = (isHard ? 0 : DRAIN_MS) + MARGIN_MS;
    await waitUntil('the end', () => broadcast.state.phase === 'idle', 30_000).catch(() => undefined);
    const tookMs = performance.now() - startMs;
    isOver = true;
    clearTimeout(strike);
    await played;
    await broadcast.dispose();
    await proxy.stop();
    worstMs = Math.max(worstMs, tookMs);
    const isInTime = tookMs <= deadlineMs && summaries.length === 1;
    if (isInTime) return undefined;
    late += 1;
    return {
      promise: `ended within its deadline: ${circumstance.name}, ${isHard ? 'at once' : 'drained'}, while ${phase}`,
      seen: `${Math.round(tookMs)} ms of ${deadlineMs}, ${summaries.length} summaries`,
      holds: false,
    };
  };
  try {
    const atOnce = numberOption(argv, 'at-once', 5);
    for (let from = 0; from < ends; from += atOnce) {
      const indexes = Array.from({ length: Math.min(atOnce, ends - from) }, (_, index) => from + index);
      for (const finding of await Promise.all(indexes.map(endOne))) if (finding) yield finding;
    }
    yield {
      promise: `${ends} ends at random moments, each within its deadline (drain ${DRAIN_MS} ms)`,
      seen: `${late} late; the longest took ${Math.round(worstMs)} ms`,
      holds: late === 0,
    };
  } finally {
    await Promise.all([nginx.stop(), silent.stop(), unread.stop()]);
    authority.remove();
  }
}
