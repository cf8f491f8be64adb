/** Certificates made for one test: an authority, and leaves that are right or wrong in exactly one way. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCertificate } from '../../../electron/rtmp/receiver/certificate.ts';
import type { IssuedCertificate } from '../../../electron/rtmp/receiver/certificate.ts';

const DAY_MS = 86_400_000;

export type LeafKind = 'valid' | 'expired' | 'notYetValid' | 'wrongHost' | 'unknownAuthority';

export interface TestAuthority {
  /** PEM of the authority, for `extraAuthorityPem`, and the same as a file, for `--ca`. */
  readonly caPem: string;
  readonly caFile: string;
  /** Makes a certificate for localhost, 127.0.0.1 and ::1 unless its kind says otherwise, as PEM and as files. */
  issue(kind?: LeafKind, moreHosts?: readonly string[]): TestLeaf;
  /** Removes the files. */
  remove(): void;
}

export interface TestLeaf {
  readonly certPem: string;
  readonly keyPem: string;
  readonly certFile: string;
  readonly keyFile: string;
}

function makeAuthority(commonName: string): IssuedCertificate {
  const nowMs = Date.now();
  return issueCertificate({
    commonName,
    isAuthority: true,
    notBeforeMs: nowMs - 30 * DAY_MS,
    notAfterMs: nowMs + 30 * DAY_MS,
  });
}

export function createTestAuthority(): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-ca-'));
  const authority = makeAuthority('Upcast test authority');
  const stranger = makeAuthority('Upcast stranger');
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, authority.certPem);
  let count = 0;
  return {
    caPem: authority.certPem,
    caFile,
    issue(kind = 'valid', moreHosts = []) {
      const nowMs = Date.now();
      const validity: Readonly<Record<LeafKind, readonly [number, number]>> = {
        valid: [-1, 10],
        expired: [-10, -1],
        notYetValid: [1, 10],
        wrongHost: [-1, 10],
        unknownAuthority: [-1, 10],
      };
      const [fromDays, toDays] = validity[kind];
      const leaf = issueCertificate({
        commonName: kind === 'wrongHost' ? 'other.example' : 'localhost',
        hosts: kind === 'wrongHost' ? ['other.example'] : ['localhost', '127.0.0.1', '::1', ...moreHosts],
        issuer: kind === 'unknownAuthority' ? stranger : authority,
        notBeforeMs: nowMs + fromDays * DAY_MS,
        notAfterMs: nowMs + toDays * DAY_MS,
      });
      count += 1;
      const certFile = join(folder, `leaf-${count}.pem`);
      const keyFile = join(folder, `leaf-${count}-key.pem`);
      writeFileSync(certFile, leaf.certPem);
      writeFileSync(keyFile, leaf.keyPem, { mode: 0o600 });
      return { certPem: leaf.certPem, keyPem: leaf.keyPem, certFile, keyFile };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
