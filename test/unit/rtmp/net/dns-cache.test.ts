import { expect, test } from 'vitest';
import { DnsCache } from '../../../../electron/rtmp/net/dns-cache.ts';
import { dial } from '../../../../electron/rtmp/net/dial.ts';
import { startBlackHole } from '../../../support/servers/black-hole.ts';

const here = [{ address: '127.0.0.1', family: 4 as const }];

test('remembers for an hour, and the newest names of many', () => {
  const book = new DnsCache();
  book.remember('a.test', here, 0);
  expect(book.find('a.test', 3_599_999)).toEqual(here);
  expect(book.find('a.test', 3_600_000)).toBeUndefined();
  for (let index = 0; index < 64; index += 1) book.remember(`${index}.test`, here, 1);
  expect(book.find('a.test', 1)).toBeUndefined();
  expect(book.find('63.test', 1)).toEqual(here);
});

test('a name that is not found any more leads where it led', async () => {
  const server = await startBlackHole();
  const addresses = new DnsCache();
  const options = { host: 'no-such-host.invalid', port: server.port, isTls: false, addresses };
  try {
    await expect(dial(options)).rejects.toMatchObject({ code: 'transport/host-not-found' });
    addresses.remember(options.host, here, Date.now());
    const { socket } = await dial(options);
    socket.on('error', () => socket.destroy());
    expect(socket.remotePort).toBe(server.port);
    socket.destroy();
  } finally {
    await server.stop();
  }
});

test('a lookup under way is known by its age', () => {
  const book = new DnsCache();
  expect(book.askedForMs('a.example', 0)).toBeUndefined();
  const answered = book.asking('a.example', 1000);
  book.asking('a.example', 2000);
  expect(book.askedForMs('a.example', 4000)).toBe(3000);
  answered();
  expect(book.askedForMs('a.example', 5000)).toBeUndefined();
});
