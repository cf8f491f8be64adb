/** What a server says and does while a publisher is live, by a scripted server. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import type { PublisherEvent } from '../../../../electron/rtmp/publisher/publisher.ts';
import { accepting, failure, next, startScripted } from './scripted-server.ts';

describe('while live', () => {
  it('passes on status, reconnect request and chunk size, and answers a ping', async () => {
    const answered: string[] = [];
    const server = await startScripted((event, connection, index) => {
      if (event.type === 'pongReceived') answered.push(event.type);
      accepting(event, connection, index);
    });
    const publisher = await openPublisher({ url: server.url, streamKey: 'key' });
    onTestFinished(() => publisher.destroy());
    const connection = server.connections[0];
    if (!connection) throw new Error('no connection');
    const { session, flush } = connection;
    const [status, reconnect, size, ping] = [
      next(publisher, 'statusReceived'),
      next(publisher, 'reconnectRequested'),
      next(publisher, 'chunkSizeChanged'),
      next(publisher, 'pingAnswered'),
    ];
    session.sendStatus({ level: 'warning', code: 'NetStream.Record.Failed', description: 'disk full' });
    session.requestReconnect({ tcUrl: '/other', description: 'maintenance' });
    session.setChunkSize(60_000);
    session.ping(42);
    flush();
    expect(await status).toMatchObject({ level: 'warning', description: 'disk full' });
    expect(await reconnect).toMatchObject({
      url: `${server.url.replace(/\/[^/]*$/, '')}/other`,
      description: 'maintenance',
    });
    expect(await size).toMatchObject({ bytes: 60_000 });
    await ping;
    await publisher.end();
    expect(answered).toEqual(['pongReceived']);
  });

  it('ends with a server that floods it with messages of one byte', async () => {
    const server = await startScripted(accepting);
    const publisher = await openPublisher({ url: server.url, streamKey: 'key' });
    onTestFinished(() => publisher.destroy());
    const closed = next(publisher, 'closed');
    const header = Buffer.from('050000000000000900000000', 'hex');
    // After a whole header, each byte 0xc5 is another message without a body.
    server.connections[0]?.socket.write(Buffer.concat([header, Buffer.alloc(2 * 1024 * 1024, 0xc5)]));
    expect((await closed).error).toMatchObject({ code: 'rtmp/limit' });
  });

  it('hears what comes in one breath with Publish.Start, garbage last', async () => {
    const server = await startScripted((event, connection, index) => {
      accepting(event, connection, index);
      if (event.type !== 'publishRequested') return;
      const { session, socket, flush } = connection;
      session.requestReconnect({ description: 'soon' });
      socket.cork();
      flush();
      socket.write(Buffer.from('02000000000004010000000080000000', 'hex'));
      process.nextTick(() => socket.uncork());
    });
    const publisher = await openPublisher({ url: server.url, streamKey: 'key' });
    const events: PublisherEvent[] = [];
    const closed = next(publisher, 'closed');
    publisher.onEvent((event) => events.push(event));
    expect((await closed).error?.code).toBe('rtmp/protocol');
    expect(events.map((event) => event.type)).toContain('reconnectRequested');
  });

  it('says that the server ended the stream, in its words', async () => {
    const server = await startScripted(accepting);
    const publisher = await openPublisher({ url: server.url, streamKey: 'key' });
    const closed = next(publisher, 'closed');
    const connection = server.connections[0];
    connection?.session.sendStatus({
      level: 'status',
      code: 'NetStream.Unpublish.Success',
      description: 'thrown out',
    });
    connection?.flush();
    const { error } = await closed;
    expect(error?.code).toBe('rtmp/server-ended');
    expect(error?.details['serverWords']).toContain('thrown out');
    expect(publisher.isClosed).toBe(true);
  });

  it('tells a half-closed socket at once', async () => {
    const server = await startScripted(accepting);
    const publisher = await openPublisher({ url: server.url, streamKey: 'key' });
    const closed = next(publisher, 'closed');
    server.connections[0]?.socket.end();
    expect((await closed).error?.code).toBe('rtmp/key-refused');
  });

  it('ends cleanly and without an error of its own', async () => {
    const events: string[] = [];
    const server = await startScripted((event, connection, index) => {
      events.push(event.type);
      accepting(event, connection, index);
    });
    const publisher = await openPublisher({ url: server.url, streamKey: 'key' });
    const closed = next(publisher, 'closed');
    await publisher.end();
    expect((await closed).error).toBeUndefined();
    expect(events).toContain('unpublished');
  });

  it('gives up a server that stops reading', async () => {
    const server = await startScripted(accepting);
    const publisher = await openPublisher({ url: server.url, streamKey: 'key', deadlines: { stallMs: 200 } });
    server.connections[0]?.socket.pause();
    const closed = next(publisher, 'closed');
    const body = new Uint8Array(1024 * 1024);
    body.set([0x17, 1]);
    for (let sent = 0; sent < 32; sent += 1) publisher.send({ kind: 'video', timestampMs: sent * 40, body });
    expect(publisher.isWritable).toBe(false);
    expect((await closed).error?.code).toBe('transport/stalled');
  });

  it('lets itself be cancelled at every step', async () => {
    const silent = await startScripted(() => undefined);
    for (const step of ['dns', 'tcp', 'handshake', 'connect'] as const) {
      const abort = new AbortController();
      const opening = openPublisher({
        url: silent.url,
        streamKey: 'key',
        signal: abort.signal,
        onStep: (begun) => begun === step && abort.abort(),
      });
      expect((await failure(opening)).code, step).toBe('internal/aborted');
    }
  });
});
