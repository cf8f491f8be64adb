import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHex, parseHex } from '../../../../../electron/rtmp/bytes/hex.ts';
import { CookieIssuer } from '../../../../../electron/rtmp/rtmfp/crypto/cookie.ts';
import {
  DatagramOpener,
  DatagramSealer,
  readSessionId,
} from '../../../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import type { Protection } from '../../../../../electron/rtmp/rtmfp/crypto/datagram.ts';
import { ReplayWindow } from '../../../../../electron/rtmp/rtmfp/crypto/replay-window.ts';
import type { Packet, SessionPacket, StartupPacket } from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { readPacket } from '../../../../../electron/rtmp/rtmfp/wire/packet-reader.ts';
import { anyPacket } from '../wire/arbitrary-packets.ts';
import { rtmfpVectors } from '../vectors.ts';

const { A, B } = rtmfpVectors;
const initiatorId = 0x02000000;
const responderId = 1;

function packetOf(plain: string): Packet {
  const packet = readPacket(parseHex(plain));
  if (!packet) throw new Error('the vector is no packet');
  return packet;
}

/** Of profile A or B, in one direction. */
function protection(profile: 'A' | 'B', direction: 'i2r' | 'r2i'): Protection {
  const values = { A, B }[profile];
  const isInitiator = direction === 'i2r';
  const aesKey = parseHex(isInitiator ? values.key_i2r : values.key_r2i).subarray(0, 16);
  const key = parseHex(isInitiator ? values.hmackey_i2r : values.hmackey_r2i);
  const isProtected = profile === 'B';
  return { aesKey, hmac: isProtected ? { key, bytes: 16 } : undefined, hasSequence: isProtected };
}

describe('datagrams of the reference', () => {
  it.each([
    ['ihello', 0],
    ['rhello', 0],
    ['iikeying', 0],
    ['rikeying', initiatorId],
  ] as const)('%s is sealed and opened under the default key', (name, sessionId) => {
    const { plain, datagram } = rtmfpVectors[name];
    const packet = packetOf(plain);
    expect(buildHex(new DatagramSealer().seal(packet, sessionId))).toBe(datagram);
    expect(readSessionId(parseHex(datagram))).toBe(sessionId);
    expect(new DatagramOpener<StartupPacket>(3).open(parseHex(datagram))).toEqual(packet);
  });

  it.each([
    ['connectA', 'A', 'i2r', responderId, 1],
    ['ackA', 'A', 'r2i', initiatorId, 2],
    ['connectB', 'B', 'i2r', responderId, 1],
    ['ackB', 'B', 'r2i', initiatorId, 2],
  ] as const)(
    '%s is sealed and opened under the keys of its session',
    (name, profile, direction, id, mode) => {
      const { plain, datagram } = rtmfpVectors[name];
      const keys = protection(profile, direction);
      const packet = packetOf(plain);
      expect(buildHex(new DatagramSealer(keys).seal(packet, id))).toBe(datagram);
      expect(readSessionId(parseHex(datagram))).toBe(id);
      expect(new DatagramOpener<SessionPacket>(mode, keys).open(parseHex(datagram))).toEqual(packet);
    },
  );
});

const protections = fc
  .record({
    aesKey: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    key: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    bytes: fc.option(fc.integer({ min: 4, max: 32 }), { nil: undefined }),
    hasSequence: fc.boolean(),
  })
  .map(({ aesKey, key, bytes, hasSequence }): Protection => {
    return { aesKey, hmac: bytes === undefined ? undefined : { key, bytes }, hasSequence };
  });

