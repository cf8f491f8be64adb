/** Servers that send a stream elsewhere, at every stage, and what is left open behind them. */
import { describe, expect, it, onTestFinished } from 'vitest';
import * as http from 'node:http';
import * as net from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { amfObject } from '../../../electron/rtmp/amf/amf-value.ts';
import { readMediaFile } from '../../../electron/rtmp/publisher/media-file.ts';
import { publishMedia } from '../../../electron/rtmp/publisher/publish-media.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { ffmpegPath, makeFlv } from '../../support/media/ffmpeg.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { startHostilePeer } from '../../support/servers/hostile-peer.ts';
import type { HostileConnection } from '../../support/servers/hostile-peer.ts';
import { startNginx } from '../../support/servers/nginx.ts';

const code = 'NetConnection.Connect.Rejected';

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as net.AddressInfo).port;
}

/** An HTTP server that answers nginx's question with a 302. */
function redirector(location: string): Promise<number> {
  return listen(http.createServer((_request, response) => response.writeHead(302, { location }).end()));
}

async function media(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'media.flv');
  await makeFlv(file, { seconds: 2 });
  return file;
}

function redirectOfPublish(connection: HostileConnection, url: string): void {
  const ex = amfObject({ code: 302, redirect: url });
  connection.status({ level: 'error', code, description: 'Publish here', ex });
}

describe('redirects', { timeout: 30_000 }, () => {
  it('S1: goes on where nginx answers a 302 of on_publish with another name', async () => {
    const nginx = await startNginx({ judgePort: await redirector('another-name') });
    onTestFinished(() => nginx.stop());
    const publisher = await openPublisher({ url: nginx.url, streamKey: 'mine' });
    await publishMedia(publisher, readMediaFile(await media(), ffmpegPath()), { isFast: true });
    await publisher.end();
    const { videoPackets } = await probe(await nginx.finishedRecording('another-name'));
    expect(videoPackets.length).toBe(60);
  });

  it('S1: goes on where nginx answers a 302 of on_publish with another server, to which nginx then relays', async () => {
    const receiver = await startReceiver({ isTls: false, onPublish: () => ({ isAccepted: true }) });
    onTestFinished(() => receiver.close());
    const arrived = new Promise<string>((resolve) =>
      receiver.onEvent((event) => event.type === 'publishStarted' && resolve(event.app)),
    );
    const frames = new Promise<void>((resolve) =>
      receiver.onEvent(
        (event) => event.type === 'packetReceived' && event.packet.kind === 'video' && resolve(),
      ),
    );
    const nginx = await startNginx({ judgePort: await redirector(`${receiver.url}/relayed`) });
    onTestFinished(() => nginx.stop());
    const publisher = await openPublisher({ url: nginx.url, streamKey: 'mine' });
    onTestFinished(() => publisher.destroy());
    await publishMedia(publisher, readMediaFile(await media(), ffmpegPath()), { isFast: false });
    expect(await arrived).toBe('live');
    await frames;
  });

  it('S1: follows a redirect of publish, with the name that it holds', async () => {
    const receiver = await startReceiver({
      isTls: false,
      onPublish: ({ app, streamKey }) => ({
        isAccepted: app === 'live' && streamKey === 'new-name',
        code: 'NetStream.Publish.Denied',
        description: `not ${app} ${streamKey}`,
      }),
    });
    onTestFinished(() => receiver.close());
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('publish');
      redirectOfPublish(connection, `${receiver.url}/new-name`);
    });
    onTestFinished(() => peer.stop());
    const publisher = await openPublisher({ url: peer.url, streamKey: 'mine' });
    expect(publisher.tcUrl).toBe(receiver.url);
    await publisher.end();
    expect(peer.errors).toEqual([]);
  });

  it('S1: ends a publish that is sent in a circle after three redirects', async () => {
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('publish');
      redirectOfPublish(connection, `rtmp://127.0.0.1:${connection.socket.localPort ?? 0}/live`);
    });
    onTestFinished(() => peer.stop());
    await expect(openPublisher({ url: peer.url, streamKey: 'mine' })).rejects.toMatchObject({
      code: 'rtmp/connect-rejected',
    });
    expect(peer.connections).toHaveLength(4);
  });

  it('S1: names the host where a redirect of publish leads elsewhere, and sends it nothing', async () => {
    let reached = 0;
    const other = await listen(net.createServer(() => (reached += 1)));
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('publish');
      redirectOfPublish(connection, `rtmp://localhost:${other}/live/x`);
    });
    onTestFinished(() => peer.stop());
    const options = { url: peer.url, streamKey: 'mine' };
    await expect(openPublisher(options)).rejects.toMatchObject({
      code: 'rtmp/moved-elsewhere',
      details: { server: '127.0.0.1', host: 'localhost' },
    });
    expect(reached).toBe(0);
  });

  it('leaves no connection open where an address is too long, or a step is cancelled', async () => {
    const sockets = new Set<net.Socket>();
    const target = await listen(
      net.createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => sockets.delete(socket));
        socket.resume();
      }),
    );
    const url = `rtmp://127.0.0.1:${target}/live`;
    const long = `rtmp://127.0.0.1:${target}/${'a'.repeat(65_520)}`;
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('connect');
      connection.control({ type: 'setChunkSize', bytes: 65_536 });
      const ex = amfObject({ code: 302, redirect: long });
      connection.command('_error', 1, null, amfObject({ level: 'error', code, description: '', ex }));
    });
    onTestFinished(() => peer.stop());
    await expect(openPublisher({ url: peer.url, streamKey: 'k' })).rejects.toThrow(/connect-rejected/);
    await expect(openPublisher({ url: long, streamKey: 'k' })).rejects.toThrow(/bad-url/);
    expect(sockets.size).toBe(0);
    const abort = new AbortController();
    const opening = openPublisher({
      url: url.replace('rtmp:', 'rtmps:'),
      streamKey: 'k',
      signal: abort.signal,
      onStep: (step) => step === 'tls' && abort.abort(),
    });
    await expect(opening).rejects.toThrow(/aborted/);
    await expect.poll(() => sockets.size).toBe(0);
  });
});
