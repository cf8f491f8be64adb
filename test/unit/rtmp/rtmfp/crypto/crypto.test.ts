import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildHex, parseHex } from '../../../../../electron/rtmp/bytes/hex.ts';
import { oakleyPrime, toBytes } from '../../../../../electron/rtmp/bytes/oakley-groups.ts';
import {
  buildClientCertificate,
  buildServerCertificate,
  parseCertificate,
} from '../../../../../electron/rtmp/rtmfp/crypto/certificate.ts';
import { packetChecksum } from '../../../../../electron/rtmp/rtmfp/crypto/checksum.ts';
import {
  buildUriDiscriminator,
  selectsCertificate,
} from '../../../../../electron/rtmp/rtmfp/crypto/discriminator.ts';
import { computeSecret, keyPairFrom } from '../../../../../electron/rtmp/rtmfp/crypto/key-exchange.ts';
import {
  buildInitiatorComponent,
  buildResponderComponent,
  parseKeyingComponent,
} from '../../../../../electron/rtmp/rtmfp/crypto/keying-component.ts';
import { agree, answerFlags, readFlags } from '../../../../../electron/rtmp/rtmfp/crypto/negotiation.ts';
import { deriveSessionKeys } from '../../../../../electron/rtmp/rtmfp/crypto/session-keys.ts';
import { rtmfpVectors } from '../vectors.ts';

const { dh, A, B, Z } = rtmfpVectors;
const own = keyPairFrom(2, parseHex(dh.a));
const peer = keyPairFrom(2, parseHex(dh.b));
const range = (first: number, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_none, index) => first + index);

describe('Diffie-Hellman', () => {
  it('makes the keys and the secret of the reference', () => {
    expect(buildHex(own.publicKey)).toBe(dh.A);
    expect(buildHex(peer.publicKey)).toBe(dh.B);
    expect(computeSecret(own, peer.publicKey)).toEqual(parseHex(dh.S));
    expect(computeSecret(peer, own.publicKey)).toEqual(parseHex(dh.S));
  });

  it('strips leading zeros of the secret, which changes the keys', () => {
    const other = keyPairFrom(2, parseHex(Z.bz));
    expect(buildHex(other.publicKey)).toBe(Z.Bz);
    const secret = computeSecret(own, other.publicKey) ?? new Uint8Array(0);
    expect(secret).toHaveLength(parseInt(Z.Sz_len, 16));
    expect(buildHex(secret)).toContain('d7130564e1c90241');
    const keys = deriveSessionKeys(secret, parseHex(A.skic), parseHex(A.skrc));
    expect(buildHex(keys.fromInitiator.aesKey)).toBe(Z.key_i2r_right.slice(0, 32));
  });

  it.each([
    [2, '3f35a3f5f6c4376a744acad409bb22f8d897f949d2311d885adaa890981b67a0'],
    [14, 'd66436f79bbd6b2e38c0ffbd079be904d2641415e2e67140e09448be9a60890e'],
    [16, '4ee95187682bcb230ad26a95205f6920e84708f6251b3894329b09ec23919e33'],
  ] as const)('knows the prime of group %i', (group, digest) => {
    expect(
      createHash('sha256')
        .update(toBytes(oakleyPrime(group), 1))
        .digest('hex'),
    ).toBe(digest);
  });

  it('knows the prime of group 5', () => {
    const digits = oakleyPrime(5).toString(16);
    expect(digits).toMatch(/^f{16}c90fdaa22168c234/);
    expect(digits).toMatch(/ca237327f{16}$/);
    expect(digits).toHaveLength(384);
  });

  it.each([5, 14, 16] as const)('agrees on a secret in group %i', (group) => {
    const one = keyPairFrom(group, range(1, 32));
    const two = keyPairFrom(group, range(77, 32));
    const secret = computeSecret(one, two.publicKey);
    expect(secret?.length).toBeGreaterThan(100);
    expect(computeSecret(two, one.publicKey)).toEqual(secret);
  });

  const prime = oakleyPrime(2);
  it.each([
    ['0', 0n],
    ['1', 1n],
    ['2^24 - 1', (1n << 24n) - 1n],
    ['p - 1', prime - 1n],
    ['p', prime],
    ['p - 2^24 + 1', prime - (1n << 24n) + 1n],
    ['a key of few ones', 1n << 1000n],
    ['a key of few zeros', (1n << 1024n) - 1n - (1n << 1023n) - (1n << 1000n)],
    ['a key longer than p', 1n << 1030n],
  ])('§7.1 refuses %s as a key', (_name, key) => {
    expect(computeSecret(own, toBytes(key, 1))).toBeUndefined();
  });
});

