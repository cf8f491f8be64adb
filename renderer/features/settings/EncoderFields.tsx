/** Which encoder, preset and delay, and what is known of the encoders of this machine: what isn’t known yet is tested when this shows. */
import { useEffect } from 'react';
import { codecNames, codecOf, isSoftwareEncoder } from '../../../shared/encoding/codec.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { useEncoderList } from '../../state/use-encoder-list.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { FieldRow, SelectField } from '../../ui/controls/Field.tsx';
import { encoderOptions, presets, qualityDelay, describeEncoders } from './encoding-choices.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './SettingsDialog.module.css';

export interface EncoderFieldsProps {
  readonly encoding: EncodingProfile;
  readonly isOn: boolean;
  readonly onChange: (patch: Partial<EncodingProfile>) => void;
}

export function EncoderFields({ encoding, isOn, onChange }: EncoderFieldsProps) {
  const services = useServices();
  const { client } = services;
  const list = useEncoderList();
  const { lines, missing } = describeEncoders(list);
  useEffect(() => runOrShowError(services, client.invoke('encoders:probeFirst')), [client, services]);
  const options = encoderOptions(list, encoding.encoder, isOn);
  const isProcessor = encoding.encoder === 'auto' || isSoftwareEncoder(encoding.encoder);
  const codec = codecOf(encoding.encoder);
  return (
    <>
      <FieldRow>
        <SelectField
          label={texts.encoders.encoder}
          value={encoding.encoder}
          onChange={(event) => {
            const encoder = options.find(({ value }) => value === event.target.value)?.value;
            if (encoder !== undefined) onChange({ encoder });
          }}
        >
          {options.map(({ value, label, isPossible }) => (
            <option key={value} value={value} disabled={!isPossible}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={isProcessor ? texts.encoders.cpuPreset : texts.encoders.preset}
          value={encoding.preset}
          onChange={(event) => {
            const preset = presets.find((value) => value === event.target.value);
            if (preset !== undefined) onChange({ preset });
          }}
        >
          {presets.map((value) => (
            <option key={value} value={value}>
              {texts.encoders.presetNames[value]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={texts.encoders.latency}
          value={encoding.latency}
          onChange={(event) => onChange({ latency: event.target.value === 'quality' ? 'quality' : 'low' })}
        >
          <option value="low">{texts.encoders.latencyLow}</option>
          <option value="quality">{qualityDelay(encoding.encoder)}</option>
        </SelectField>
      </FieldRow>
      {isOn ? (
        <p className={css['note']}>{texts.encoders.codecLocked(codecNames[codec])}</p>
      ) : codec === 'h264' ? undefined : (
        <p className={css['note']}>{texts.encoders.codecSupport(codecNames[codec])}</p>
      )}
      <div className={css['folder']}>
        <div className={css['encoders']} aria-live="polite">
          {lines.map((line) => (
            <p key={line} className={css['note']}>
              {line}
            </p>
          ))}
          {missing === '' ? undefined : <p className={css['note']}>{missing}</p>}
        </div>
        <Button
          size="small"
          disabled={isOn || list.phase === 'probing'}
          title={isOn ? texts.encoders.notWhileLive : texts.encoders.testHint}
          onClick={() => runOrShowError(services, client.invoke('encoders:probe'))}
        >
          {list.phase === 'probing'
            ? texts.encoders.testingNow
            : list.phase === 'known'
              ? texts.encoders.testAgain
              : texts.encoders.test}
        </Button>
      </div>
    </>
  );
}
