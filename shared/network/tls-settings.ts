/** How a connection's TLS is checked. The system's authorities and the host name are checked always; nothing here takes that back. */

/** Older versions aren't secure. */
export const LEAST_TLS_VERSION = 'TLSv1.2';

/** How a connection's TLS is checked. The system's authorities and the host name are checked always; nothing takes that back. */
export interface TlsSettings {
  /** One more certificate authority, PEM text; added to the system's, never instead. */
  readonly extraAuthorityPem?: string | undefined;
  /** Lower-case hex SHA-256 of the leaf certificate; checked besides the chain, never instead. */
  readonly pinnedSha256?: string | undefined;
  /** Default TLSv1.2. */
  readonly minimumVersion?: 'TLSv1.2' | 'TLSv1.3' | undefined;
}
