/**
 * A SOCKS5 and HTTP CONNECT proxy on the loopback, with or without a login. It looks names up by its own table and counts what it was
 * asked for.
 */
import * as net from 'node:net';

export interface TestProxyOptions {
  readonly type: 'socks5' | 'http';
  readonly host?: '127.0.0.1' | '::1';
  readonly login?: { readonly username: string; readonly password: string };
  /** Names that only this proxy knows, and where they lead: a port of 127.0.0.1. */
  readonly names?: Readonly<Record<string, number>>;
  /** Ends each connection right after it was asked for a server. */
  readonly isClosing?: boolean;
  /** Refuses what it is asked for by its rules. */
  readonly isForbidding?: boolean;
}

export interface TestProxy {
  readonly port: number;
  /** `host:port` in the order of asking. */
  readonly asked: readonly string[];
  /** Connections that were let through. */
  readonly carried: number;
  /** Logins that were refused. */
  readonly refusedLogins: number;
  /** Bytes that came from clients, as text: what a listener at the proxy reads. */
  readonly seen: () => string;
  stop(): Promise<void>;
}

const KEEP_BYTES = 64 * 1024;

export async function startProxyServer(options: TestProxyOptions): Promise<TestProxy> {
  const { type, host = '127.0.0.1', login, names = {} } = options;
  const sockets = new Set<net.Socket>();
  const asked: string[] = [];
  const seen: Buffer[] = [];
  let carried = 0;
  let refusedLogins = 0;

  const carry = (client: net.Socket, target: string, targetPort: number, yes: Buffer, no: Buffer): void => {
    asked.push(`${target}:${targetPort}`);
    if (options.isClosing === true) return void client.destroy();
    if (options.isForbidding === true) return void client.end(no);
    const known = names[target];
    const place =
      known === undefined ? { host: target, port: targetPort } : { host: '127.0.0.1', port: known };
    const server = net.connect(place);
    keep(server);
    server.once('connect', () => {
      carried += 1;
      client.write(yes);
      client.pipe(server).pipe(client);
    });
    server.once('error', () => client.end(no));
    server.once('close', () => client.destroy());
    client.once('close', () => server.destroy());
    return undefined;
  };
  const keep = (socket: net.Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };

  const serveHttp = async (client: net.Socket): Promise<void> => {
    const read = reader(client);
    let head = '';
    while (!head.endsWith('\r\n\r\n')) head += (await read(1)).toString('latin1');
    const wanted = login && Buffer.from(`${login.username}:${login.password}`).toString('base64');
    if (wanted !== undefined && !head.includes(`Proxy-Authorization: Basic ${wanted}\r\n`)) {
      refusedLogins += 1;
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [, target = '', port = ''] = /^CONNECT (\S+):(\d+) HTTP\/1\.1\r\n/.exec(head) ?? [];
    const yes = Buffer.from('HTTP/1.1 200 Connection established\r\n\r\n');
    const no = Buffer.from(
      `HTTP/1.1 ${options.isForbidding === true ? '403 Forbidden' : '502 Bad Gateway'}\r\n\r\n`,
    );
    carry(client, target.replace(/^\[(.*)\]$/, '$1'), Number(port), yes, no);
  };

  const serveSocks = async (client: net.Socket): Promise<void> => {
    const read = reader(client);
    const [, count = 0] = await read(2);
    const methods = await read(count);
    const method = login === undefined ? 0 : 2;
    if (!methods.includes(method)) {
      refusedLogins += 1;
      client.end(Buffer.from([5, 0xff]));
      return;
    }
    client.write(Buffer.from([5, method]));
    if (login !== undefined) {
      const [, nameLength = 0] = await read(2);
      const username = (await read(nameLength)).toString();
      const [passwordLength = 0] = await read(1);
      const password = (await read(passwordLength)).toString();
      const isRight = username === login.username && password === login.password;
      if (!isRight) {
        refusedLogins += 1;
        client.end(Buffer.from([1, 1]));
        return;
      }
      client.write(Buffer.from([1, 0]));
    }
    const [, , , kind = 0] = await read(4);
    const target =
      kind === 1
        ? [...(await read(4))].join('.')
        : kind === 3
          ? (await read((await read(1))[0] ?? 0)).toString()
          : ipv6Text(await read(16));
    const port = (await read(2)).readUInt16BE();
    const answer = (reply: number): Buffer => Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]);
    carry(client, target, port, answer(0), answer(options.isForbidding === true ? 2 : 5));
  };

  const server = net.createServer((client) => {
    keep(client);
    client.on('data', (bytes: Buffer) => {
      if (Buffer.concat(seen).length < KEEP_BYTES) seen.push(bytes);
    });
    const serve = type === 'http' ? serveHttp : serveSocks;
    serve(client).catch(() => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    asked,
    get carried() {
      return carried;
    },
    get refusedLogins() {
      return refusedLogins;
    },
    seen: () => Buffer.concat(seen).toString('latin1'),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reads so many bytes; what follows waits. Rejects when the client leaves before. */
function reader(socket: net.Socket): (count: number) => Promise<Buffer> {
  let waiting = Buffer.alloc(0);
  let look = (): void => undefined;
  let leave = (): void => undefined;
  socket.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes]);
    look();
  });
  socket.once('close', () => leave());
  return async (count) =>
    await new Promise((resolve, reject) => {
      leave = () => reject(new Error('the client left'));
      look = () => {
        if (waiting.length < count) return;
        const bytes = waiting.subarray(0, count);
        waiting = waiting.subarray(count);
        look = () => undefined;
        resolve(bytes);
      };
      look();
    });
}

function ipv6Text(bytes: Buffer): string {
  const words = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16));
  return words.join(':');
}
