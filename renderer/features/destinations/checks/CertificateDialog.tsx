/** What is behind the lock: who the server proved to be, and how the connection is protected. */
import type { TlsSummary } from '../../../../shared/broadcast/state.ts';
import { NamedText } from '../../../ui/layout/NamedText.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { format } from '../../../../shared/text/text.ts';
import css from './CertificateDialog.module.css';

export interface CertificateDialogProps {
  readonly name: string;
  /** The one in use. */
  readonly host: string;
  readonly tls: TlsSummary;
  readonly onClose: () => void;
}

export function CertificateDialog({ name, host, tls, onClose }: CertificateDialogProps) {
  const days = tls.daysLeft === 1 ? 'one more day' : `${tls.daysLeft} more days`;
  const rows: readonly (readonly [string, string])[] = [
    ['Host', host],
    ['Protocol', `${tls.protocol.replace('TLSv', 'TLS ')}, ${tls.cipher}`],
    ['Issued to', tls.subject],
    ['Issued by', tls.isOwnAuthority ? `${tls.issuer}, the authority you added` : tls.issuer],
    ['Valid until', `${format.date(tls.validToMs)}, ${days}`],
    ['Chain', tls.chain.join(' → ')],
    ['SHA-256', tls.sha256.replace(/(.{2})(?!$)/g, '$1 ')],
  ];
  return (
    <Dialog
      title={<NamedText text={`Connection to ${name}`} name={name} />}
      description="Encrypted, and the server’s certificate and host name were checked."
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
