/** Destinations behind a proxy, through the whole engine: what the server gets, what the proxy is asked, what is said when it refuses. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DestinationTestRunner } from '../../../electron/engine/destination-test/destination-test-runner.ts';
import { systemClock } from '../../../electron/engine/broadcast/system-clock.ts';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { LOOPBACK_BYPASS, proxyOfEnvironment } from '../../../shared/proxy/proxy-environment.ts';
import { describeError } from '../../../shared/text/error-text.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { NamedDestination } from '../../../shared/ipc/engine-control.ts';
import type { DestinationTest } from '../../../shared/destinations/destination-test.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { findFreePorts } from '../../support/processes/processes.ts';
import { startProxyServer } from '../../support/servers/proxy-server.ts';
import type { TestProxyOptions } from '../../support/servers/proxy-server.ts';
import { MAIN_ID } from '../../../shared/studio/document.ts';

/** A name that only the proxies know: nobody here can look it up. */
const HOST = 'live.nowhere.invalid';
const login = { username: 'bob', password: 'pw-of-proxy-77e1' };
const authority = createTestAuthority();
let rig: EngineRig;
let plain: Receiver;
let secure: Receiver;

beforeAll(async () => {
  const { certPem, keyPem } = authority.issue('valid', [HOST]);
  plain = await startReceiver({ isTls: false });
  secure = await startReceiver({ isTls: true, certificate: { certPem, keyPem, caPem: authority.caPem } });
  rig = await EngineRig.create({ ...defaultEncodingProfile, width: 320, height: 180, videoKbps: 300 });
  await rig.goLive();
});

afterAll(async () => {
  try {
    const { summary } = await rig.stop();
    expect(summary.destinations.find(({ kind }) => kind === 'rehearsal')).toMatchObject({ reconnects: 0 });
    expect(rig.faults).toEqual([]);
    expect(JSON.stringify([rig.events, rig.complaints, rig.snapshot])).not.toContain(login.password);
  } finally {
    rig.end();
    await Promise.all([plain.close(), secure.close()]);
    authority.remove();
  }
});

function through(route: ProxySettings | undefined, receiver: Receiver, host = HOST): NamedDestination {
  const isTls = receiver === secure;
  const destination = destinationSchema.parse({
    ...{ id: 'far', name: 'Far', serviceId: 'custom', isEnabled: true },
    url: `${isTls ? 'rtmps' : 'rtmp'}://${host}:${receiver.port}/live`,
    ...(isTls ? { tls: { extraAuthorityPem: authority.caPem } } : {}),
  });
  return {
    ...destination,
    backupName: 'Far (backup)',
    key: receiver.key,
    ...(route === undefined ? {} : { route }),
  };
}

const far = () => rig.snapshot?.destinations.find(({ id }) => id === 'far')?.state;

/** Adds the destination, waits, takes it away again. */
async function stream(destination: NamedDestination, what: string, isSo: () => boolean): Promise<void> {
  rig.events.length = 0;
  rig.send({ type: 'addDestination', destination: { ...destination, encodingId: MAIN_ID } });
  await rig.until(what, isSo);
  rig.send({ type: 'removeDestination', id: 'far' });
  await rig.until(
    'the destination to be gone',
    () => rig.snapshot?.destinations.every(({ id }) => id !== 'far') === true,
  );
}

const isLive = () => far()?.phase === 'live';
const hasFailed = () => far()?.phase === 'failed' || far()?.phase === 'reconnecting';
const errors = () => rig.events.flatMap(({ error }) => (error === undefined ? [] : [error]));

test.each<[string, TestProxyOptions]>([
  ['SOCKS5', { type: 'socks5' }],
  ['SOCKS5 with a login', { type: 'socks5', login }],
  ['SOCKS5 at an IPv6 address', { type: 'socks5', host: '::1' }],
  ['HTTP CONNECT', { type: 'http' }],
  ['HTTP CONNECT with a login', { type: 'http', login }],
  ['HTTP CONNECT at an IPv6 address', { type: 'http', host: '::1' }],
])('D8: %s carries a stream to a name that only the proxy can look up', async (_what, options) => {
  for (const receiver of [plain, secure]) {
    const proxy = await startProxyServer({ ...options, names: { [HOST]: receiver.port } });
    const route = {
      type: options.type,
      host: options.host ?? '127.0.0.1',
      port: proxy.port,
      ...options.login,
    };
    await stream(through(route, receiver), 'it to be live', isLive);
    expect(proxy.asked).toEqual([`${HOST}:${receiver.port}`]);
    expect(proxy.carried).toBe(1);
    // TLS keeps the key from the proxy; without it the proxy reads the key.
    expect(proxy.seen().includes(receiver.key)).toBe(receiver === plain);
    await proxy.stop();
  }
});

