import { createCipheriv, createDiffieHellman, createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Blowfish } from '../../../../electron/rtmp/bytes/blowfish.ts';
import { concatBytes } from '../../../../shared/bytes.ts';
import { buildHex, parseHex } from '../../../../electron/rtmp/bytes/hex.ts';
import { Rc4 } from '../../../../electron/rtmp/bytes/rc4.ts';
import { hmacSha256, sha256 } from '../../../../electron/rtmp/bytes/sha256.ts';
import { encryptXteaBlock } from '../../../../electron/rtmp/bytes/xtea.ts';
import { ClientHandshake } from '../../../../electron/rtmp/handshake/client-handshake.ts';
import type { ClientHandshakeKind } from '../../../../electron/rtmp/handshake/client-handshake.ts';
import { buildKeyPair, computeSharedSecret } from '../../../../electron/rtmp/handshake/diffie-hellman.ts';
import {
  computeDigest,
  digestOffset,
  publicKeyOffset,
  writeSignature,
} from '../../../../electron/rtmp/handshake/digest.ts';
import { deriveCiphers } from '../../../../electron/rtmp/handshake/encryption.ts';
import { ServerHandshake } from '../../../../electron/rtmp/handshake/server-handshake.ts';
import { encryptSignature } from '../../../../electron/rtmp/handshake/signature-cipher.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { byteByByte, seededRandom } from '../support/session-pair.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as AppError).code;
  }
  return 'no error';
}

describe('the small ciphers', () => {
  it('hash like the platform', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 1504]) {
      const data = seededRandom(length + 1)(length);
      expect(buildHex(sha256(data))).toBe(createHash('sha256').update(data).digest('hex'));
      for (const keyLength of [1, 62, 64, 68, 128]) {
        const key = seededRandom(keyLength)(keyLength);
        expect(buildHex(hmacSha256(key, data))).toBe(createHmac('sha256', key).update(data).digest('hex'));
      }
    }
  });

  it('encrypt as published', () => {
    const rc4 = new Rc4(new TextEncoder().encode('Key'));
    expect(buildHex(rc4.apply(new TextEncoder().encode('Plaintext')))).toBe('bbf316e8d940af0ad3');
    // Published vectors, with each word turned round since RTMPE is little-endian.
    const block = new DataView(parseHex('4443424148474645').buffer);
    const key = parseHex('03020100070605040b0a09080f0e0d0c');
    encryptXteaBlock(block, 0, key);
    expect([block.getUint32(0, true), block.getUint32(4, true)]).toEqual([0x497df3d0, 0x72612cb5]);
    const cipherBlock = new DataView(new ArrayBuffer(8));
    new Blowfish(new Uint8Array(8)).encryptBlock(cipherBlock, 0);
    expect([cipherBlock.getUint32(0, true), cipherBlock.getUint32(4, true)]).toEqual([
      0x4ef99745, 0x6198dd78,
    ]);
  });

  it('leave type 6 alone and change types 8 and 9', () => {
    const signature = seededRandom(3)(32);
    const key = seededRandom(4)(32);
    expect(encryptSignature(6, signature, key)).toEqual(signature);
    expect(encryptSignature(8, signature, key)).not.toEqual(signature);
    expect(encryptSignature(9, signature, key)).not.toEqual(encryptSignature(8, signature, key));
  });

  it('agree with the platform on RC4 where it still has it', () => {
    const key = seededRandom(8)(16);
    const data = seededRandom(9)(2_000);
    try {
      expect(new Rc4(key).apply(data)).toEqual(new Uint8Array(createCipheriv('rc4', key, null).update(data)));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ERR_OSSL_EVP_UNSUPPORTED' });
    }
  });
});

describe('digests', () => {
  const c1 = new Uint8Array(1536);
  c1.set(parseHex('0a002d02'), 4);
  for (let index = 8; index < 1536; index += 1) c1[index] = (7 * index + 3) & 0xff;

  it.each([
    ['digest-first', 290, 1106, '9e1e292292020cafa3de8d97c58c378e19e72823bf43332b77c515fa666b1c17'],
    ['key-first', 942, 62, '0f91cf3bc4f3fce664bb1aee4629073e9ed024bf00104133b604e0ca27fb33fa'],
  ] as const)('%s (V75)', (layout, offset, keyOffset, digest) => {
    expect(digestOffset(c1, layout)).toBe(offset);
    expect(publicKeyOffset(c1, layout)).toBe(keyOffset);
    expect(buildHex(computeDigest(c1, layout, 'client'))).toBe(digest);
  });

  it('sign C2 (V76)', () => {
    const c2 = Uint8Array.from({ length: 1536 }, (_, index) => (5 * index + 1) & 0xff);
    writeSignature(
      c2,
      Uint8Array.from({ length: 32 }, (_, index) => index),
      'client',
    );
    expect(buildHex(c2.subarray(1504))).toBe(
      '2cd6e90bcb708b2a32107897d4e51905fab5037e97c4167dc3ed2dce9c615d82',
    );
  });
});

