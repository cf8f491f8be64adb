/** Where recordings go, what they are called, when they go on in a new file. */
import { useState } from 'react';
import { DEFAULT_RECORDING_PATTERN, recordingFileName } from '../../../shared/broadcast/recording-name.ts';
import { wallMs } from '../../../shared/clock.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { RecordingSplit, Settings } from '../../../shared/settings/settings.ts';
import { runOrTell, useServices, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { FieldRow, SelectField, SwitchField, TextField } from '../../ui/controls/Field.tsx';
import css from './SettingsDialog.module.css';

export type RecordingDraft = Pick<
  Settings,
  'isRecordingWhileLive' | 'recordingSplit' | 'recordingPattern'
> & { readonly encoding: EncodingProfile };

const splits: readonly (readonly [label: string, split: RecordingSplit])[] = [
  ['Never', { by: 'never' }],
  ['Every 15 minutes', { by: 'time', minutes: 15 }],
  ['Every 30 minutes', { by: 'time', minutes: 30 }],
  ['Every hour', { by: 'time', minutes: 60 }],
  ['Every 2 GB', { by: 'size', megabytes: 2000 }],
  ['Every 4 GB', { by: 'size', megabytes: 4000 }],
];

function nameSplit(split: RecordingSplit): string {
  if (split.by === 'never') return 'Never';
  return split.by === 'time' ? `Every ${split.minutes} minutes` : `Every ${split.megabytes} MB`;
}

/** The choices, and the one in use when a file brought another. */
function splitChoices(current: RecordingSplit): typeof splits {
  const isKnown = splits.some(([, split]) => JSON.stringify(split) === JSON.stringify(current));
  return isKnown ? splits : [...splits, [nameSplit(current), current]];
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
  const choices = splitChoices(split);
  const choose = async () => {
    await services.client.invoke('recording:chooseFolder');
    await services.settings.refresh();
  };
  return (
    <>
      <SwitchField
        label="Record whenever I am live"
        isOn={draft.isRecordingWhileLive}
        onChange={(isRecordingWhileLive) => onChange({ isRecordingWhileLive })}
      />
      <div className={css['folder']}>
        <div>
          <div className={css['name']}>Folder</div>
          <p className={css['note']}>{folder ?? 'The system’s folder for videos'}</p>
        </div>
        <Button size="small" onClick={() => runOrTell(services, choose())}>
          Choose…
        </Button>
      </div>
      <FieldRow>
        <TextField
          label="File name"
          maxLength={100}
          value={pattern}
          placeholder={DEFAULT_RECORDING_PATTERN}
          hint={`{date}, {time} and {size} are filled in: ${recordingFileName(pattern, exampleTime, draft.encoding)}`}
          onChange={(event) => onChange({ recordingPattern: event.target.value })}
        />
        <SelectField
          label="Begin a new file"
          value={JSON.stringify(split)}
          hint="At a keyframe: nothing is lost between."
          onChange={(event) => {
            const chosen = choices.find(([, choice]) => JSON.stringify(choice) === event.target.value);
            if (chosen) onChange({ recordingSplit: chosen[1] });
          }}
        >
          {choices.map(([label, choice]) => (
            <option key={label} value={JSON.stringify(choice)}>
              {label}
            </option>
          ))}
        </SelectField>
      </FieldRow>
    </>
  );
}
