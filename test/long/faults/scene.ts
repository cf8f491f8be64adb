/** Where a fault happens, from within the server's namespace: servers, names, certificates, and a stream from the client's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { makeFlv } from '../../support/media/ffmpeg.ts';
import { SERVER_ADDRESS } from '../../support/computer/network-pair.ts';
import type { NetworkPair } from '../../support/computer/network-pair.ts';
import { startNameServer } from '../../support/servers/name-server.ts';
import { startNodeMediaServer } from '../../support/servers/node-media-server.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { startHost } from '../support/streaming-host.ts';
import type { HostOptions } from '../support/streaming-host.ts';
import type { Fault, FaultBench } from './table.ts';

export const KEY = 'faults';
const NAME = 'ingest.test';

export interface Scene {
  readonly bench: FaultBench;
  /** What the servers recorded; call once it has ended. */
  finishedRecordings(): Promise<readonly string[]>;
  close(): Promise<void>;
}

async function startJudge(isAllowed: () => boolean) {
  const judge = http.createServer((_request, response) => response.writeHead(isAllowed() ? 204 : 403).end());
  await new Promise<void>((resolve) => judge.listen(0, '127.0.0.1', resolve));
  const address = judge.address();
  return { port: typeof address === 'object' && address ? address.port : 0, stop: () => judge.close() };
}

export interface SceneOptions {
  /** What the stream's end may take. */
  readonly drainMs: number;
  /** An FLV file of 8 seconds; made when absent. */
  readonly mediaPath?: string;
}

/** The stream begins at once. */
export async function openScene(fault: Fault, pair: NetworkPair, options: SceneOptions): Promise<Scene> {
  const { drainMs } = options;
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-fault-'));
  const authority = createTestAuthority();
  const leaf = authority.issue('valid', [NAME]);
  const names = await startNameServer(SERVER_ADDRESS);
  let isAllowed = true;
  const judge = await startJudge(() => isAllowed);
  const { dropIdleSeconds } = fault;
  const nginxOptions = {
    address: SERVER_ADDRESS,
    judgePort: judge.port,
    ...(fault.isTls ? { tls: leaf } : {}),
    ...(dropIdleSeconds === undefined ? {} : { dropIdleSeconds }),
  };
  let nginx = await startNginx(nginxOptions);
  const isOther = fault.isUnacknowledged === true;
  const other = isOther ? await startNodeMediaServer({ tls: leaf, address: '0.0.0.0' }) : undefined;
  const recordings: string[] = [];
  const leftFolders = [folder];
  const mediaPath = options.mediaPath ?? join(folder, 'media.flv');
  if (options.mediaPath === undefined) await makeFlv(mediaPath, { seconds: 8, videoKbps: 2500 });
  const optionsPath = join(folder, 'options.json');
  const port = fault.isTls ? nginx.tlsPort : (other ?? nginx).port;
  const url = `${fault.isTls ? 'rtmps' : 'rtmp'}://${NAME}:${port}/live`;
  const target = { key: KEY, url, ...(fault.isTls ? { caPem: authority.caPem } : {}) };
  writeFileSync(optionsPath, JSON.stringify({ mediaPath, target, drainMs } satisfies HostOptions));
  const host = startHost(pair.client, 'faults', optionsPath);
  return {
    bench: {
      ...{ pair, host, names, authority, leaf },
      key: KEY,
      nginx: () => nginx,
      allow: (isNow) => (isAllowed = isNow),
      async stopNginx() {
        const { port: rtmp, tlsPort: rtmps, httpPort, folder: kept } = nginx;
        await nginx.stop({ keepFiles: true });
        leftFolders.push(kept);
        recordings.push(...nginx.recordings(KEY));
        return async () => {
          nginx = await startNginx({ ...nginxOptions, ports: { rtmp, rtmps, http: httpPort } });
        };
      },
    },
    async finishedRecordings() {
      if (!other) await nginx.finishedRecording(KEY).catch(() => undefined);
      return [...recordings, ...(other ?? nginx).recordings(KEY)];
    },
    async close() {
      host.kill();
      names.stop();
      judge.stop();
      await nginx.stop();
      await other?.stop();
      authority.remove();
      for (const left of leftFolders) rmSync(left, { recursive: true, force: true });
    },
  };
}
