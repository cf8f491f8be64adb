/** A real nginx run on a folder that the app wrote for a relay. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess, waitForPorts } from '../processes/processes.ts';

const BINARIES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'];

export interface RunningRelay {
  output(): string;
  stop(): Promise<void>;
}

/** Resolves once it listens. @throws Error with nginx's words when it does not take the files. */
export async function startRelay(folder: string, ports: readonly number[]): Promise<RunningRelay> {
  const binary = BINARIES.find((path) => existsSync(path));
  if (binary === undefined) throw new Error('nginx is not installed');
  // As the guide says, and in the foreground, so that it ends with the test.
  const running = startProcess(binary, [
    ...['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'],
  ]);
  try {
    await waitForPorts(running, ports);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { output: () => running.output(), stop: () => running.stop() };
}