describe('RTMPE keys', () => {
  const client = buildKeyPair(parseHex('0123456789abcdef'.repeat(16)));
  const server = buildKeyPair(parseHex('fedcba9876543210'.repeat(16)));

  it('derive as in the reference (V77)', () => {
    expect(buildHex(client.publicKey)).toMatch(/^39f9d522d4d35d02.*883e116ff13c91e0$/);
    expect(buildHex(server.publicKey)).toMatch(/^9c4176445a7bde17.*3fb74ddac6236c19$/);
    const secret = computeSharedSecret(client, server.publicKey);
    expect(buildHex(sha256(secret))).toBe('8ea52430fc913ed8cbe972bf78c554bceb178da37b8506b27701a6b3d843c71c');
    expect(computeSharedSecret(server, client.publicKey)).toEqual(secret);
    const ciphers = deriveCiphers(client, server.publicKey);
    expect(buildHex(ciphers.outgoing.apply(new Uint8Array(8)))).toBe('f06cb9e2bf9c20db');
    expect(buildHex(ciphers.incoming.apply(new Uint8Array(8)))).toBe('f094da7f8e8c2ac4');
  });

  it('use the group that the platform calls modp2', () => {
    const platform = createDiffieHellman(
      'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF',
      'hex',
      2,
    );
    platform.setPrivateKey(Buffer.from(client.privateKey));
    expect(buildHex(client.publicKey)).toBe(platform.generateKeys('hex'));
  });

  it.each(['00'.repeat(128), `${'00'.repeat(127)}01`, 'ff'.repeat(128)])('refuse a bad peer key', (hex) => {
    expect(codeOf(() => computeSharedSecret(client, parseHex(hex)))).toBe('rtmp/handshake-failed');
  });
});

describe('the handshake', () => {
  const kinds: readonly ClientHandshakeKind[] = ['plain', 'digest', 'encrypted'];

  it.each(kinds)('%s: is the same in every split, and leaves what follows (R5)', (kind) => {
    const run = (cut: (bytes: Uint8Array) => Uint8Array[]) => {
      const client = new ClientHandshake(kind, seededRandom(1));
      const server = new ServerHandshake(seededRandom(2));
      const feed = (end: ClientHandshake | ServerHandshake, bytes: Uint8Array) => {
        let left = 0;
        const output: Uint8Array[] = [];
        for (const piece of cut(bytes)) {
          const result = end.receive(piece);
          output.push(...result.output);
          left += piece.length - result.consumed;
        }
        return { left, output: concatBytes(output) };
      };
      const answer = feed(server, client.start());
      const reply = feed(client, concatBytes([answer.output, Uint8Array.of(1, 2, 3)]));
      const rest = feed(server, concatBytes([reply.output, Uint8Array.of(9)]));
      expect([client.phase, server.phase, reply.left, rest.left]).toEqual(['done', 'done', 3, 1]);
      expect(client.isDigestVerified).toBe(kind !== 'plain');
      return [answer.output, reply.output];
    };
    const whole = run((bytes) => [bytes]);
    expect(run(byteByByte)).toEqual(whole);
    for (const at of [1, 2, 1536, 1537, 1538, 3072]) {
      expect(run((bytes) => [bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
    }
  });

  it.each([
    [0x48, 'rtmp/not-rtmp'],
    [0x15, 'rtmp/not-rtmp'],
    [0x16, 'rtmp/not-rtmp'],
    [0x00, 'rtmp/not-rtmp'],
    [0xff, 'rtmp/not-rtmp'],
    [6, 'rtmp/wants-encryption'],
    [8, 'rtmp/wants-encryption'],
    [9, 'rtmp/wants-encryption'],
  ])('refuses S0 %d at once (R1, R2)', (byte, code) => {
    const client = new ClientHandshake('plain', seededRandom(1));
    client.start();
    expect(codeOf(() => client.receive(Uint8Array.of(byte)))).toBe(code);
  });

  it('takes any echo, none, and a plain answer to a digest (R4)', () => {
    for (const kind of ['plain', 'digest'] as const) {
      for (const fill of [0, 1, 0xff]) {
        const client = new ClientHandshake(kind, seededRandom(1));
        const opening = client.start();
        const s1 = fill === 1 ? opening.slice(1) : new Uint8Array(1536).fill(fill);
        const { output } = client.receive(concatBytes([Uint8Array.of(3), s1, new Uint8Array(1536)]));
        expect(client.phase).toBe('done');
        expect(output).toEqual([s1]);
        expect(client.isDigestVerified).toBe(false);
      }
    }
  });

  it.each([8, 9])('answers RTMPE of type %d with its own signature (S4)', (type) => {
    const client = new ClientHandshake('encrypted', seededRandom(1));
    const opening = client.start();
    opening[0] = type;
    const server = new ServerHandshake(seededRandom(2));
    const answer = concatBytes(server.receive(opening).output);
    expect(answer[0]).toBe(type);
    const forged = answer.slice();
    forged[0] = 6;
    const other = new ClientHandshake('encrypted', seededRandom(1));
    other.start();
    expect(codeOf(() => other.receive(forged))).toBe('rtmp/handshake-failed');
    server.receive(concatBytes(client.receive(answer).output));
    expect([client.phase, server.phase]).toEqual(['done', 'done']);
    const sent = client.ciphers?.outgoing.apply(Uint8Array.of(1, 2, 3)) ?? new Uint8Array(0);
    expect(server.ciphers?.incoming.apply(sent)).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('refuses an RTMPE server that signs nothing or wrongly', () => {
    const client = new ClientHandshake('encrypted', seededRandom(1));
    client.start();
    expect(codeOf(() => client.receive(concatBytes([Uint8Array.of(6), new Uint8Array(3072)])))).toBe(
      'rtmp/handshake-failed',
    );
    const other = new ClientHandshake('encrypted', seededRandom(1));
    const answer = concatBytes(new ServerHandshake(seededRandom(2)).receive(other.start()).output);
    answer.fill(0, 3000);
    expect(codeOf(() => other.receive(answer))).toBe('rtmp/handshake-failed');
  });
});
