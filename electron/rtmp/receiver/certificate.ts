/**
 * Makes X.509 certificates on the spot (RFC 5280, DER by hand): an authority and a leaf for the rehearsal receiver.
 * ECDSA P-256 with SHA-256. Private keys stay in memory; whoever needs a file writes it.
 */
import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';

export interface IssuedCertificate {
  readonly commonName: string;
  readonly certPem: string;
  /** PKCS#8 PEM: a secret. */
  readonly keyPem: string;
  readonly key: KeyObject;
}

export interface CertificateRequest {
  readonly commonName: string;
  /** Host names and addresses the certificate is good for. */
  readonly hosts?: readonly string[];
  readonly isAuthority?: boolean;
  /** Who signs; the certificate signs itself when absent. */
  readonly issuer?: IssuedCertificate;
  /** Milliseconds since the epoch. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length: number[] = [];
  for (let rest = content.length; rest > 0; rest >>>= 8) length.unshift(rest & 0xff);
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length, ...length]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const boolean = (value: boolean): Buffer => der(0x01, Buffer.from([value ? 0xff : 0]));

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}

const OID = {
  commonName: objectId('2.5.4.3'),
  ecdsaWithSha256: objectId('1.2.840.10045.4.3.2'),
  basicConstraints: objectId('2.5.29.19'),
  keyUsage: objectId('2.5.29.15'),
  extendedKeyUsage: objectId('2.5.29.37'),
  subjectAltName: objectId('2.5.29.17'),
  serverAuth: objectId('1.3.6.1.5.5.7.3.1'),
} as const;

function name(commonName: string): Buffer {
  return sequence(der(0x31, sequence(OID.commonName, der(0x0c, Buffer.from(commonName, 'utf8')))));
}

/** GeneralizedTime; RFC 5280 wants UTCTime before 2050, and every verifier in use takes exactly that. */
function time(timeMs: number): Buffer {
  const digits = new Date(timeMs).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return Number(digits.slice(0, 4)) < 2050
    ? der(0x17, Buffer.from(digits.slice(2), 'latin1'))
    : der(0x18, Buffer.from(digits, 'latin1'));
}

function ipBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail = ''] = address.split('::');
  const words = (text: string): number[] =>
    text
      .split(':')
      .filter(Boolean)
      .map((word) => Number.parseInt(word, 16));
  const left = words(head);
  const right = words(tail);
  const all = [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right];
  return Buffer.from(all.flatMap((word) => [word >> 8, word & 0xff]));
}

function extension(id: Buffer, isCritical: boolean, value: Buffer): Buffer {
  return sequence(id, ...(isCritical ? [boolean(true)] : []), der(0x04, value));
}

function extensions(request: CertificateRequest): Buffer {
  const isAuthority = request.isAuthority === true;
  // keyUsage bits: digitalSignature is the first, keyCertSign and cRLSign the sixth and seventh (RFC 5280 §4.2.1.3).
  const usage = isAuthority ? Buffer.from([1, 0x06]) : Buffer.from([7, 0x80]);
  const list = [
    extension(OID.basicConstraints, true, sequence(...(isAuthority ? [boolean(true)] : []))),
    extension(OID.keyUsage, true, der(0x03, usage)),
  ];
  if (!isAuthority) list.push(extension(OID.extendedKeyUsage, false, sequence(OID.serverAuth)));
  const hosts = request.hosts ?? [];
  if (hosts.length > 0) {
    const names = hosts.map((host) =>
      isIP(host) === 0 ? der(0x82, Buffer.from(host, 'latin1')) : der(0x87, ipBytes(host)),
    );
    list.push(extension(OID.subjectAltName, false, sequence(...names)));
  }
  return der(0xa3, sequence(...list));
}

/** Makes a key pair and a certificate for it. Costs about a millisecond. */
export function issueCertificate(request: CertificateRequest): IssuedCertificate {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const algorithm = sequence(OID.ecdsaWithSha256);
  const serial = randomBytes(16);
  // Positive and never shortened by a leading zero.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    name(request.issuer?.commonName ?? request.commonName),
    sequence(time(request.notBeforeMs), time(request.notAfterMs)),
    name(request.commonName),
    publicKey,
    extensions(request),
  );
  const signature = sign('sha256', body, request.issuer?.key ?? privateKey);
  const certificate = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature));
  const base64 = certificate
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd();
  return {
    commonName: request.commonName,
    certPem: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    key: privateKey,
  };
}
