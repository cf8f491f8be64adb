/** Import, in the secret frame: what a file holds, which of it to add, and the passphrase where it has sealed keys. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { FileDown, KeyRound, Lock, LockOpen } from 'lucide-react';
import type { ImportPreview, ImportPreviewEntry } from '../../../../shared/destinations/preset-file.ts';
import type { SecretFrameOutcome } from '../../../../shared/secret-frame.ts';
import type { Client } from '../../../state/client.ts';
import { useAttempt } from '../../../state/use-attempt.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { CheckList } from './CheckList.tsx';
import { PassphraseField } from '../form/PassphraseField.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './PresetDialogs.module.css';

export interface ImportDialogProps {
  readonly client: Client;
  readonly onClose: (outcome: SecretFrameOutcome) => void;
}

export function ImportDialog({ client, onClose }: ImportDialogProps) {
  const [preview, setPreview] = useState<ImportPreview>();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const { isBusy, refusal, attempt } = useAttempt();

  const take = (next: ImportPreview) => {
    setPreview(next);
    setChosen(
      next.entries.flatMap((entry, index) =>
        entry.duplicateOf === undefined && entry.brings.length === 0 ? [index] : [],
      ),
    );
  };
  const choose = () =>
    attempt(async () => {
      const next = await client.invoke('presets:openFile');
      if (next !== undefined) take(next);
      else if (preview === undefined) onClose({ type: 'cancelled' });
    });
  const unlock = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      take(await client.invoke('presets:unlock', { passphrase }));
      setPassphrase('');
    });
  };
  const add = () =>
    attempt(async () => {
      const ids = await client.invoke('presets:add', { chosen: [...chosen] });
      onClose({ type: 'imported', ids: [...ids] });
    });
  const cancel = () => {
    void attempt(() => client.invoke('presets:discard')).then(() => onClose({ type: 'cancelled' }));
  };

  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    void choose();
  });

  return (
    <Dialog
      title={texts.presetImport.title}
      {...(preview === undefined
        ? {}
        : { description: texts.presetImport.origin(preview.origin, preview.fileName) })}
      onClose={cancel}
      footer={
        <>
          <Button onClick={() => void choose()} disabled={isBusy}>
            {preview === undefined ? texts.presetImport.chooseFile : texts.presetImport.anotherFile}
          </Button>
          <span className={css['grow']} />
          <Button onClick={cancel}>{texts.common.cancel}</Button>
          <Button
            variant="primary"
            disabled={isBusy || preview === undefined || chosen.length === 0}
            onClick={() => void add()}
          >
            {addWords(preview, chosen.length)}
          </Button>
        </>
      }
    >
      {refusal === undefined ? undefined : (
        <p className={css['refusal']} role="alert">
          {refusal}
        </p>
      )}
      {preview === undefined ? (
        refusal === undefined ? (
          <p className={css['note']}>
            <FileDown size={15} aria-hidden /> {texts.presetImport.waiting}
          </p>
        ) : undefined
      ) : (
        <>
          {preview.isLocked ? (
            <form className={css['unlock']} onSubmit={unlock}>
              <PassphraseField
                label={texts.presetImport.passphrase}
                hint={texts.presetImport.passphraseHint}
                value={passphrase}
                onChange={setPassphrase}
              />
              <Button type="submit" disabled={isBusy || passphrase === ''}>
                {isBusy ? texts.presetImport.unlocking : texts.presetImport.unlock}
              </Button>
            </form>
          ) : undefined}
          <CheckList
            label={texts.presetImport.list}
            items={preview.entries.map((entry) => ({
              name: entry.name,
              note: noteOf(entry, preview.isLocked),
              warnings: entry.brings,
              marks: <Marks entry={entry} />,
            }))}
            chosen={chosen}
            onChange={setChosen}
          />
          {preview.problems.length === 0 ? undefined : (
            <ul className={css['problems']} aria-label={texts.presetImport.skipped}>
              {preview.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
          <p className={css['note']}>{texts.presetImport.addedOff}</p>
        </>
      )}
    </Dialog>
  );
}

function Marks({ entry }: { readonly entry: ImportPreviewEntry }) {
  return (
    <>
      {entry.hasKey ? <KeyRound size={13} aria-label={texts.presetImport.withKey} /> : undefined}
      {entry.isTls ? (
        <Lock size={13} aria-label={texts.presetImport.encrypted} />
      ) : (
        <LockOpen size={13} aria-label={texts.presetImport.notEncrypted} />
      )}
    </>
  );
}

function noteOf({ host, duplicateOf, hasKey }: ImportPreviewEntry, isLocked: boolean): string {
  if (duplicateOf !== undefined) return texts.presetImport.duplicate(host, duplicateOf);
  if (hasKey) return texts.presetImport.noteWithKey(host);
  return isLocked ? texts.presetImport.noteLocked(host) : texts.presetImport.noteWithoutKey(host);
}

function addWords(preview: ImportPreview | undefined, count: number): string {
  if (count === 0) return texts.presetImport.add;
  return texts.presetImport.addCount(count, preview?.isLocked === true);
}
