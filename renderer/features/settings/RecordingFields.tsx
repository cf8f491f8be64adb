/** Where recordings go, what they are called, when they go on in a new file. */
import { useState } from 'react';
import {
  DEFAULT_RECORDING_PATTERN,
  recordingFileName,
  recordingFormats,
} from '../../../shared/broadcast/recording-name.ts';
import { wallMs } from '../../../shared/clock.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { RecordingSplit, Settings } from '../../../shared/settings/settings.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { FieldRow, SelectField, SwitchField, TextField } from '../../ui/controls/Field.tsx';
import { isMac } from '../../ui/keyboard/shortcut-keys.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './SettingsDialog.module.css';

export type RecordingDraft = Pick<
  Settings,
  'isRecordingWhileLive' | 'recordingSplit' | 'recordingPattern' | 'recordingFormat'
> & { readonly encoding: EncodingProfile };

const splits: readonly RecordingSplit[] = [
  { by: 'never' },
  { by: 'time', minutes: 15 },
  { by: 'time', minutes: 30 },
  { by: 'time', minutes: 60 },
  { by: 'size', megabytes: 2000 },
  { by: 'size', megabytes: 4000 },
];

function nameSplit(split: RecordingSplit): string {
  if (split.by === 'never') return texts.recordingSettings.never;
  return split.by === 'time'
    ? texts.recordingSettings.everyMinutes(split.minutes)
    : texts.recordingSettings.everyBytes(split.megabytes);
}

/** The choices, and the one in use when a file brought another. */
function splitChoices(current: RecordingSplit): typeof splits {
  const isKnown = splits.some((split) => JSON.stringify(split) === JSON.stringify(current));
  return isKnown ? splits : [...splits, current];
}

export function RecordingFields({
  draft,
  onChange,
}: {
  readonly draft: RecordingDraft;
  readonly onChange: (patch: Partial<Omit<RecordingDraft, 'encoding'>>) => void;
}) {
  const services = useServices();
  const [exampleTime] = useState(() => new Date(wallMs()));
  const folder = useSettings((settings) => settings.recordingFolder);
  const split = draft.recordingSplit ?? { by: 'never' };
  const pattern = draft.recordingPattern ?? DEFAULT_RECORDING_PATTERN;
  const format = draft.recordingFormat ?? 'mp4';
  const choices = splitChoices(split);
  const choose = async () => {
    await services.client.invoke('recording:chooseFolder');
    await services.settings.refresh();
  };
  return (
    <>
      <SwitchField
        label={texts.recordingSettings.always}
        isOn={draft.isRecordingWhileLive}
        onChange={(isRecordingWhileLive) => onChange({ isRecordingWhileLive })}
      />
      <div className={css['folder']}>
        <div>
          <div className={css['name']}>{texts.recordingSettings.folder}</div>
          <p className={css['note']}>{folder ?? texts.recordingSettings.defaultFolder(isMac)}</p>
        </div>
        <Button size="small" onClick={() => runOrShowError(services, choose())}>
          {texts.recordingSettings.choose}
        </Button>
      </div>
      <FieldRow>
        <TextField
          label={texts.recordingSettings.fileName}
          maxLength={100}
          value={pattern}
          placeholder={DEFAULT_RECORDING_PATTERN}
          hint={texts.recordingSettings.fileNameHint(
            recordingFileName(pattern, exampleTime, draft.encoding, format),
          )}
          onChange={(event) => onChange({ recordingPattern: event.target.value })}
        />
        <SelectField
          label={texts.recordingSettings.format}
          value={format}
          hint={texts.recordingSettings.formatHint}
          onChange={({ target }) => {
            const chosen = recordingFormats.find((each) => each === target.value);
            if (chosen) onChange({ recordingFormat: chosen });
          }}
        >
          {recordingFormats.map((each) => (
            <option key={each} value={each}>
              {texts.recordingSettings.formats[each]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={texts.recordingSettings.split}
          value={JSON.stringify(split)}
          hint={texts.recordingSettings.splitHint}
          onChange={(event) => {
            const chosen = choices.find((choice) => JSON.stringify(choice) === event.target.value);
            if (chosen) onChange({ recordingSplit: chosen });
          }}
        >
          {choices.map((choice) => (
            <option key={JSON.stringify(choice)} value={JSON.stringify(choice)}>
              {nameSplit(choice)}
            </option>
          ))}
        </SelectField>
      </FieldRow>
    </>
  );
}
