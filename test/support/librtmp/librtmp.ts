/** The other well-known client library as publisher and as server, each a process of its own that drives librtmp's calls. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, waitUntil } from '../processes/processes.ts';
import type { RunningProcess } from '../processes/processes.ts';

const START_DEADLINE_MS = 10_000;

/** Publishes a file at the pace of its times. @returns exit code and output. */
export async function publishWithLibrtmp(
  file: string,
  url: string,
): Promise<{ code: number | string; output: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-librtmp-'));
  // librtmp takes TLS 1.3's session tickets for the end of the connection.
  const priorities = join(folder, 'gnutls.conf');
  writeFileSync(priorities, '[overrides]\ndisabled-version = tls1.3\n');
  const running = startProcess('python3', [join(import.meta.dirname, 'publish.py'), file, url], {
    env: { ...process.env, GNUTLS_SYSTEM_PRIORITY_FILE: priorities },
  });
  try {
    return { code: await running.exited, output: running.output() };
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface LibrtmpServer {
  readonly port: number;
  readonly process: RunningProcess;
  /** `TYPE TIME SHA1` for each audio and video message so far. */
  messages(): readonly string[];
}

/** Takes one publisher. */
export async function startLibrtmpServer(): Promise<LibrtmpServer> {
  const running = startProcess('python3', [join(import.meta.dirname, 'serve.py')]);
  const port = (): string | undefined => /^port (\d+)$/m.exec(running.output())?.[1];
  await waitUntil('the port of librtmp’s server', async () => port() !== undefined, START_DEADLINE_MS);
  return {
    port: Number(port()),
    process: running,
    messages: () => running.output().match(/^\d+ \d+ [0-9a-f]{40}$/gm) ?? [],
  };
}

/** Forwards to `port`, and changes the first byte of each connection, C0, on the way. */
export async function startVersionChanger(
  port: number,
  version: number,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    const up = net.connect(port, '127.0.0.1');
    for (const [each, other] of [
      [socket, up],
      [up, socket],
    ] as const) {
      sockets.add(each);
      each.on('error', () => other.destroy());
      each.once('close', () => sockets.delete(each));
    }
    socket.once('data', (first: Buffer) => {
      up.write(Buffer.concat([Buffer.of(version), first.subarray(1)]));
      socket.pipe(up);
    });
    up.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as net.AddressInfo).port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
