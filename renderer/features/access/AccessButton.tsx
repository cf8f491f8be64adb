/** Opens the system's page where a person allows what an error says is refused. Nothing for other errors, and where there is no such page. */
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { texts } from '../../../shared/text/text.ts';
import { refusedKind } from './refused-kind.ts';

export interface AccessButtonProps {
  readonly error: ErrorRecord | undefined;
  /** Within a line of text. */
  readonly isLink?: boolean;
}

export function AccessButton({ error, isLink = false }: AccessButtonProps) {
  const services = useServices();
  const kind = refusedKind(error);
  if (kind === undefined) return undefined;
  const open = () => runOrShowError(services, services.client.invoke('permission:openSettings', { kind }));
  return isLink ? (
    <Button variant="link" size="small" onClick={open}>
      {texts.capture.openPrivacy}
    </Button>
  ) : (
    <Button onClick={open}>{texts.capture.openPrivacy}</Button>
  );
}
