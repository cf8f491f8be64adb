/** What is behind the lock: who the server proved to be, and how the connection is protected. */
import type { TlsSummary } from '../../../../shared/broadcast/state.ts';
import { NamedText } from '../../../ui/layout/NamedText.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './CertificateDialog.module.css';

export interface CertificateDialogProps {
  readonly name: string;
  /** The one in use. */
  readonly host: string;
  readonly tls: TlsSummary;
  readonly onClose: () => void;
}

export function CertificateDialog({ name, host, tls, onClose }: CertificateDialogProps) {
  const { issuer } = tls;
  const rows: readonly (readonly [string, string])[] = [
    [texts.certificate.host, host],
    [
      texts.certificate.protocol,
      texts.certificate.protocolAndCipher(texts.destinations.tlsVersion(tls.protocol), tls.cipher),
    ],
    [texts.certificate.issuedTo, tls.subject],
    [texts.certificate.issuedBy, tls.isOwnAuthority ? texts.certificate.ownAuthority(issuer) : issuer],
    [texts.certificate.validUntil, texts.certificate.validity(tls.validToMs, tls.daysLeft)],
    [texts.certificate.chain, tls.chain.join(' → ')],
    [texts.certificate.fingerprint, tls.sha256.replace(/(.{2})(?!$)/g, '$1 ')],
  ];
  return (
    <Dialog
      title={<NamedText text={texts.certificate.title(name)} name={name} />}
      description={texts.certificate.description}
      onClose={onClose}
    >
      <dl className={css['rows']}>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
