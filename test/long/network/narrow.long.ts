/**
 * An uplink of 1200 kbit/s under a stream of 2500, then freed, with the real encoder and dynamic bitrate: `--seconds 60` of it narrow. The
 * far end counts bytes and the lateness of every frame by itself. Needs root: the uplink is a namespace's.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { makeNetworkPair, SERVER_ADDRESS, setUplink } from '../../support/computer/network-pair.ts';
import { runEngineHost, startEngineHost } from '../support/engine-host.ts';
import type { EngineHostOptions } from '../support/engine-host.ts';
import { startFarEnd } from '../support/far-end.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const NARROW_KBPS = 1200;
const FULL_KBPS = 2500;
const FREE_KBPS = 100_000;
const SETTLE_MS = 8000;
const BACK_MS = 60_000;

function textOption(argv: readonly string[], name: string): string | undefined {
  const at = argv.indexOf(`--${name}`);
  return at < 0 ? undefined : argv[at + 1];
}

async function* proveInside(client: string, narrowMs: number): AsyncGenerator<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-narrow-'));
  const pair = { client };
  setUplink(pair, FREE_KBPS);
  const receiver = await startReceiver({ isTls: false });
  const farEnd = await startFarEnd(receiver.port);
  /** Arrival less stream time of every frame, ms: their differences are differences in latency. */
  const lateness: number[] = [];
  receiver.onEvent((event) => {
    if (event.type !== 'packetReceived' || event.packet.kind !== 'video' || event.packet.isSequenceHeader)
      return;
    lateness.push(performance.now() - event.packet.timestampMs);
  });
  const optionsPath = join(folder, 'options.json');
  const target = { key: receiver.key, url: `rtmp://${SERVER_ADDRESS}:${farEnd.port}/live` };
  const options: EngineHostOptions = { targets: [target], isDynamicBitrate: true, drainMs: 5000 };
  writeFileSync(optionsPath, JSON.stringify(options));
  const host = startEngineHost('narrow', optionsPath, client);
  try {
    await host.until('event', ({ event }) => event.kind === 'destinationLive', 30_000);
    await delay(SETTLE_MS);
    setUplink(pair, NARROW_KBPS);
    const narrowAtMs = Date.now();
    const bytesBefore = farEnd.bytes;
    await delay(narrowMs);
    const narrowBytes = farEnd.bytes - bytesBefore;
    setUplink(pair, FREE_KBPS);
    const freeAtMs = Date.now();
    const full = await host
      .until(
        'sample',
        ({ sample }) => sample.timeMs > freeAtMs && sample.targetKbps >= FULL_KBPS,
        BACK_MS + 10_000,
      )
      .catch(() => undefined);
    await delay(4000);
    host.tell({ type: 'stopBroadcast' });
    const { summary } = await host.until('summary', () => true, 20_000);
    const total = summary.destinations[0];
    const lost = summary.encodedFrames - lateness.length;
    const lostPercent = (100 * lost) / summary.encodedFrames;
    yield {
      promise: 'at most 1 % of frames lost, by the far end',
      seen: `${lost} of ${summary.encodedFrames} (${lostPercent.toFixed(2)} %)`,
      holds: lostPercent <= 1,
    };
    yield {
      promise: 'the report says how many frames were lost',
      seen: `${total?.droppedFrames ?? '?'} said, ${lost} by the far end`,
      holds: Math.abs((total?.droppedFrames ?? Infinity) - lost) <= 2,
    };
    const least = lateness.reduce((low, value) => Math.min(low, value), Infinity);
    const most = lateness.reduce((high, value) => Math.max(high, value), 0) - least;
    yield {
      promise: 'latency never over 2 s, beyond that of the free path',
      seen: `${(most / 1000).toFixed(2)} s`,
      holds: most <= 2000,
    };
    const backSeconds = full === undefined ? undefined : (full.sample.timeMs - freeAtMs) / 1000;
    yield {
      promise: 'back to the full bitrate within 60 s',
      seen: backSeconds === undefined ? 'never' : `${backSeconds.toFixed(1)} s`,
      holds: (backSeconds ?? Infinity) <= BACK_MS / 1000,
    };
    const inNarrow = host.samples().filter(({ timeMs }) => timeMs > narrowAtMs && timeMs <= freeAtMs);
    const graphKbps =
      inNarrow.reduce((sum, { destinations }) => sum + (destinations[0]?.sentKbps ?? 0), 0) /
      Math.max(1, inNarrow.length);
    const farKbps = (narrowBytes * 8) / narrowMs;
    yield {
      promise: 'the graph tells what left while it was narrow, within 5 % of the far end',
      seen: `${graphKbps.toFixed(0)} kbit/s told, ${farKbps.toFixed(0)} arrived`,
      holds: Math.abs(graphKbps - farKbps) <= farKbps * 0.05,
    };
    const sentBytes = total?.sentBytes ?? 0;
    yield {
      promise: 'the report tells what left in all, within 1 % of the far end',
      seen: `${sentBytes} bytes told, ${farEnd.bytes} arrived`,
      holds: Math.abs(sentBytes - farEnd.bytes) <= farEnd.bytes * 0.01,
    };
  } finally {
    await host.close();
    farEnd.close();
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const host = textOption(argv, 'host');
  if (host !== undefined) return await runEngineHost(host);
  const narrowMs = numberOption(argv, 'seconds', 60) * 1000;
  const client = textOption(argv, 'client');
  if (client !== undefined) return yield* proveInside(client, narrowMs);
  const pair = makeNetworkPair();
  try {
    const inside = [process.execPath, process.argv[1] ?? '', 'narrow', '--client', pair.client];
    const child = spawn(
      'ip',
      ['netns', 'exec', pair.server, ...inside, '--seconds', String(narrowMs / 1000)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    for await (const line of createInterface({ input: child.stdout })) {
      const { promise, seen, holds } = JSON.parse(line) as Finding;
      yield { promise, seen, holds };
    }
  } finally {
    pair.remove();
  }
}
