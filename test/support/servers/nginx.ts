/** A real nginx with its RTMP module, and TLS in front of it by its stream module, for one test or one file of tests. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts, startProcess, waitForPorts, waitUntil } from '../processes/processes.ts';
import type { RunningProcess } from '../processes/processes.ts';
import { descendantsOf } from '../processes/process-tree.ts';

const MODULE_FOLDERS = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/usr/local/lib/nginx/modules'];
const BINARIES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'];

export interface NginxOptions {
  /** Puts TLS in front; both ports are then open. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  /** Only keys of this list may publish to the application `live`; any when absent. */
  readonly allowedKeys?: readonly string[];
  /** Asks a server at this local port (`/judge`) about each publisher: 2xx lets it in. */
  readonly judgePort?: number;
  /** Asks a server at this local port (`/judge`) about each connection. */
  readonly connectJudgePort?: number;
  /** One more address to listen on, of a network namespace. */
  readonly address?: string;
  /** Writes what was published as FLV. Default true. */
  readonly isRecording?: boolean;
  /** Throws publishers out that send nothing for so long. */
  readonly dropIdleSeconds?: number;
  /** Listens on these ports instead of free ones: for a server that comes back. */
  readonly ports?: { readonly rtmp: number; readonly rtmps: number; readonly http: number };
}

export interface NginxServer {
  readonly port: number;
  /** Present with `tls`. */
  readonly tlsPort: number;
  readonly httpPort: number;
  /** `rtmp://localhost:PORT/live`; `rtmps://…` for `tlsUrl`. Also there: `/denied`, which refuses after Publish.Start. */
  readonly url: string;
  readonly tlsUrl: string;
  readonly folder: string;
  /** Finished and growing recordings of `key`, oldest first. */
  recordings(key?: string): readonly string[];
  /** Waits for a recording that is finished (its publisher is gone) and gives its path. */
  finishedRecording(key: string): Promise<string>;
  /** Throws the publisher of `key` out. */
  dropPublisher(key: string): Promise<void>;
  /** Names of the streams that are being published now. */
  publishers(): Promise<readonly string[]>;
  /** nginx's error log so far is part of it. */
  output(): string;
  /** Holds every process of it where it stands, or lets them go on. */
  freeze(isFrozen: boolean): void;
  /** `keepFiles`: whoever asks removes the folder. */
  stop(options?: { readonly keepFiles?: boolean }): Promise<void>;
}

function find(what: string, candidates: readonly string[]): string {
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${what} is not installed (looked at ${candidates.join(', ')})`);
  return found;
}

function configuration(
  folder: string,
  ports: { readonly rtmp: number; readonly rtmps: number; readonly http: number },
  options: NginxOptions,
): string {
  const modules = find('the module of nginx', MODULE_FOLDERS);
  const isRoot = process.getuid?.() === 0;
  const recording =
    options.isRecording === false
      ? 'record off;'
      : `record all; record_path ${folder}/recordings; record_unique on; record_suffix .flv; record_notify off;`;
  const judgePort = options.judgePort ?? ports.http;
  const isJudged = options.allowedKeys !== undefined || options.judgePort !== undefined;
  const judge = isJudged ? `on_publish http://127.0.0.1:${judgePort}/judge;` : '';
  const listen = (port: number, more = ''): string =>
    options.address === undefined ? '' : `listen ${options.address}:${port}${more};`;
  const idle =
    options.dropIdleSeconds === undefined ? '' : `drop_idle_publisher ${options.dropIdleSeconds}s;`;
  const connectJudge =
    options.connectJudgePort === undefined
      ? ''
      : `on_connect http://127.0.0.1:${options.connectJudgePort}/judge;`;
  const keys = (options.allowedKeys ?? []).map((key) => `"${key}" 1;`).join(' ');
  const tlsPart = options.tls
    ? `stream { server { listen 127.0.0.1:${ports.rtmps} ssl; listen [::1]:${ports.rtmps} ssl; ${listen(ports.rtmps, ' ssl')}
        ssl_certificate ${options.tls.certFile}; ssl_certificate_key ${options.tls.keyFile};
        ssl_protocols TLSv1.2 TLSv1.3; proxy_pass 127.0.0.1:${ports.rtmp}; } }`
    : '';
  return `
${isRoot ? 'user root;' : ''}
load_module ${modules}/ngx_rtmp_module.so;
${options.tls ? `load_module ${modules}/ngx_stream_module.so;` : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
${tlsPart}
rtmp {
  server {
    listen 127.0.0.1:${ports.rtmp};
    listen [::1]:${ports.rtmp};
    ${listen(ports.rtmp)}
    max_message 16M;
    notify_method get; ${connectJudge}
    application live { live on; ${recording} ${judge} ${idle} }
    application denied { live on; deny publish all; }
  }
}
http {
  access_log off;
  client_body_temp_path ${folder}/tmp-body; proxy_temp_path ${folder}/tmp-proxy;
  fastcgi_temp_path ${folder}/tmp-fastcgi; uwsgi_temp_path ${folder}/tmp-uwsgi; scgi_temp_path ${folder}/tmp-scgi;
  map $arg_name $is_allowed { default 0; ${keys} }
  server {
    listen 127.0.0.1:${ports.http};
    location /judge { if ($is_allowed = 0) { return 403; } return 204; }
    location /stat { rtmp_stat all; }
    location /control { rtmp_control all; }
  }
}`;
}

