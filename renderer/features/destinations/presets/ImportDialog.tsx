/** Import, in the secret room: what a file holds, which of it to add, and the passphrase where it has sealed keys. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { FileDown, KeyRound, Lock, LockOpen } from 'lucide-react';
import type { ImportPreview, ImportPreviewEntry } from '../../../../shared/destinations/preset-file.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import type { RoomOutcome } from '../../../../shared/secret-room.ts';
import type { Client } from '../../../state/client.ts';
import { describeError } from '../../../errors/error-text.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { CheckList } from './CheckList.tsx';
import { PassphraseField } from '../form/PassphraseField.tsx';
import css from './PresetDialogs.module.css';

export interface ImportDialogProps {
  readonly client: Client;
  readonly onClose: (outcome: RoomOutcome) => void;
}

const originWords: Readonly<Record<ImportPreview['origin'], string>> = {
  upcast: 'Presets of Upcast',
  obs: 'The service of an OBS profile',
  list: 'A list of addresses',
};

export function ImportDialog({ client, onClose }: ImportDialogProps) {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  /** Runs what may be refused; the refusal is shown in words. */
  const attempt = async (work: () => Promise<void>) => {
    setIsBusy(true);
    setRefusal(null);
    try {
      await work();
    } catch (cause) {
      const { title, action } = describeError(toAppError(cause).toRecord());
      setRefusal(`${title} ${action}`);
    }
    setIsBusy(false);
  };
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
      if (next !== null) take(next);
      else if (preview === null) onClose({ type: 'cancelled' });
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
      title="Import destinations"
      {...(preview === null ? {} : { description: `${originWords[preview.origin]}: ${preview.fileName}` })}
      onClose={cancel}
      footer={
        <>
          <Button onClick={() => void choose()} disabled={isBusy}>
            {preview === null ? 'Choose a file…' : 'Another file…'}
          </Button>
          <span className={css['grow']} />
          <Button onClick={cancel}>Cancel</Button>
          <Button
            variant="primary"
            disabled={isBusy || preview === null || chosen.length === 0}
            onClick={() => void add()}
          >
            {addWords(preview, chosen.length)}
          </Button>
        </>
      }
    >
      {refusal === null ? null : (
        <p className={css['refusal']} role="alert">
          {refusal}
        </p>
      )}
      {preview === null ? (
        refusal === null ? (
          <p className={css['note']}>
            <FileDown size={15} aria-hidden /> Waiting for a file: presets of Upcast, OBS’s service.json, or a
            text with one address a line.
          </p>
        ) : null
      ) : (
        <>
          {preview.isLocked ? (
            <form className={css['unlock']} onSubmit={unlock}>
              <PassphraseField
                label="Passphrase"
                hint="The stream keys in this file are sealed. Without it the destinations are added without their keys."
                value={passphrase}
                onChange={setPassphrase}
              />
              <Button type="submit" disabled={isBusy || passphrase === ''}>
                {isBusy ? 'Unlocking…' : 'Unlock the keys'}
              </Button>
            </form>
          ) : null}
          <CheckList
            label="Destinations in the file"
            items={preview.entries.map((entry) => ({
              name: entry.name,
              note: noteOf(entry, preview.isLocked),
              warnings: entry.brings,
              marks: <Marks entry={entry} />,
            }))}
            chosen={chosen}
            onChange={setChosen}
          />
          {preview.problems.length === 0 ? null : (
            <ul className={css['problems']} aria-label="Not taken over">
              {preview.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
          <p className={css['note']}>What is added is switched off until you switch it on.</p>
        </>
      )}
    </Dialog>
  );
}

function Marks({ entry }: { readonly entry: ImportPreviewEntry }) {
  return (
    <>
      {entry.hasKey ? <KeyRound size={13} aria-label="With its key" /> : null}
      {entry.isTls ? (
        <Lock size={13} aria-label="Encrypted" />
      ) : (
        <LockOpen size={13} aria-label="Not encrypted" />
      )}
    </>
  );
}

function noteOf(entry: ImportPreviewEntry, isLocked: boolean): string {
  if (entry.duplicateOf !== undefined) return `${entry.host} · you have this as ${entry.duplicateOf}`;
  if (entry.hasKey) return `${entry.host} · with its key`;
  return isLocked ? `${entry.host} · its key is locked` : `${entry.host} · without a key`;
}

function addWords(preview: ImportPreview | null, count: number): string {
  if (count === 0) return 'Add';
  return `Add ${count}${preview?.isLocked === true ? ' without keys' : ''}`;
}
