/** An export while its files are copied. */
import type { TransferProgress } from '../../../shared/studio/collections/collection-import.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { CopyProgress } from './CopyProgress.tsx';
import { texts } from '../../../shared/text/text.ts';

export interface ExportDialogProps {
  readonly name: string;
  readonly progress: TransferProgress;
}

export function ExportDialog({ name, progress }: ExportDialogProps) {
  const services = useServices();
  const cancel = () => runOrShowError(services, services.client.invoke('collections:cancelTransfer'));
  return (
    <Dialog
      width="narrow"
      title={texts.collections.exporting(name)}
      onClose={cancel}
      footer={
        <Button data-autofocus onClick={cancel}>
          {texts.common.cancel}
        </Button>
      }
    >
      <CopyProgress progress={progress} />
    </Dialog>
  );
}
