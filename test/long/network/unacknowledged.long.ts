/**
 * A server that never acknowledges (node-media-server) behind an uplink of 1200 kbit/s under a stream of 2500, `--seconds 30` of it: what is
 * held up on the way is seen by how late its answers are. The far end reads the stream and times every frame. Needs root.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ReceiveSession } from '../../../electron/rtmp/index.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { SERVER_ADDRESS, setUplink } from '../../support/computer/network-pair.ts';
import { startNodeMediaServer } from '../../support/servers/node-media-server.ts';
import { runEngineHost, startEngineHost } from '../support/engine-host.ts';
import type { EngineHostOptions } from '../support/engine-host.ts';
import { startFarEnd } from '../support/far-end.ts';
import { runInNamespaces } from '../support/in-namespaces.ts';
import { numberOption, textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const NARROW_KBPS = 1200;
const FREE_KBPS = 100_000;
const SETTLE_MS = 8000;
const NOTICED_MS = 3500;

/** Reads along: a session whose own words nobody hears. Gives the time of arrival less the stream's, of every frame. */
function startReader(lateness: number[]): (bytes: Uint8Array) => void {
  const session = new ReceiveSession({}, (count) => randomBytes(count));
  const read = (bytes: Uint8Array): void => {
    for (const event of session.receive(bytes, performance.now())) {
      if (event.type === 'connectRequested') session.acceptConnect();
      if (event.type === 'publishRequested') session.acceptPublish();
      if (event.type === 'media' && event.kind === 'video')
        lateness.push(performance.now() - event.timestampMs);
    }
    session.takeOutput();
    if (session.isHolding) read(new Uint8Array());
  };
  return read;
}

async function proveInside(client: string, isDynamicBitrate: boolean, narrowMs: number): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-unacknowledged-'));
  const authority = createTestAuthority();
  const server = await startNodeMediaServer({ tls: authority.issue() });
  const lateness: number[] = [];
  const farEnd = await startFarEnd(server.port, startReader(lateness));
  setUplink({ client }, FREE_KBPS);
  const optionsPath = join(folder, 'options.json');
  const target = { key: 'unacknowledged', url: `rtmp://${SERVER_ADDRESS}:${farEnd.port}/live` };
  const options: EngineHostOptions = { targets: [target], isDynamicBitrate, drainMs: 5000 };
  writeFileSync(optionsPath, JSON.stringify(options));
  const host = startEngineHost('unacknowledged', optionsPath, client);
  try {
    await host.until('event', ({ event }) => event.kind === 'destinationLive', 30_000);
    await delay(SETTLE_MS);
    const least = Math.min(...lateness);
    lateness.length = 0;
    setUplink({ client }, NARROW_KBPS);
    const narrowAtMs = Date.now();
    await delay(narrowMs);
    const seen = host
      .samples()
      .find(({ timeMs, destinations }) => timeMs > narrowAtMs && (destinations[0]?.queueMs ?? 0) > 0);
    setUplink({ client }, FREE_KBPS);
    await delay(2000);
    host.tell({ type: 'stopBroadcast' });
    const { summary } = await host.until('summary', () => true, 20_000);
    const mostMs = Math.max(...lateness) - least;
    const noticedMs = seen === undefined ? Infinity : seen.timeMs - narrowAtMs;
    const lost = summary.destinations[0]?.droppedFrames ?? 0;
    return {
      promise: `${isDynamicBitrate ? 'dynamic' : 'fixed'} bitrate: congestion is told within 3.5 s where nothing is acknowledged`,
      seen: `after ${noticedMs} ms; at most ${(mostMs / 1000).toFixed(2)} s late, ${lost} frames lost`,
      holds: noticedMs <= NOTICED_MS,
    };
  } finally {
    await host.close();
    farEnd.close();
    await server.stop();
    authority.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const host = textOption(argv, 'host');
  if (host !== undefined) return await runEngineHost(host);
  const seconds = numberOption(argv, 'seconds', 30);
  const client = textOption(argv, 'client');
  if (client !== undefined) {
    yield await proveInside(client, textOption(argv, 'bitrate') === 'dynamic', seconds * 1000);
    return;
  }
  for (const bitrate of ['dynamic', 'fixed'])
    yield await runInNamespaces('unacknowledged', ['--bitrate', bitrate, '--seconds', String(seconds)]);
}
