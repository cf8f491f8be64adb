/** D8: `npm run live` through a proxy, judged by the server and the proxy; the password is in no file, output or argument list. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { descendantsOf } from '../../support/processes/process-tree.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { startProxyServer } from '../../support/servers/proxy-server.ts';
import type { TestProxy } from '../../support/servers/proxy-server.ts';

const HOST = 'live.nowhere.invalid';
const PASSWORD = 'pw-of-proxy-5c7730';
const LOOK_EVERY_MS = 100;
let receiver: Receiver;
let proxy: TestProxy;
let folder: string;

beforeAll(async () => {
  receiver = await startReceiver({ isTls: false });
  const login = { username: 'bob', password: PASSWORD };
  proxy = await startProxyServer({ type: 'socks5', login, names: { [HOST]: receiver.port } });
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-proxy-'));
  writeFileSync(join(folder, 'key.txt'), receiver.key);
  writeFileSync(join(folder, 'password.txt'), `${PASSWORD}\n`);
});
afterAll(async () => {
  await Promise.all([receiver.close(), proxy.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

function readOr(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It is gone.
    return '';
  }
}

it.each([
  ['--proxy with a password file', true],
  ['ALL_PROXY', false],
])(
  'D8: %s carries the stream of live, and its password is seen nowhere',
  async (_what, isOption) => {
    const userData = join(folder, isOption ? 'data-1' : 'data-2');
    const place = `127.0.0.1:${proxy.port}`;
    const options = isOption
      ? ['--proxy', `socks5://bob@${place}`, '--proxy-password-file', join(folder, 'password.txt')]
      : [];
    const variables = isOption ? {} : { ALL_PROXY: `socks5h://bob:${PASSWORD}@${place}` };
    const carriedBefore = proxy.carried;
    const live = startProcess(
      process.execPath,
      [
        ...['build/live.mjs', '--source', 'pattern', '--size', '320x180', '--seconds', '2', ...options],
        ...['--to', `rtmp://${HOST}:${receiver.port}/live`, '--key-file', join(folder, 'key.txt')],
      ],
      { env: { ...process.env, UPCAST_USER_DATA: userData, ...variables } },
    );
    const seen: string[] = [];
    const timer = setInterval(() => {
      for (const pid of descendantsOf(live.child.pid ?? 0)) {
        const text = readOr(`/proc/${pid}/cmdline`);
        if (text.includes(PASSWORD)) seen.push(text);
      }
    }, LOOK_EVERY_MS);
    const exit = await live.exited;
    clearInterval(timer);
    expect(exit, live.output()).toBe(0);
    expect(proxy.carried).toBe(carriedBefore + 1);
    expect(proxy.asked.at(-1)).toBe(`${HOST}:${receiver.port}`);
    expect(receiver.report()).not.toBe(undefined);
    expect(seen).toEqual([]);
    expect(live.output()).not.toContain(PASSWORD);
    const files = readdirSync(userData, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => readOr(file).includes(PASSWORD))).toEqual([]);
  },
  60_000,
);
