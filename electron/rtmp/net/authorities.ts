/**
 * The certificate authorities that this computer trusts: the system's store or, where Node is too old to read it, the bundle
 * that Linux distributions keep. Node's own list counts only where neither can be read. Read once per process.
 */
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const pemPattern = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Every certificate in a PEM text, alone and trimmed. */
export function splitPem(text: string): readonly string[] {
  return text.match(pemPattern) ?? [];
}

/** Each certificate once, however its lines are broken: parsing one costs a third of a millisecond. */
function withoutRepeats(certificates: readonly string[]): readonly string[] {
  const byContent = new Map(certificates.map((pem) => [pem.replaceAll(/\s/g, ''), pem]));
  return [...byContent.values()];
}

/** Node 22.15 reads Windows', macOS' and Linux's store by itself. */
type CertificateReader = (type: 'system') => readonly string[];

function readSystemStore(): readonly string[] {
  const reader: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof reader === 'function') return readBy(reader as CertificateReader);
  if (process.platform === 'win32' || process.platform === 'darwin') return [];
  for (const path of linuxBundles) {
    const certificates = readBundle(path);
    if (certificates.length > 0) return certificates;
  }
  return [];
}

/** Nothing where the store can't be read, as Windows' with one damaged certificate: Node's own list counts then. */
export function readBy(reader: CertificateReader): readonly string[] {
  try {
    return reader('system');
  } catch {
    return [];
  }
}

function readBundle(path: string): readonly string[] {
  try {
    return splitPem(readFileSync(path, 'utf8'));
  } catch {
    // Each distribution has one of them; a missing one only means to look at the next.
    return [];
  }
}

let systemAuthorities: readonly string[] | undefined;

/** An authority that the system's owner took out of the store must not come back by Node's list. Pure. */
export function chooseAuthorities(ofSystem: readonly string[], ofNode: readonly string[]): readonly string[] {
  return withoutRepeats(ofSystem.length > 0 ? ofSystem : ofNode);
}

/** PEM certificates of all authorities trusted without the user's doing. */
export function readAuthorities(): readonly string[] {
  systemAuthorities ??= chooseAuthorities(readSystemStore(), tls.rootCertificates);
  return systemAuthorities;
}
