/**
 * One of eight destinations takes nothing, one is reset every five seconds, one has 300 kbit/s: the other five lose nothing, the encoder
 * keeps its pace, the recording is whole. The real encoder; `--seconds 60`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startFaultProxy } from '../../support/servers/fault-proxy.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { runEngineHost, startEngineHost } from '../support/engine-host.ts';
import type { EngineHostOptions } from '../support/engine-host.ts';
import { judgeRecording } from '../support/judge.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { startServerPark } from '../support/server-park.ts';

const RESET_EACH_MS = 5000;
const SLOW_KBPS = 300;
const FPS = 30;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const hostAt = argv.indexOf('--host');
  if (hostAt >= 0) return await runEngineHost(argv[hostAt + 1] ?? '');
  const lengthMs = numberOption(argv, 'seconds', 60) * 1000;
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-neighbours-'));
  const park = await startServerPark();
  const nginx = await startNginx({ isRecording: false });
  const [deaf, broken, slow] = await Promise.all([0, 1, 2].map(() => startFaultProxy(nginx.port)));
  if (!deaf || !broken || !slow) throw new Error('no proxies');
  const bad = { deaf, broken, slow };
  // One of each kind of server stays.
  const good = park.places.filter(({ target }) => !['plain-2', 'plain-3', 'tls-2'].includes(target.key));
  const optionsPath = join(folder, 'options.json');
  const recordPath = join(folder, 'take.mp4');
  const options: EngineHostOptions = {
    targets: [
      ...good.map(({ target }) => target),
      ...Object.entries(bad).map(([key, { port }]) => ({ key, url: `rtmp://localhost:${port}/live` })),
    ],
    isDynamicBitrate: true,
    drainMs: 5000,
    recordPath,
  };
  writeFileSync(optionsPath, JSON.stringify(options));
  const host = startEngineHost('bad-neighbours', optionsPath);
  const resets = setInterval(() => broken.resetAll(), RESET_EACH_MS);
  try {
    await host.until(
      'snapshot',
      ({ snapshot }) =>
        snapshot.destinations.length === 8 &&
        snapshot.destinations.every(({ state }) => state.phase === 'live'),
      30_000,
    );
    deaf.mode = { type: 'deaf' };
    slow.mode = { type: 'throttle', kbps: SLOW_KBPS };
    const fromMs = Date.now();
    await delay(lengthMs);
    const toMs = Date.now();
    host.tell({ type: 'stopBroadcast' });
    const { summary } = await host.until('summary', () => true, 20_000);
    for (const place of good) {
      const total = summary.destinations.find(({ id }) => id === place.target.key);
      const judged = await judgeRecording(await place.recording());
      yield {
        promise: `loses nothing: ${place.server}${place.isTls ? ' over TLS' : ''}`,
        seen: `${judged.videoFrames} frames of ${total?.sentFrames ?? '?'} sent, ${total?.droppedFrames ?? '?'} dropped, ${total?.reconnects ?? '?'} times lost`,
        holds:
          total?.droppedFrames === 0 &&
          total.reconnects === 0 &&
          judged.videoFrames === total.sentFrames &&
          judged.isGrowing,
      };
    }
    const during = host.samples().filter(({ timeMs }) => timeMs > fromMs + 1000 && timeMs <= toMs);
    const frames = (during.at(-1)?.encodedFrames ?? 0) - (during[0]?.encodedFrames ?? 0);
    const wanted = (FPS * ((during.at(-1)?.timeMs ?? 0) - (during[0]?.timeMs ?? 0))) / 1000;
    yield {
      promise: 'the encoder keeps its pace and its bitrate: within 2 % of 30 frames a second, none skipped',
      seen: `${((frames * FPS) / wanted).toFixed(2)} frames a second, ${summary.skippedFrames} skipped, ${during.at(-1)?.targetKbps ?? '?'} kbit/s`,
      holds:
        Math.abs(frames - wanted) <= wanted * 0.02 &&
        summary.skippedFrames === 0 &&
        during.every(({ targetKbps }) => targetKbps === 2500),
    };
    const own = await judgeRecording(recordPath);
    yield {
      promise: 'the recording is whole',
      seen: `${own.videoFrames} frames of ${summary.encodedFrames}`,
      holds: summary.encodedFrames - own.videoFrames <= 1 && own.isGrowing && own.beginsWithKeyframe,
    };
    for (const [key] of Object.entries(bad)) {
      const total = summary.destinations.find(({ id }) => id === key);
      yield {
        promise: `said of the bad one: ${key}`,
        seen: `${total?.sentFrames ?? '?'} frames sent, ${total?.droppedFrames ?? '?'} dropped, ${total?.reconnects ?? '?'} times back, last ${total?.lastError?.code ?? 'no error'}`,
        holds: (total?.droppedFrames ?? 0) > 0 || (total?.reconnects ?? 0) > 0,
      };
    }
  } finally {
    clearInterval(resets);
    await host.close();
    for (const proxy of Object.values(bad)) await proxy.stop();
    await nginx.stop();
    await park.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
