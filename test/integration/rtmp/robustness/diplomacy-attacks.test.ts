/** Robustness list, R41 to R44: servers that send us elsewhere, or ask who we are, for ever. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { amfObject } from '../../../../electron/rtmp/amf/amf-value.ts';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { createTestAuthority } from '../../../support/servers/certificates.ts';
import type { HostileConnection } from '../../../support/servers/hostile-peer.ts';
import { runAttack } from './attack.ts';
import type { Attack } from './attack-types.ts';

const code = 'NetConnection.Connect.Rejected';
const credentials = { username: 'bob', password: 'pa+ss=word' };

function reject(connection: HostileConnection, description: string): void {
  connection.command('_error', 1, null, amfObject({ level: 'error', code, description }));
}

function redirect(connection: HostileConnection, url: string): void {
  const ex = amfObject({ code: 302, redirect: url });
  connection.command('_error', 1, null, amfObject({ level: 'error', code, description: 'moved', ex }));
}

const adobe = (tail: string): string =>
  `[ AccessManager.Reject ] : [ authmod=adobe ] : ?reason=needauth${tail}`;
const llnw = (tail: string): string =>
  `[ AccessManager.Reject ] : [ authmod=llnw ] : ?reason=needauth${tail}`;

const oddChallenges: readonly [string, string][] = [
  ['without a salt', adobe('&user=bob&challenge=Y2g=&opaque=b3A=')],
  ['with an empty salt', adobe('&user=bob&salt=&challenge=Y2g=&opaque=b3A=')],
  ['with more than one = and a +', adobe('&user=bob&salt=a+b==&challenge=c==d&opaque=e+f==')],
  ['of ten kilobytes', adobe(`&user=bob&salt=${'s'.repeat(10_240)}&challenge=c&opaque=o`)],
  ['with an opaque of ten kilobytes', adobe(`&user=bob&salt=s&challenge=c&opaque=${'o'.repeat(10_240)}`)],
  ['that is empty', adobe('')],
  ['of Limelight without a nonce', llnw('&user=bob')],
  ['of Limelight of ten kilobytes', llnw(`&user=bob&nonce=${'n'.repeat(10_240)}`)],
];

const attacks: readonly Attack[] = [
  {
    name: 'R41: a hundred reconnect requests at once',
    at: 'live',
    play: (connection) => {
      const request = { level: 'status', code: 'NetConnection.Connect.ReconnectRequest', tcUrl: '/other' };
      for (let count = 0; count < 100; count += 1) connection.status(request);
    },
    outcome: 'lives',
    check: ({ events, connections }) =>
      expect(events.filter((event) => event.type === 'reconnectRequested')).toEqual([
        {
          type: 'reconnectRequested',
          url: `rtmp://127.0.0.1:${connections[0]?.socket.localPort ?? 0}/other`,
          description: '',
        },
      ]),
  },
  {
    name: 'R41: a reconnect request whose address is no string',
    at: 'live',
    play: (connection) =>
      void connection.status({ code: 'NetConnection.Connect.ReconnectRequest', tcUrl: 5, description: null }),
    outcome: 'lives',
    check: ({ events }) =>
      expect(events).toContainEqual({ type: 'reconnectRequested', url: undefined, description: '' }),
  },
  ...[
    ['another host', 'rtmp://localhost/live', 'rtmp/moved-elsewhere'],
    ['a tunnel', 'rtmpt://127.0.0.1/live', 'rtmp/connect-rejected'],
    ['an endless address', `rtmp://127.0.0.1/${'a'.repeat(70_000)}`, 'rtmp/connect-rejected'],
  ].map(([what = '', tcUrl = '', refused = '']): Attack => ({
    name: `R41: a reconnect request to ${what}, in one breath with Publish.Start`,
    at: 'publish',
    play: (connection) => {
      connection.socket.cork();
      connection.status({ level: 'status', code: 'NetStream.Publish.Start', description: 'go' });
      connection.status({ level: 'status', code: 'NetConnection.Connect.ReconnectRequest', tcUrl });
      connection.socket.uncork();
    },
    outcome: 'lives',
    check: ({ events }) =>
      expect(events.flatMap((event) => (event.type === 'moveRefused' ? event.error.code : []))).toEqual([
        refused,
      ]),
  })),
  {
    name: 'R42: a redirect to another host, without a connection there',
    at: 'connect',
    play: (connection) => redirect(connection, 'rtmp://localhost:1/live'),
    outcome: 'rtmp/moved-elsewhere',
    check: ({ error }) => expect(error?.details).toMatchObject({ server: '127.0.0.1', host: 'localhost' }),
  },
  {
    name: 'R42: a server that redirects to itself',
    at: 'connect',
    play: (connection) => redirect(connection, `rtmp://127.0.0.1:${connection.socket.localPort ?? 0}/live`),
    outcome: 'rtmp/connect-rejected',
    check: ({ connections, error }) => {
      expect(connections.length).toBe(4);
      expect(error?.details['message']).toContain('circle');
    },
  },
  ...['http://127.0.0.1/live', 'nonsense:', 'rtmp://\r\n/x'].map((url): Attack => ({
    name: `R42: a redirect to ${JSON.stringify(url)}`,
    at: 'connect',
    play: (connection) => redirect(connection, url),
    outcome: 'rtmp/connect-rejected',
    check: ({ connections }) => expect(connections.length).toBe(1),
  })),
  {
    name: 'R43: a server that says "need auth" for ever',
    at: 'connect',
    play: (connection) =>
      reject(connection, '[ AccessManager.Reject ] : [ code=403 need auth; authmod=adobe ] : '),
    options: credentials,
    outcome: 'rtmp/authentication-failed',
    check: ({ connections }) => expect(connections.length).toBeLessThanOrEqual(3),
  },
  ...[adobe('&user=bob&salt=cw==&challenge=Yw==&opaque=bw=='), llnw('&user=bob&nonce=abcdef')].map(
    (description, index): Attack => ({
      name: `R43: a server that challenges for ever, ${index === 0 ? 'Adobe' : 'Limelight'}`,
      at: 'connect',
      play: (connection) => reject(connection, description),
      options: credentials,
      outcome: 'rtmp/authentication-failed',
      check: ({ connections }) => expect(connections.length).toBe(3),
    }),
  ),
  ...oddChallenges.map(([what, description]): Attack => ({
    name: `R44: a challenge ${what}`,
    at: 'connect',
    play: (connection) => {
      connection.control({ type: 'setChunkSize', bytes: 65_536 });
      reject(connection, description);
    },
    options: credentials,
    outcome: /^rtmp\/(authentication-failed|authentication-required|connect-rejected)$/,
    check: ({ connections, error }) => {
      expect(connections.length).toBeLessThanOrEqual(3);
      expect(JSON.stringify(error?.toRecord())).not.toContain(credentials.password);
    },
  })),
];

describe('hostile negotiation', { timeout: 30_000 }, () => {
  it.each(attacks)('$name', (attack) => runAttack(attack));

  it('R42: a redirect from TLS to a connection without', async () => {
    const authority = createTestAuthority();
    onTestFinished(() => authority.remove());
    const leaf = authority.issue();
    await runAttack({
      name: 'R42',
      at: 'connect',
      play: (connection) => redirect(connection, 'rtmp://127.0.0.1/live'),
      certificate: { cert: leaf.certPem, key: leaf.keyPem },
      options: { tls: { minimumVersion: 'TLSv1.2', extraAuthorityPem: authority.caPem } },
      outcome: 'rtmp/connect-rejected',
      check: ({ error }) => expect(error?.details['message']).toContain('leave TLS'),
    });
  });

  it('R43: never begins without a user name', async () => {
    await runAttack({
      name: 'R43',
      at: 'connect',
      play: (connection) => reject(connection, adobe('&user=bob&salt=cw==&challenge=Yw==&opaque=bw==')),
      outcome: 'rtmp/authentication-required',
      check: ({ connections }) => expect(connections.length).toBe(1),
    });
    await expect(openPublisher({ url: 'rtmp://user:pass@', streamKey: 'k' })).rejects.toThrow(/bad-url/);
  });
});
