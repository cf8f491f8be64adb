/** A remote control on a free port for each test, and a program that talks to it. Call it once at the top of a file. */
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect } from 'vitest';
import { RemoteServer } from '../../../electron/remote/remote-server.ts';
import { buildState } from '../../../electron/remote/remote-state.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { defaultDocument } from '../../../shared/studio/document.ts';
import type { Command } from '../../../shared/studio/commands.ts';

export const TOKEN = 'integration-token-7d20';
export const SECRET = 'live_key_5d1f';
export const snapshot: EngineSnapshot = {
  revision: 3,
  nowMs: 1,
  broadcast: { phase: 'live', sinceMs: 1 },
  destinations: [
    {
      kind: 'destination',
      id: 'a',
      name: 'A',
      state: { phase: 'live', sinceMs: 1, isBackup: false },
      serverWords: `no ${SECRET}`,
    },
  ],
  recorder: { phase: 'off' },
  encoders: [],
};

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: { readonly code: string; readonly message: string } };
}

export function prepareRemoteControl(): RemoteControl {
  const remote = new RemoteControl();
  beforeEach(async () => {
    remote.commands = [];
    remote.failure = undefined;
    remote.work = Promise.resolve();
    remote.server = await remote.open(0);
  });
  afterEach(async () => {
    await remote.server.close();
    expect(remote.failures).toEqual([]);
  });
  return remote;
}

class RemoteControl {
  server!: RemoteServer;
  commands: Command[] = [];
  /** What the next command fails with. */
  failure: AppError | undefined;
  /** What a command waits for. */
  work = Promise.resolve();
  readonly failures: AppError[] = [];

  readonly open = (port: number, idleMs?: number, shown = snapshot): Promise<RemoteServer> =>
    RemoteServer.open({
      port,
      ...(idleMs === undefined ? {} : { idleMs }),
      token: TOKEN,
      state: () => buildState(shown, [], undefined, defaultDocument),
      run: async (command) => {
        this.commands.push(command);
        await this.work;
        if (this.failure !== undefined) throw this.failure;
      },
      clean: (text) => text.replaceAll(SECRET, '•••'),
      onFailed: (error) => this.failures.push(error),
    });

  readonly ask = async (
    method: string,
    path: string,
    options: { readonly headers?: Record<string, string>; readonly body?: string } = {},
  ): Promise<Answer> => {
    const asking = request({
      host: '127.0.0.1',
      port: this.server.port,
      method,
      path,
      agent: false,
      headers: { authorization: `Bearer ${TOKEN}`, ...options.headers },
    });
    asking.end(options.body);
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
    expect(response.headers['content-type']).toContain('application/json');
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    return { status: response.statusCode ?? 0, body: JSON.parse(text) as Answer['body'] };
  };

  /** What comes back for raw bytes, until the server closes. */
  readonly sendRaw = async (bytes: string): Promise<string> => {
    const socket = connect(this.server.port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    // A server that closes while one still writes resets the connection; what it said before counts.
    socket.on('error', () => undefined);
    socket.write(bytes);
    await untilClosed(socket);
    return text;
  };
}

/** `once` would take a reset for a failure. */
export function untilClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
