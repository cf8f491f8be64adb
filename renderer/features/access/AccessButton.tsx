/**
 * Opens the system's page where a person allows what an error says is refused, and starts Upcast anew where the system wants that
 * afterwards. Nothing for other errors, and where there is no such page.
 */
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { runOrShowError, useServices, useSession } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { texts } from '../../../shared/text/text.ts';
import { refusedKind, wantsRestart } from './refused-kind.ts';

export interface AccessButtonProps {
  readonly error: ErrorRecord | undefined;
  /** Within a line of text. */
  readonly isLink?: boolean;
}

export function AccessButton({ error, isLink = false }: AccessButtonProps) {
  const services = useServices();
  const isBusy = useSession(
    ({ snapshot }) => snapshot.broadcast.phase !== 'idle' || isRecorderBusy(snapshot.recorder),
  );
  const kind = refusedKind(error);
  if (kind === undefined) return undefined;
  const { client } = services;
  const look = isLink ? ({ variant: 'link', size: 'small' } as const) : {};
  return (
    <>
      <Button
        {...look}
        onClick={() => runOrShowError(services, client.invoke('permission:openSettings', { kind }))}
      >
        {texts.capture.openPrivacy}
      </Button>
      {wantsRestart(error) ? (
        <Button
          {...look}
          disabled={isBusy}
          onClick={() => runOrShowError(services, client.invoke('permission:restart'))}
        >
          {texts.capture.restart}
        </Button>
      ) : undefined}
    </>
  );
}