describe('certificates', () => {
  it('of a server are read, with their fingerprint', () => {
    const bytes = buildServerCertificate(range(0xc0, 64), [2]);
    expect(buildHex(bytes)).toBe(rtmfpVectors.rcert);
    const certificate = parseCertificate(bytes);
    expect(certificate).toMatchObject({ acceptsAncillary: true, ephemeralGroups: [2] });
    expect(buildHex(certificate?.fingerprint ?? bytes)).toBe(rtmfpVectors.rcert_fpr);
  });

  it('of a client are read, with their fingerprint', () => {
    const bytes = buildClientCertificate(own);
    expect(buildHex(bytes)).toBe(rtmfpVectors.icert);
    const certificate = parseCertificate(bytes);
    expect(certificate?.staticKeys).toEqual(new Map([[2, own.publicKey]]));
    expect(buildHex(certificate?.fingerprint ?? bytes)).toBe(rtmfpVectors.peerid);
  });

  it('of a server have 77 bytes, as old clients expect', () => {
    expect(buildServerCertificate(new Uint8Array(64), [14, 5, 2])).toHaveLength(77);
  });

  it.each([
    ['both static and ephemeral', '021502041d020101'],
    ['neither', '010a'],
    ['malformed', '0915'],
  ])('that are %s are refused', (_name, hex) => {
    expect(parseCertificate(parseHex(hex))).toBeUndefined();
  });

  const server = parseCertificate(parseHex(rtmfpVectors.rcert));
  const client = parseCertificate(parseHex(rtmfpVectors.icert));
  it.each([
    ['an address of the server', rtmfpVectors.epd_uri, true, false],
    ['the fingerprint of the client', rtmfpVectors.epd_peer, false, true],
    ['another fingerprint', rtmfpVectors.epd_fpr, false, false],
    ['an address and another fingerprint', rtmfpVectors.epd_uri + rtmfpVectors.epd_fpr, false, false],
    ['a host name', '0200aa', false, false],
    ['nothing', '', false, false],
    ['malformed options', '09', false, false],
  ])('are selected, or not, by %s', (_name, hex, isServer, isClient) => {
    expect(server && selectsCertificate(parseHex(hex), server)).toBe(isServer);
    expect(client && selectsCertificate(parseHex(hex), client)).toBe(isClient);
  });

  it('are asked for by the address of the server', () => {
    expect(buildHex(buildUriDiscriminator('rtmfp://127.0.0.1/live'))).toBe(rtmfpVectors.epd_uri);
  });
});

describe('keying components', () => {
  const flags = (hmac: number, hmacBytes: number, sequence: number) => ({
    hmac: readFlags(hmac),
    hmacBytes,
    sequence: readFlags(sequence),
  });

  it.each([
    ['A', A, flags(2, 10, 2), flags(0, 0, 0)],
    ['B', B, flags(2, 16, 2), flags(7, 16, 7)],
  ] as const)('of profile %s are read, and give its keys', (_name, profile, initiator, responder) => {
    expect(parseKeyingComponent(parseHex(profile.skic))).toMatchObject({ ...initiator, selectedGroup: 2 });
    expect(parseKeyingComponent(parseHex(profile.skrc))).toMatchObject({
      ...responder,
      ephemeralKey: { group: 2, key: peer.publicKey },
    });
    const keys = deriveSessionKeys(parseHex(dh.S), parseHex(profile.skic), parseHex(profile.skrc));
    expect(buildHex(keys.fromInitiator.aesKey)).toBe(profile.key_i2r.slice(0, 32));
    expect(buildHex(keys.fromResponder.aesKey)).toBe(profile.key_r2i.slice(0, 32));
    expect(buildHex(keys.fromInitiator.hmacKey)).toBe(profile.hmackey_i2r);
    expect(buildHex(keys.fromResponder.hmacKey)).toBe(profile.hmackey_r2i);
  });

  it('of an initiator and of a plain responder are written as the reference has them', () => {
    const skic = buildInitiatorComponent(2, range(0x80, 64), flags(2, 10, 2));
    expect(buildHex(skic)).toBe(A.skic);
    expect(buildHex(buildResponderComponent(peer, flags(0, 0, 0)))).toBe(A.skrc);
  });

  it.each([
    ['an HMAC of 3 bytes', '031a0203'],
    ['an HMAC of 33 bytes', '031a0421'],
    ['flags without a length', '021a02'],
    ['an option longer than the component', '05'],
  ])('with %s are refused', (_name, hex) => {
    expect(parseKeyingComponent(parseHex(hex))).toBeUndefined();
  });
});

describe('what both sides agree on', () => {
  it.each([
    ['nobody wants it', 2, 0, { isSent: false, isExpected: false }],
    ['the other side asks for it', 2, 7, { isSent: true, isExpected: true }],
    ['the other side sends it in any case', 2, 4, { isSent: false, isExpected: true }],
    ['this side asks and the other can', 3, 2, { isSent: false, isExpected: true }],
    ['this side asks and the other cannot', 3, 0, undefined],
    ['the other side asks and this cannot', 0, 1, undefined],
  ])('where %s', (_name, ownByte, peerByte, agreement) => {
    expect(agree(readFlags(ownByte), readFlags(peerByte))).toEqual(agreement);
  });

  it('a responder answers plain clients with nothing, and all others with what it does', () => {
    expect(answerFlags(readFlags(2), false)).toEqual(readFlags(0));
    expect(answerFlags(readFlags(7), false)).toEqual(readFlags(7));
    expect(answerFlags(readFlags(2), true)).toEqual(readFlags(7));
    expect(answerFlags(readFlags(3), false)).toEqual(readFlags(6));
  });
});

describe('the checksum', () => {
  it.each(Object.entries(rtmfpVectors.checksum))('of %s is %s', (hex, checksum) => {
    expect(packetChecksum(parseHex(hex)).toString(16).padStart(4, '0')).toBe(checksum);
  });
});
