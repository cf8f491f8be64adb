/** A real node-media-server in a process of its own: RTMP and RTMPS, recording, with or without signed keys. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts, startProcess, waitForPorts } from '../processes/processes.ts';

export interface NodeMediaServer {
  readonly port: number;
  readonly tlsPort: number;
  readonly url: string;
  readonly tlsUrl: string;
  /** FLV files of the stream `key`. */
  recordings(key: string): readonly string[];
  output(): string;
  stop(): Promise<void>;
}

export async function startNodeMediaServer(options: {
  readonly tls: { readonly certFile: string; readonly keyFile: string };
  /** Refuses every key that carries no valid signature. */
  readonly isKeySigned?: boolean;
  /** Where it listens; this machine alone when absent. */
  readonly address?: string;
}): Promise<NodeMediaServer> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-nms-'));
  const [port = 0, tlsPort = 0] = await findFreePorts(2);
  const recordFolder = join(folder, 'recordings');
  const configuration = {
    bind: options.address ?? '127.0.0.1',
    rtmp: { port },
    rtmps: { port: tlsPort, key: options.tls.keyFile, cert: options.tls.certFile },
    record: { auto: true, path: recordFolder },
    store: { path: join(folder, 'data') },
    auth: { play: false, publish: options.isKeySigned === true, secret: 'signing-secret' },
  };
  const entry = createRequire(import.meta.url).resolve('node-media-server');
  const script = join(folder, 'server.cjs');
  writeFileSync(
    script,
    `const Server = require(${JSON.stringify(entry)});
const server = new Server(${JSON.stringify(configuration)});
void server.run();
process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
`,
  );
  const running = startProcess(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const stop = async (): Promise<void> => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitForPorts(running, [port, tlsPort]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    tlsPort,
    url: `rtmp://localhost:${port}/live`,
    tlsUrl: `rtmps://localhost:${tlsPort}/live`,
    recordings(key) {
      if (!existsSync(recordFolder)) return [];
      return readdirSync(recordFolder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.flv') && name.includes(key))
        .sort()
        .map((name) => join(recordFolder, name));
    },
    output: () => running.output(),
    stop,
  };
}
