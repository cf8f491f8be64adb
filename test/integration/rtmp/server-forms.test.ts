/**
 * S1 and S3: what other servers do than those in the list, over real sockets. Forms after the sources of nginx-rtmp 1.2.2, MediaMTX 1.x,
 * SRS 5.0.212 and later, node-media-server 2.2, Red5, Wowza and lal, and after public reports on them.
 */
import * as http from 'node:http';
import type * as net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { amfObject } from '../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../electron/rtmp/amf/amf-value.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import { describeError } from '../../../shared/text/error-text.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { startHostilePeer } from '../../support/servers/hostile-peer.ts';
import type { HostileConnection } from '../../support/servers/hostile-peer.ts';
import { startNginx } from '../../support/servers/nginx.ts';

const SECRET = 'sk-of-forms-4417';

/** Why publishing ended: on the way, or right after it began. */
async function outcome(url: string): Promise<AppError> {
  try {
    const publisher = await openPublisher({ url, streamKey: SECRET });
    onTestFinished(() => publisher.destroy());
    return await new Promise((resolve, reject) => {
      publisher.onEvent((event) => {
        if (event.type !== 'closed') return;
        if (event.error) resolve(event.error);
        else reject(new Error('closed without a reason'));
      });
    });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function peerThat(script: (connection: HostileConnection) => Promise<void> | void): Promise<string> {
  const peer = await startHostilePeer(async (connection) => {
    await connection.to('publish');
    await script(connection);
  });
  onTestFinished(() => peer.stop());
  return peer.url;
}

const status = (information: Record<string, AmfValue>) => (connection: HostileConnection) => {
  connection.status(information);
};

describe('S3: a stream name in use', { timeout: 20_000 }, () => {
  it.each<[string, string, (connection: HostileConnection) => Promise<void> | void]>([
    [
      'MediaMTX, and SRS with its hook first: the end without a word',
      'rtmp/key-refused',
      ({ socket }) => void socket.end(),
    ],
    ['lal: the connection is reset', 'rtmp/cut-after-publish', ({ socket }) => void socket.resetAndDestroy()],
    [
      'nginx-rtmp with its exec hook: Publish.Start, then the end',
      'rtmp/key-refused',
      (connection) => {
        connection.status({
          level: 'status',
          code: 'NetStream.Publish.Start',
          description: 'Start publishing',
        });
        connection.socket.end();
      },
    ],
  ])('%s, tells that the key may be refused or in use', async (_server, code, script) => {
    const error = await outcome(await peerThat(script));
    expect(error.code).toBe(code);
    expect(error.details['message']).toContain('another app or device uses it');
    expect(describeError(error.toRecord()).action).toContain('another app or device');
    expect(JSON.stringify(error.toRecord())).not.toContain(SECRET);
  });

  it.each([
    [
      'node-media-server, which keeps the connection',
      { level: 'error', description: 'Stream already publishing' },
    ],
    ['Red5', { level: 'error', description: `Stream already exists: ${SECRET}` }],
    ['Wowza', { level: 'error', description: 'NetStream.Publish.BadName: Stream name is already in use' }],
    ['one without a level', { description: 'stream is busy' }],
  ])('%s, is told as that', async (_server, words) => {
    const error = await outcome(await peerThat(status({ code: 'NetStream.Publish.BadName', ...words })));
    expect(error.code).toBe('rtmp/name-in-use');
    expect(JSON.stringify(error.toRecord())).not.toContain(SECRET);
  });
});

describe('S1: a server that sends the stream on', { timeout: 20_000 }, () => {
  async function followedBy(send: (connection: HostileConnection, to: Receiver) => void): Promise<string> {
    const receiver = await startReceiver({ isTls: false, onPublish: () => ({ isAccepted: true }) });
    onTestFinished(() => receiver.close());
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('connect');
      send(connection, receiver);
    });
    onTestFinished(() => peer.stop());
    const publisher = await openPublisher({ url: peer.url, streamKey: SECRET });
    onTestFinished(() => publisher.destroy());
    return publisher.tcUrl.replace(`:${receiver.port}`, ':PORT');
  }
  const code = 'NetConnection.Connect.Rejected';

  it.each<[string, (connection: HostileConnection, to: Receiver) => void]>([
    [
      'Adobe Media Server: _error with ex',
      (connection, { url }) => connection.rejectConnect({ code: 302, redirect: url }),
    ],
    [
      'SRS: the new server twice, with and without the stream',
      (connection, { url }) =>
        connection.rejectConnect({ code: 302, redirect: url, redirect2: `${url}/${SECRET}` }),
    ],
    [
      'one that closes right behind',
      (connection, { url }) => {
        connection.rejectConnect({ code: 302, redirect: url });
        connection.socket.end();
      },
    ],
    [
      'one that names the address without its scheme',
      (connection, { url }) => connection.rejectConnect({ code: 302, redirect: url.replace('rtmp:', '') }),
    ],
    [
      'one with further values',
      (connection, { url }) => {
        const ex = amfObject({ code: 302, redirect: url, reason: 'balance', weight: 3 });
        const information = { level: 'warning', code, description: '[ 302 ]', ex, clientid: '17' };
        connection.command('_error', 1, null, amfObject(information));
      },
    ],
  ])('%s, is followed to its own host', async (_server, send) => {
    expect(await followedBy(send)).toBe('rtmp://127.0.0.1:PORT/live');
  });

  it.each([302, 301, 403, 500])(
    'nginx, whose on_connect answers %d, closes without a word: no key goes out, and both causes are named',
    async (status_) => {
      const asked: string[] = [];
      const judge = http.createServer((request, response) => {
        asked.push(request.url ?? '');
        response.writeHead(status_, { location: 'rtmp://127.0.0.1:9/live' }).end();
      });
      await new Promise<void>((resolve) => judge.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void judge.close());
      const nginx = await startNginx({ connectJudgePort: (judge.address() as net.AddressInfo).port });
      onTestFinished(() => nginx.stop());
      const error = await outcome(nginx.url);
      expect(error.code).toBe('rtmp/unknown-application');
      expect(error.details['message']).toMatch(/no application "live", or lets only certain apps connect/);
      expect(asked.join()).toMatch(/call=connect/);
      expect(asked.join()).not.toContain(SECRET);
    },
  );
});
