/** The remote control's server as programs meet it: real HTTP on a free port. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { readEvents } from '../../support/servers/server-sent-events.ts';
import { prepareRemoteControl, SECRET, snapshot, TOKEN, untilClosed } from './remote-control.ts';

const remote = prepareRemoteControl();
const { ask, open } = remote;

describe('the remote control', () => {
  it('tells the state without secrets', async () => {
    const { status, body } = await ask('GET', '/v1/state');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      badge: 'live',
      revision: 3,
      destinations: [{ id: 'a', serverWords: 'no •••' }],
    });
  });

  it('L3: names no server, port, certificate or folder outside of sentences', async () => {
    const error = {
      code: 'transport/refused' as const,
      details: { message: 'Nothing listens there.', host: 'ingest.example', port: 1935, step: 'tcp' },
    };
    await remote.server.close();
    remote.server = await open(0, undefined, {
      ...snapshot,
      broadcast: { phase: 'idle', lastError: error },
      destinations: [
        {
          ...{ kind: 'destination', id: 'a', name: 'A', serverWords: 'hello' },
          state: { phase: 'failed', error },
          tls: {
            ...{ protocol: 'TLSv1.3', cipher: 'AES', subject: 'CN=ingest.example', issuer: 'CN=ingest' },
            ...{ validToMs: 1, daysLeft: 1, sha256: 'ab', chain: ['CN=ingest'], isOwnAuthority: false },
          },
        },
      ],
      recorder: { phase: 'failed', path: '/home/somebody/Videos/one.mp4', error },
    });
    const told = { code: 'transport/refused', details: { message: 'Nothing listens there.' } };
    const { body } = await ask('GET', '/v1/state');
    expect(body).toEqual({
      ...{ revision: 3, nowMs: 1, badge: 'off', encoders: [], saved: [], lastSample: null },
      channels: [{ id: 'main', name: 'Audio', isMuted: false }],
      broadcast: { phase: 'idle', lastError: told },
      destinations: [
        {
          kind: 'destination',
          id: 'a',
          name: 'A',
          serverWords: 'hello',
          state: { phase: 'failed', error: told },
        },
      ],
      recorder: { phase: 'failed', fileName: 'one.mp4', error: told },
    });
    const events = await readEvents(remote.server.port, TOKEN);
    expect(await events.next('snapshot')).toEqual(body);
    const event = {
      type: 'event',
      code: 'destinationConnecting',
      details: { attempt: 2 },
      text: 'A is lost.',
    };
    remote.server.publish('event', { ...event, error });
    expect(await events.next('event')).toEqual({ ...event, error: told });
    events.close();
  });

  it('L2: waits for a command longer than for a connection that says nothing', async () => {
    await remote.server.close();
    const idleMs = 100;
    remote.server = await open(0, idleMs);
    let finish: () => void = () => undefined;
    remote.work = new Promise((resolve) => (finish = resolve));
    const answer = ask('POST', '/v1/broadcast/end');
    await waitUntil('the command', () => remote.commands.length === 1);
    // Connections that came later and say nothing are gone by then.
    for (let count = 0; count < 3; count += 1)
      await untilClosed(connect(remote.server.port, '127.0.0.1').resume());
    remote.failure = new AppError('studio/not-ready', { message: 'The window does not answer.' });
    finish();
    expect(await answer).toMatchObject({ status: 409, body: { error: { code: 'studio/not-ready' } } });
  });

  it('runs commands and answers with the state', async () => {
    expect((await ask('POST', '/v1/destinations/a/stop')).status).toBe(200);
    const json = { 'content-type': 'application/json' };
    const { status } = await ask('POST', '/v1/broadcast/start', {
      headers: json,
      body: '{"isRehearsal":true}',
    });
    expect(status).toBe(200);
    expect(remote.commands).toEqual([
      { type: 'setDestinationEnabled', id: 'a', isEnabled: false },
      { type: 'startStream', isRehearsal: true },
    ]);
  });

  it('says in words why a command was refused, without secrets', async () => {
    remote.failure = new AppError('studio/not-ready', { message: `Nothing is on air (${SECRET}).` });
    expect(await ask('POST', '/v1/broadcast/end')).toEqual({
      status: 409,
      body: { error: { code: 'studio/not-ready', message: 'Nothing is on air (•••).' } },
    });
  });

  it('says that a port is taken', async () => {
    await expect(open(remote.server.port)).rejects.toMatchObject({
      code: 'remote/port-taken',
      details: { reason: 'portTaken', port: remote.server.port },
    });
  });

  it('streams the state first, then what is published, cleaned', async () => {
    const events = await readEvents(remote.server.port, TOKEN);
    expect(await events.next('snapshot')).toMatchObject({ badge: 'live' });
    remote.server.publish('event', { type: 'event', text: `said ${SECRET}` });
    expect(await events.next('event')).toEqual({ type: 'event', text: 'said •••' });
    events.close();
  });

  it('lets eight listen, and commands through beside them', async () => {
    const listening = await Promise.all(
      Array.from({ length: 8 }, () => readEvents(remote.server.port, TOKEN)),
    );
    expect((await ask('GET', '/v1/events')).status).toBe(503);
    expect((await ask('POST', '/v1/recording/start')).status).toBe(200);
    for (const events of listening) events.close();
  });

  it('drops who does not read, and goes on for the others', async () => {
    const reader = await readEvents(remote.server.port, TOKEN);
    const deaf = connect(remote.server.port, '127.0.0.1');
    deaf.on('error', () => undefined);
    deaf.write(
      `GET /v1/events HTTP/1.1\r\nhost: 127.0.0.1:${remote.server.port}\r\nauthorization: Bearer ${TOKEN}\r\n\r\n`,
    );
    await once(deaf, 'readable');
    const closed = untilClosed(deaf);
    const text = 'x'.repeat(100_000);
    // More than the system's buffers and ours hold for the deaf one; the reader takes each before the next is sent.
    for (let index = 0; index < 200; index += 1) {
      remote.server.publish('event', { index, text });
      expect(await reader.next('event')).toMatchObject({ index });
    }
    deaf.resume();
    await closed;
    expect(deaf.bytesRead).toBeLessThan(200 * text.length);
    reader.close();
  });

  it('disconnects everyone when it closes', async () => {
    const events = await readEvents(remote.server.port, TOKEN);
    await events.next('snapshot');
    await remote.server.close();
    await events.closed;
    remote.server = await open(0);
  });
});