function fetchText(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
    request.once('error', reject);
  });
}

export async function startNginx(options: NginxOptions = {}): Promise<NginxServer> {
  const binary = find('nginx', BINARIES);
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-nginx-'));
  chmodSync(folder, 0o755);
  const recordingFolder = join(folder, 'recordings');
  mkdirSync(recordingFolder);
  const free = options.ports === undefined ? await findFreePorts(3) : [];
  const ports = options.ports ?? { rtmp: free[0] ?? 0, rtmps: free[1] ?? 0, http: free[2] ?? 0 };
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, ports, options));
  const running: RunningProcess = startProcess(binary, [
    '-p',
    folder,
    '-c',
    'nginx.conf',
    '-e',
    'stderr',
    '-g',
    'daemon off;',
  ]);
  const stop = async ({ keepFiles = false }: { readonly keepFiles?: boolean } = {}): Promise<void> => {
    await running.stop('SIGTERM');
    if (!keepFiles) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitForPorts(running, [ports.rtmp, ports.http, ...(options.tls ? [ports.rtmps] : [])]);
  } catch (error) {
    await stop();
    throw error;
  }
  const recordings = (key?: string): readonly string[] =>
    readdirSync(recordingFolder)
      .filter((name) => name.endsWith('.flv') && (key === undefined || name.startsWith(`${key}-`)))
      .sort()
      .map((name) => join(recordingFolder, name));
  const publishers = async (): Promise<readonly string[]> => {
    const text = await fetchText(ports.http, '/stat');
    const streams = text.match(/<stream>[\s\S]*?<\/stream>/g) ?? [];
    return streams
      .filter((stream) => stream.includes('<publishing/>'))
      .map((stream) => /<name>([^<]*)</.exec(stream)?.[1] ?? '');
  };
  return {
    port: ports.rtmp,
    tlsPort: ports.rtmps,
    httpPort: ports.http,
    url: `rtmp://localhost:${ports.rtmp}/live`,
    tlsUrl: `rtmps://localhost:${ports.rtmps}/live`,
    folder,
    recordings,
    publishers,
    async finishedRecording(key) {
      await waitUntil(
        `the recording of a stream`,
        async () => recordings(key).length > 0 && !(await publishers()).includes(key),
      );
      const path = recordings(key).at(-1);
      if (path === undefined) throw new Error('the recording is gone');
      return path;
    },
    async dropPublisher(key) {
      await fetchText(ports.http, `/control/drop/publisher?app=live&name=${encodeURIComponent(key)}`);
    },
    freeze(isFrozen) {
      const { pid } = running.child;
      if (pid === undefined) throw new Error('nginx is not running');
      for (const each of descendantsOf(pid)) process.kill(each, isFrozen ? 'SIGSTOP' : 'SIGCONT');
    },
    output: () => running.output(),
    stop,
  };
}
