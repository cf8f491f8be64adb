/** macOS 15 and later let a person refuse the local network; it then reads as a host that is out of reach. */
import { expect, test } from 'vitest';
import { socketErrorFor } from '../../../../electron/rtmp/net/socket-error.ts';
import { describeError } from '../../../../shared/text/error-text.ts';

const mac15 = { platform: 'darwin', release: '24.1.0' } as const;

function unreachable(
  host: string,
  system: { platform: NodeJS.Platform; release: string },
  address?: string,
): string | undefined {
  const cause = Object.assign(new Error('connect EHOSTUNREACH'), { code: 'EHOSTUNREACH', address });
  return describeError(socketErrorFor(cause, { host, port: 1935 }, system)).action;
}

test.each([
  ['192.168.1.9', undefined],
  ['nas.local', undefined],
  ['relay.example', '10.0.0.4'],
])('a server in the local network is said to be one that macOS may refuse: %s', (host, address) => {
  expect(unreachable(host, mac15, address)).toContain('Local Network');
});

test.each([
  ['a server on the internet', '203.0.113.7', mac15],
  ['macOS 14', '192.168.1.9', { platform: 'darwin', release: '23.6.0' }],
  ['Linux', '192.168.1.9', { platform: 'linux', release: '6.8.0' }],
] as const)('it is not said of %s', (_what, host, system) => {
  expect(unreachable(host, system)).not.toContain('Local Network');
});
