/** Eight places to stream to: nginx-rtmp plain and TLS, node-media-server plain and TLS, the receiver; each with what it recorded. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { startNodeMediaServer } from '../../support/servers/node-media-server.ts';
import type { Target } from './destinations.ts';

export interface Place {
  readonly server: 'nginx-rtmp' | 'node-media-server' | 'receiver';
  readonly isTls: boolean;
  readonly target: Target;
  /** Path of the whole recording, once the publisher is gone. */
  recording(): Promise<string>;
}

export interface ServerPark {
  readonly places: readonly Place[];
  stop(): Promise<void>;
}

/** Three plain and two TLS at nginx, one each at node-media-server, one at the receiver over TLS. */
export async function startServerPark(): Promise<ServerPark> {
  const authority = createTestAuthority();
  const { caPem } = authority;
  const tls = authority.issue();
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-'));
  const recordingPath = join(folder, 'take.flv');
  const nginx = await startNginx({ tls });
  const media = await startNodeMediaServer({ tls });
  const receiver = await startReceiver({ isTls: true, recordingPath });
  const atNginx = (key: string, isTls: boolean): Place => ({
    server: 'nginx-rtmp',
    isTls,
    target: { key, url: isTls ? nginx.tlsUrl : nginx.url, ...(isTls ? { caPem } : {}) },
    recording: () => nginx.finishedRecording(key),
  });
  const atMedia = (key: string, isTls: boolean): Place => ({
    server: 'node-media-server',
    isTls,
    target: { key, url: isTls ? media.tlsUrl : media.url, ...(isTls ? { caPem } : {}) },
    async recording() {
      await waitUntil('a recording of node-media-server', () => media.recordings(key).length > 0);
      return media.recordings(key).at(-1) ?? '';
    },
  });
  return {
    places: [
      ...['plain-1', 'plain-2', 'plain-3'].map((key) => atNginx(key, false)),
      ...['tls-1', 'tls-2'].map((key) => atNginx(key, true)),
      atMedia('media-plain', false),
      atMedia('media-tls', true),
      {
        server: 'receiver',
        isTls: true,
        target: {
          key: receiver.key,
          url: receiver.url,
          ...(receiver.caPem === undefined ? {} : { caPem: receiver.caPem }),
        },
        async recording() {
          await receiver.close();
          return recordingPath;
        },
      },
    ],
    async stop() {
      await Promise.all([nginx.stop(), media.stop(), receiver.close()]);
      authority.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