describe('datagrams', () => {
  it('come out as they went in, one after the other, in any order and with losses', () => {
    const order = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        protections,
        fc.array(anyPacket, { minLength: 1, maxLength: 6 }),
        order,
        (keys, packets, isLate) => {
          const sealer = new DatagramSealer(keys);
          const sealed = packets.map((packet) => ({ packet, datagram: sealer.seal(packet, 77) }));
          const arrived = [
            ...sealed.filter((_one, index) => !isLate[index]),
            ...sealed.filter((_one, index) => isLate[index]),
          ];
          const openers = new Map(
            ([1, 2, 3] as const).map((mode) => [mode, new DatagramOpener<Packet>(mode, keys)]),
          );
          for (const { packet, datagram } of arrived) {
            expect(readSessionId(datagram)).toBe(77);
            expect(openers.get(packet.mode)?.open(datagram)).toEqual(packet);
          }
        },
      ),
    );
  });

  it('are as long as the sealer says before', () => {
    fc.assert(
      fc.property(protections, fc.integer({ min: 100, max: 1400 }), (keys, datagramBytes) => {
        const sealer = new DatagramSealer(keys);
        const room = sealer.packetBytes(datagramBytes);
        const ping = (bytes: number): Packet => {
          const chunks = [{ type: 'ping' as const, message: new Uint8Array(bytes - 4) }];
          const flags = { isTimeCritical: false, isTimeCriticalReverse: false };
          return { mode: 1, ...flags, timestamp: undefined, timestampEcho: undefined, chunks };
        };
        expect(sealer.seal(ping(room), 1).length).toBeLessThanOrEqual(datagramBytes);
        expect(new DatagramSealer(keys).seal(ping(room + 1), 1).length).toBeGreaterThan(datagramBytes);
      }),
    );
  });

  it('§7.1 of a wrong length are dropped before anything is decrypted', () => {
    const opener = new DatagramOpener<StartupPacket>(3);
    for (const length of [0, 3, 4, 19, 21, 35, 8196]) opener.open(new Uint8Array(length));
    expect(opener.drops).toEqual({ misshapen: 7, unproven: 0, replayed: 0, unreadable: 0 });
    expect(readSessionId(new Uint8Array(19))).toBeUndefined();
    expect(readSessionId(new Uint8Array(8193))).toBeUndefined();
  });

  it('§7.1 with any one bit changed are dropped where there is an HMAC', () => {
    const keys = protection('B', 'i2r');
    const genuine = parseHex(rtmfpVectors.connectB.datagram);
    const opener = new DatagramOpener<SessionPacket>(1, keys);
    for (let bit = 32; bit < genuine.length * 8; bit += 1) {
      const forged = genuine.slice();
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(opener.open(forged)).toBeUndefined();
    }
    expect(opener.drops.unproven).toBe((genuine.length - 4) * 8);
    expect(opener.open(genuine)).toBeDefined();
  });

  it('§7.1 that are replayed, or of the own mode, are dropped', () => {
    const keys = protection('B', 'i2r');
    const genuine = parseHex(rtmfpVectors.connectB.datagram);
    const opener = new DatagramOpener<SessionPacket>(1, keys);
    expect(opener.open(genuine)).toBeDefined();
    expect(opener.open(genuine)).toBeUndefined();
    expect(opener.drops.replayed).toBe(1);
    const reflected = new DatagramOpener<SessionPacket>(2, keys);
    expect(reflected.open(genuine)).toBeUndefined();
    expect(reflected.drops.unreadable).toBe(1);
  });

  it('§7.1 of random bytes never throw', () => {
    const opener = new DatagramOpener<StartupPacket>(3);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        opener.open(bytes);
      }),
    );
  });
});

describe('sequence numbers', () => {
  it('§7.1 count once, up to 31 behind the highest, from any start', () => {
    const window = new ReplayWindow();
    expect(window.accepts(1000)).toBe(true);
    expect(window.accepts(1000)).toBe(false);
    expect(window.accepts(969)).toBe(true);
    expect(window.accepts(969)).toBe(false);
    expect(window.accepts(968)).toBe(false);
    expect(window.accepts(1031)).toBe(true);
    expect(window.accepts(1000)).toBe(false);
    expect(window.accepts(999)).toBe(false);
    expect(window.accepts(1001)).toBe(true);
    expect(window.accepts(5000)).toBe(true);
    expect(window.accepts(4999)).toBe(true);
  });

  it('agree with a set of all numbers that came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100 }), { maxLength: 100 }), (numbers) => {
        const window = new ReplayWindow();
        const seen = new Set<number>();
        let highest = -Infinity;
        for (const number of numbers) {
          const isNew = !seen.has(number) && number > highest - 32;
          expect(window.accepts(number)).toBe(isNew);
          seen.add(number);
          highest = Math.max(highest, number);
        }
      }),
    );
  });
});

describe('cookies', () => {
  const cookies = new CookieIssuer(new Uint8Array(32).fill(7));
  const cookie = cookies.issue('192.0.2.1|5000', 1_000);

  it('have 64 bytes and are good at their address for 95 seconds', () => {
    expect(cookie).toHaveLength(64);
    expect(cookies.judge(cookie, '192.0.2.1|5000', 96_000)).toBe('good');
    expect(cookies.judge(cookie, '192.0.2.1|5000', 101_001)).toBe('bad');
  });

  it('are known as moved at another address', () => {
    expect(cookies.judge(cookie, '192.0.2.1|5001', 2_000)).toBe('moved');
  });

  it('are bad with any one bit changed, from another secret, and of another length', () => {
    for (let bit = 0; bit < 64 * 8; bit += 1) {
      const forged = cookie.slice();
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(cookies.judge(forged, '192.0.2.1|5000', 2_000)).not.toBe('good');
    }
    const others = new CookieIssuer(new Uint8Array(32).fill(8));
    expect(others.judge(cookie, '192.0.2.1|5000', 2_000)).toBe('bad');
    expect(cookies.judge(cookie.subarray(1), '192.0.2.1|5000', 2_000)).toBe('bad');
  });
});