test.each<['socks5' | 'http']>([['socks5'], ['http']])(
  'D8: a wrong password at a %s proxy ends the destination with words that say what to do',
  async (type) => {
    const proxy = await startProxyServer({ type, login });
    const route = { type, host: '127.0.0.1', port: proxy.port, username: 'bob', password: 'pw-wrong-19c4' };
    await stream(through(route, plain), 'it to fail', () => far()?.phase === 'failed');
    expect(errors()[0]?.code).toBe('transport/proxy-login');
    const said = JSON.stringify([errors(), rig.events, describeError(errors()[0]!)]);
    expect(said).toMatch(/(refused|rejected) the (user name|username) or password/);
    expect(said).not.toMatch(/pw-wrong|Basic/);
    expect(proxy.carried).toBe(0);
    await proxy.stop();
  },
);

test.each<[string, TestProxyOptions, RegExp]>([
  [
    'forbids the server by its rules',
    { type: 'socks5', isForbidding: true },
    /Ask the proxy’s admin to allow/,
  ],
  ['forbids the server with 403', { type: 'http', isForbidding: true }, /Ask the proxy’s admin to allow/],
  ['closes without an answer', { type: 'socks5', isClosing: true }, /Check the proxy’s address and type/],
  [
    'closes without an answer to CONNECT',
    { type: 'http', isClosing: true },
    /Check the proxy’s address and type/,
  ],
])('D8: a proxy that %s is named, and the destination is tried again', async (_what, options, action) => {
  const proxy = await startProxyServer(options);
  await stream(
    through({ type: options.type, host: '127.0.0.1', port: proxy.port }, plain),
    'it to be tried again',
    () => proxy.asked.length >= 2 || hasFailed(),
  );
  const [error] = errors();
  expect(error?.code).toBe('transport/proxy-refused');
  expect(describeError(error!).action).toMatch(action);
  expect(describeError(error!).title).toMatch(/proxy 127\.0\.0\.1/);
  await proxy.stop();
});

test('D8: a proxy that isn’t there is named, and not the server', async () => {
  const gone = { type: 'socks5', host: '127.0.0.1', port: (await findFreePorts(1))[0] ?? 0 } as const;
  await stream(through(gone, plain), 'the failure', hasFailed);
  expect(errors()[0]?.code).toBe('transport/proxy-unreachable');
  expect(describeError(errors()[0]!).title).toBe('Can’t reach the proxy 127.0.0.1.');
});

test('D8: ALL_PROXY carries what NO_PROXY doesn’t name, and this computer is reached directly', async () => {
  const proxy = await startProxyServer({ type: 'socks5', names: { [HOST]: plain.port } });
  const ALL_PROXY = `socks5h://127.0.0.1:${proxy.port}`;
  await stream(through(proxyOfEnvironment({ ALL_PROXY }), plain, '127.0.0.1'), 'it to be live', isLive);
  expect(proxy.asked).toEqual([]);
  await stream(through(proxyOfEnvironment({ ALL_PROXY }), plain), 'it to be live', isLive);
  expect(proxy.asked).toHaveLength(1);
  const NO_PROXY = `.nowhere.invalid:${plain.port}`;
  await stream(through(proxyOfEnvironment({ ALL_PROXY, NO_PROXY }), plain), 'the failure', hasFailed);
  expect(errors()[0]?.code).toBe('transport/host-not-found');
  expect(proxy.asked).toHaveLength(1);
  await proxy.stop();
});

test('D8: the test of a destination goes through its proxy as the stream does', async () => {
  const proxy = await startProxyServer({ type: 'http', login, names: { [HOST]: secure.port } });
  const route = {
    type: 'http',
    host: '127.0.0.1',
    port: proxy.port,
    ...login,
    bypass: LOOPBACK_BYPASS,
  } as const;
  let last: DestinationTest | undefined;
  const desk = new DestinationTestRunner({
    send: (message) => {
      if (message.type === 'test') last = message.test;
    },
    log: () => undefined,
    clock: systemClock,
  });
  const destination = through(route, secure);
  await desk.run(
    { type: 'testDestination', destination, reach: 'connectOnly', capKbps: 500, encoder: 'auto' },
    '',
  );
  expect(last).toMatchObject({ phase: 'passed' });
  expect(proxy.carried).toBe(1);
  await proxy.stop();
});
