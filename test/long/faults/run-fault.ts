/** One row of the fault table, from within the server's namespace: server, stream, fault, and what came of it. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createTestAuthority } from '../../support/certificates.ts';
import { makeFlv } from '../../support/ffmpeg.ts';
import { SERVER_ADDRESS } from '../../support/network-pair.ts';
import type { NetworkPair } from '../../support/network-pair.ts';
import { startNameServer } from '../../support/name-server.ts';
import { startNodeMediaServer } from '../../support/servers/node-media-server.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { judgeRecording } from '../judge.ts';
import type { Finding } from '../proof.ts';
import { startHost } from '../streaming-host.ts';
import type { HostOptions, SentFacts, StreamingHost } from '../streaming-host.ts';
import { faults } from './table.ts';

const KEY = 'faults';
const NOTICE_MS = 10_000;
const BACK_MS = 2000;
/** Beyond the return that is waited for it. */
const PATIENCE_MS = 40_000;
const NAME = 'ingest.test';
const EMPTY_BYTES = 4096;
/** Media that waits, from which on a user sees that something is wrong. */
const TROUBLE_MS = 250;

/** `keepFolder`: gets all that the stream told, a file of JSON lines. */
export async function runFault(name: string, pair: NetworkPair, keepFolder?: string): Promise<Finding> {
  const fault = faults[name];
  if (fault === undefined) return { promise: name, seen: 'there is no such fault', holds: false };
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-fault-'));
  const authority = createTestAuthority();
  const leaf = authority.issue('valid', [NAME]);
  const names = await startNameServer(SERVER_ADDRESS);
  let isAllowed = true;
  const judge = http.createServer((_request, response) => response.writeHead(isAllowed ? 204 : 403).end());
  await new Promise<void>((resolve) => judge.listen(0, '127.0.0.1', resolve));
  const judgeAddress = judge.address();
  const judgePort = typeof judgeAddress === 'object' && judgeAddress ? judgeAddress.port : 0;
  const { dropIdleSeconds } = fault;
  const nginxOptions = {
    address: SERVER_ADDRESS,
    judgePort,
    ...(fault.isTls ? { tls: leaf } : {}),
    ...(dropIdleSeconds === undefined ? {} : { dropIdleSeconds }),
  };
  let nginx = await startNginx(nginxOptions);
  const other =
    fault.isUnacknowledged === true
      ? await startNodeMediaServer({ tls: leaf, address: '0.0.0.0' })
      : undefined;
  const recordings: string[] = [];
  const mediaPath = join(folder, 'media.flv');
  await makeFlv(mediaPath, { seconds: 8, videoKbps: 2500 });
  const optionsPath = join(folder, 'options.json');
  const port = fault.isTls ? nginx.tlsPort : (other ?? nginx).port;
  const url = `${fault.isTls ? 'rtmps' : 'rtmp'}://${NAME}:${port}/live`;
  const target = { key: KEY, url, ...(fault.isTls ? { caPem: authority.caPem } : {}) };
  writeFileSync(optionsPath, JSON.stringify({ mediaPath, target, drainMs: 3000 } satisfies HostOptions));
  const host = startHost(pair.client, 'faults', optionsPath);
  try {
    await host.event('destinationLive', 0, 30_000);
    await delay(5000);
    let begunMs = 0;
    await fault.strike(
      {
        pair,
        host,
        names,
        authority,
        leaf,
        key: KEY,
        nginx: () => nginx,
        allow: (isNow) => (isAllowed = isNow),
        async stopNginx() {
          const { port: rtmp, tlsPort: rtmps, httpPort, folder: kept } = nginx;
          await nginx.stop({ keepFiles: true });
          recordings.push(...nginx.recordings(KEY));
          return async () => {
            nginx = await startNginx({ ...nginxOptions, ports: { rtmp, rtmps, http: httpPort } });
            leftFolders.push(kept);
          };
        },
      },
      () => (begunMs = Date.now()),
    );
    const backMs = Date.now();
    const isLost = await host.event('destinationLost', begunMs, NOTICE_MS).catch(() => undefined);
    const liveAgain = isLost
      ? await host.event('destinationLive', isLost.timeMs, PATIENCE_MS).catch(() => undefined)
      : undefined;
    await delay(4000);
    host.tell({ type: 'stop' });
    const summary = await host.summary(20_000);
    const total = summary.destinations.find(({ id }) => id === KEY);
    const sent = host.lines.find((line): line is SentFacts => line.type === 'sent');
    if (!other) await nginx.finishedRecording(KEY).catch(() => undefined);
    recordings.push(...(other ?? nginx).recordings(KEY));
    // A publisher that was refused, or lost at once, leaves a file without a frame.
    const filled = recordings.filter((path) => statSync(path).size > EMPTY_BYTES);
    const judged = await Promise.all(filled.map(judgeRecording));
    const whole = judged.filter(({ videoFrames }) => videoFrames > 0);
    const arrived = whole.reduce((sum, { videoFrames }) => sum + videoFrames, 0);
    const hasHeld = fault.mayHold === true && isLost === undefined;
    const trouble =
      fault.mayHold === true ? firstSample(host, begunMs, (queueMs) => queueMs > TROUBLE_MS) : undefined;
    // Live again before the network returned is not enough: the connection in use then must be well.
    const calm = fault.mayHold === true ? firstCalm(host, backMs) : undefined;
    const noticedMs = Math.min(isLost?.timeMs ?? Infinity, trouble ?? Infinity);
    const noticeMs = Number.isFinite(noticedMs) ? noticedMs - begunMs : undefined;
    const returnedMs = fault.mayHold === true ? calm : liveAgain?.timeMs;
    const returnMs = returnedMs === undefined ? undefined : Math.max(0, returnedMs - backMs);
    const lostBeside = sent ? sent.playedFrames - sent.witnessFrames : Infinity;
    const isWitnessWhole = lostBeside <= 2 && sent?.witnessReconnects === 0;
    const isWell =
      sent?.isGrowing === true &&
      sent.areStartsKeyframes &&
      whole.every(({ beginsWithKeyframe, isGrowing }) => beginsWithKeyframe && isGrowing);
    const words = [
      `noticed after ${seconds(noticeMs)}${hasHeld ? ', held' : ''}`,
      `back ${seconds(returnMs)} after the network`,
      `${(sent?.playedFrames ?? 0) - arrived} of ${sent?.playedFrames ?? 0} frames lost`,
      isWell ? 'from a keyframe, time growing' : 'NOT from a keyframe or time not growing',
      `last error ${total?.lastError?.code ?? 'none'}`,
      ...(isWitnessWhole ? [] : [`another destination LOST ${lostBeside} frames`]),
    ];
    const isInTime = (noticeMs ?? Infinity) <= NOTICE_MS && (returnMs ?? Infinity) <= BACK_MS;
    return {
      promise: `${name}: noticed within 10 s, back within 2 s, from a keyframe`,
      seen: words.join('; '),
      holds: isWell && isInTime && (isWitnessWhole || fault.isMachineAsleep === true),
    };
  } finally {
    host.kill();
    if (keepFolder !== undefined) {
      const told = host.lines.map((line) => JSON.stringify(line)).join('\n');
      writeFileSync(join(keepFolder, `${name}-${Date.now()}.ndjson`), told);
    }
    names.stop();
    judge.close();
    await nginx.stop();
    await other?.stop();
    authority.remove();
    for (const left of [folder, ...leftFolders]) rmSync(left, { recursive: true, force: true });
  }
}

