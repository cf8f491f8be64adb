import { describe, expect, it } from 'vitest';
import { mayAskAt } from '../../../../../electron/rtmp/rtmfp/net/redirect-target.ts';

const anywhere = (): boolean => true;
const nowhere = (): boolean => false;
const publicly = ['203.0.113.1', '2a00::1'];
const privately = ['192.168.1.5'];

describe('§7.1 a redirect before there is a session', () => {
  it.each([
    ['to another public address that the owner allows', '198.51.100.7', publicly, anywhere, true],
    ['to one that the owner does not allow', '198.51.100.7', publicly, nowhere, false],
    ['to another address of the same name', '2a00::1', publicly, nowhere, true],
    ['from a public server to this computer', '127.0.0.1', publicly, anywhere, false],
    ['from a public server into a private network', '10.0.0.1', publicly, anywhere, false],
    ['from a public server to a local address of IPv6', 'fe80::1', publicly, anywhere, false],
    ['within a private network', '192.168.1.9', privately, anywhere, true],
    ['to a group of IPv4', '224.0.0.1', privately, anywhere, false],
    ['to all', '255.255.255.255', privately, anywhere, false],
    ['to no address', '0.0.0.0', privately, anywhere, false],
    ['to a group of IPv6', 'ff02::1', privately, anywhere, false],
    ['to no address of IPv6', '::', privately, anywhere, false],
  ])('leads, or not, %s', (_name, host, addresses, mayMoveTo, isAllowed) => {
    expect(mayAskAt(host, addresses, mayMoveTo)).toBe(isAllowed);
  });
});
