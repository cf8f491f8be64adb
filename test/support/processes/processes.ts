/** Starts a server program for a test and ends it again; keeps what it printed, so that a failure can be read. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import * as net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Long: what is waited for comes, however busy the machine is; only what never comes ends a test. */
const READY_DEADLINE_MS = 40_000;
const POLL_MS = 25;
const KILL_AFTER_MS = 3_000;
const MAX_OUTPUT_CHARACTERS = 200_000;

export interface RunningProcess {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Exit code, or the signal's name. */
  readonly exited: Promise<number | string>;
  /** Ends it: politely, then by force. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export function startProcess(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly stdin?: 'ignore' | 'pipe';
  } = {},
): RunningProcess {
  const child = spawn(command, args, {
    stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  let text = '';
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString('utf8')).slice(-MAX_OUTPUT_CHARACTERS);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exited = new Promise<number | string>((resolve) => {
    child.once('error', (error) => {
      text += `\n${error.message}`;
      resolve('error');
    });
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return {
    child,
    output: () => text,
    exited,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** Ports the system gave out just now and that are free again. Whoever uses one must still be ready to fail. */
export async function findFreePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => net.createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            if (address === null || typeof address === 'string') reject(new Error('no port'));
            else resolve(address.port);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Polls `condition` until it holds. @throws Error saying `what` when it does not within `deadlineMs`. */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  deadlineMs = READY_DEADLINE_MS,
): Promise<void> {
  const endMs = performance.now() + deadlineMs;
  while (!(await condition())) {
    if (performance.now() > endMs) throw new Error(`waited ${deadlineMs} ms in vain for ${what}`);
    await delay(POLL_MS);
  }
}

/** Waits until every port takes connections. @throws Error with the program's output when it ends before. */
export async function waitForPorts(process: RunningProcess, ports: readonly number[]): Promise<void> {
  let endedWith: number | string | undefined;
  void process.exited.then((code) => (endedWith = code));
  await waitUntil(`ports ${ports.join(', ')}`, async () => {
    if (endedWith !== undefined) throw new Error(`the server ended (${endedWith}): ${process.output()}`);
    return (await Promise.all(ports.map(accepts))).every(Boolean);
  });
}
