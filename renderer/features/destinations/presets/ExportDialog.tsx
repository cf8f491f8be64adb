/** Export, in the secret frame: which destinations, and whether their keys go along, sealed with a passphrase. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { MIN_PASSPHRASE_LENGTH } from '../../../../shared/destinations/preset-file.ts';
import type { SecretFrameOutcome } from '../../../../shared/secret-frame.ts';
import type { Client } from '../../../state/client.ts';
import { useAttempt } from '../../../state/use-attempt.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { FieldRow, SwitchField } from '../../../ui/controls/Field.tsx';
import { CheckList } from './CheckList.tsx';
import { PassphraseField } from '../form/PassphraseField.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './PresetDialogs.module.css';

export interface ExportDialogProps {
  readonly client: Client;
  readonly destinations: readonly Destination[];
  readonly onClose: (outcome: SecretFrameOutcome) => void;
}

export function ExportDialog({ client, destinations, onClose }: ExportDialogProps) {
  const [chosen, setChosen] = useState<readonly number[]>(() => destinations.map((_each, index) => index));
  const [isWithKeys, setIsWithKeys] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string>();
  const { isBusy, refusal, attempt } = useAttempt();

  const write = async () => {
    const wrong = isWithKeys ? passphraseProblem(passphrase, again) : undefined;
    setProblem(wrong);
    if (wrong !== undefined) return;
    const ids = chosen.map((index) => destinations[index]?.id).filter((id) => id !== undefined);
    const done = await client.invoke('presets:export', {
      ids,
      passphrase: isWithKeys ? passphrase : undefined,
    });
    if (done !== undefined) onClose({ type: 'exported', ...done });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(write);
  };

  return (
    <Dialog
      title={texts.presetExport.title}
      onClose={() => onClose({ type: 'cancelled' })}
      footer={
        <>
          <Button onClick={() => onClose({ type: 'cancelled' })}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" form="export-form" disabled={isBusy || chosen.length === 0}>
            {isBusy ? texts.presetExport.exporting : texts.presetExport.export}
          </Button>
        </>
      }
    >
      <form id="export-form" className={css['form']} onSubmit={submit} noValidate>
        {refusal === undefined ? undefined : (
          <p className={css['refusal']} role="alert">
            {refusal}
          </p>
        )}
        <CheckList
          label={texts.presetExport.list}
          items={destinations.map(({ name, url }) => ({ name, note: url }))}
          chosen={chosen}
          onChange={setChosen}
        />
        <SwitchField
          label={texts.presetExport.withKeys}
          hint={isWithKeys ? texts.presetExport.withKeysHint : texts.presetExport.withoutKeysHint}
          isOn={isWithKeys}
          onChange={setIsWithKeys}
        />
        {isWithKeys ? (
          <FieldRow>
            <PassphraseField
              label={texts.presetExport.passphrase}
              hint={texts.presetExport.passphraseHint(MIN_PASSPHRASE_LENGTH)}
              error={problem}
              value={passphrase}
              onChange={setPassphrase}
            />
            <PassphraseField label={texts.presetExport.repeat} value={again} onChange={setAgain} />
          </FieldRow>
        ) : undefined}
      </form>
    </Dialog>
  );
}

function passphraseProblem(passphrase: string, again: string): string | undefined {
  if (passphrase.length < MIN_PASSPHRASE_LENGTH)
    return texts.presetExport.passphraseShort(MIN_PASSPHRASE_LENGTH);
  return passphrase === again ? undefined : texts.presetExport.mismatch;
}
