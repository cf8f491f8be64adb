/** Import: a collection of OBS found here, or a file that the person chooses; what it holds; then a collection of its own. */
import { useEffect, useState } from 'react';
import type { CollectionName } from '../../../../shared/studio/collections/collection-commands.ts';
import type {
  CollectionPreview,
  FoundCollection,
  TransferProgress,
} from '../../../../shared/studio/collections/collection-import.ts';
import { useServices } from '../../../state/services.ts';
import { useAttempt } from '../../../state/use-attempt.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { CopyProgress } from '../CopyProgress.tsx';
import { DeviceRows } from './DeviceRows.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { matchedDevices, noDevices } from './matched-devices.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './ImportDialog.module.css';

export interface ImportDialogProps {
  /** While its files are copied. */
  readonly progress: TransferProgress | undefined;
  readonly onImported: (collection: CollectionName) => void;
  readonly onClose: () => void;
}

export function ImportDialog({ progress, onImported, onClose }: ImportDialogProps) {
  const { client, capture } = useServices();
  const [found, setFound] = useState<readonly FoundCollection[]>([]);
  const [preview, setPreview] = useState<CollectionPreview>();
  const { isBusy, refusal, attempt } = useAttempt();
  const [chosen, setChosen] = useState(noDevices);

  useEffect(() => {
    // Without OBS there is nothing to list.
    client.invoke('collections:findObs').then(setFound, () => undefined);
  }, [client]);
  const open = (index: number | undefined) =>
    void attempt(async () => {
      const opened = await client.invoke('collections:openImport', { index });
      if (opened === undefined) return;
      setPreview(opened);
      setChosen(matchedDevices(opened.devices, capture.store.getState()));
    });
  const locate = () =>
    void attempt(async () => {
      setPreview((await client.invoke('collections:locate')) ?? preview);
    });
  const add = () =>
    void attempt(async () => {
      const added = await client.invoke('collections:import', { devices: [...chosen.values()] });
      if (added !== undefined) onImported(added);
    });
  const cancel = () =>
    progress === undefined
      ? void attempt(() => client.invoke('collections:discardImport')).then(onClose)
      : void client.invoke('collections:cancelTransfer');

  return (
    <Dialog
      title={
        preview === undefined ? texts.collectionImport.title : texts.collectionImport.titleOf(preview.name)
      }
      description={
        preview === undefined
          ? texts.collectionImport.hint
          : texts.collectionImport.origin(preview.from, preview.fileName)
      }
      onClose={cancel}
      footer={
        <>
          <Button data-autofocus onClick={() => open(undefined)} disabled={isBusy}>
            {preview === undefined ? texts.collectionImport.chooseFile : texts.collectionImport.anotherFile}
          </Button>
          <span className={css['grow']} />
          <Button onClick={cancel}>{texts.common.cancel}</Button>
          {preview === undefined ? undefined : (
            <Button variant="primary" disabled={isBusy} onClick={add}>
              {texts.collectionImport.import}
            </Button>
          )}
        </>
      }
    >
      {refusal === undefined ? undefined : (
        <p className={css['refusal']} role="alert">
          {refusal}
        </p>
      )}
      {preview === undefined && found.length > 0 ? (
        <section>
          <h3 className={css['heading']}>{texts.collectionImport.found}</h3>
          <ul className={css['found']}>
            {found.map(({ index, name }) => (
              <li key={index}>
                <button type="button" className={css['choice']} disabled={isBusy} onClick={() => open(index)}>
                  <bdi>{name}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : undefined}
      {preview === undefined ? undefined : (
        <ImportPreview preview={preview} isBusy={isBusy} onLocate={locate}>
          <DeviceRows devices={preview.devices} chosen={chosen} onChange={setChosen} />
        </ImportPreview>
      )}
      {progress === undefined ? undefined : <CopyProgress progress={progress} />}
    </Dialog>
  );
}