/** When a sample after `sinceMs` first showed such a queue, ms since the epoch. */
function firstSample(
  host: StreamingHost,
  sinceMs: number,
  isIt: (queueMs: number) => boolean,
): number | undefined {
  const found = host.lines.find(
    (line) =>
      line.type === 'sample' &&
      line.timeMs > sinceMs &&
      line.destinations.some(({ id, queueMs }) => id === KEY && isIt(queueMs)),
  );
  return found?.type === 'sample' ? found.timeMs : undefined;
}

/** The first moment from `sinceMs` on from which the destination is live without much waiting, as far as samples tell. */
function firstCalm(host: StreamingHost, sinceMs: number): number | undefined {
  const states = host.lines.filter((line) => line.type === 'state');
  for (const line of host.lines) {
    if (line.type !== 'sample' || line.timeMs <= sinceMs) continue;
    const isCalm = line.destinations.some(({ id, queueMs }) => id === KEY && queueMs <= TROUBLE_MS);
    const newest = states.findLast(({ timeMs }) => timeMs <= line.timeMs);
    if (!isCalm || newest?.state.phase !== 'live') continue;
    // It became live since the sample before: that moment is known better.
    return Math.max(sinceMs, Math.min(line.timeMs, newest.timeMs > sinceMs ? newest.timeMs : line.timeMs));
  }
  return undefined;
}

/** Of servers that were stopped: their recordings are judged at the end. */
const leftFolders: string[] = [];

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'never' : `${(ms / 1000).toFixed(1)} s`;
}
