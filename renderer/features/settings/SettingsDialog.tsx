/** How the program is encoded, where recordings go, how the window looks. Kept when “Save” is pressed. */
import { formatFrameRate } from '../../../shared/encoding/frame-rate.ts';
import { useState } from 'react';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { encodingProfileSchema } from '../../../shared/encoding/profile-schema.ts';
import { encodingOf } from '../../../shared/studio/document.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { useServices, useSession, useSettings } from '../../state/services.ts';
import { describeError, titleAndAction } from '../../../shared/text/error-text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { FieldRow, SelectField, SwitchField, TextField } from '../../ui/controls/Field.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { ProxySettings } from '../destinations/index.ts';
import { LanguageField } from './LanguageField.tsx';
import { RecordingFields } from './RecordingFields.tsx';
import { RemoteFields } from './RemoteFields.tsx';
import { frameRates, pictureSizes } from './encoding-choices.ts';
import { EncoderFields } from './EncoderFields.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './SettingsDialog.module.css';

type Draft = Pick<
  Settings,
  | 'isDynamicBitrate'
  | 'theme'
  | 'language'
  | 'isRecordingWhileLive'
  | 'recordingSplit'
  | 'recordingPattern'
  | 'recordingFormat'
  | 'drainSeconds'
> & { readonly encoding: EncodingProfile };

const themes = () =>
  (['system', 'dark', 'light'] as const).map((value) => ({ value, label: texts.settings.themes[value] }));

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const { run, settings, facts } = services;
  const current = useSettings((state) => state);
  const isOn = useSession((state) => state.snapshot.broadcast.phase !== 'idle');
  const [draft, setDraft] = useState<Draft>(() => ({
    encoding: encodingOf(current.studio),
    isDynamicBitrate: current.isDynamicBitrate,
    theme: current.theme,
    language: current.language,
    isRecordingWhileLive: current.isRecordingWhileLive,
    recordingSplit: current.recordingSplit,
    recordingPattern: current.recordingPattern,
    recordingFormat: current.recordingFormat,
    drainSeconds: current.drainSeconds,
  }));
  const [problem, setProblem] = useState<string>();
  const change = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const encode = (patch: Partial<EncodingProfile>) =>
    setDraft((before) => ({ ...before, encoding: { ...before.encoding, ...patch } }));
  const { encoding } = draft;

  const save = async () => {
    const checked = encodingProfileSchema.safeParse(encoding);
    if (!checked.success) {
      setProblem(texts.settings.badEncoding);
      return;
    }
    try {
      const { encoding: _encoding, language, ...rest } = draft;
      await settings.update(rest);
      await run({ type: 'setEncoding', profile: checked.data });
      // Last: the window is loaded anew in another language.
      if (language !== current.language) await settings.update({ language });
      onClose();
    } catch (cause) {
      setProblem(titleAndAction(describeError(toAppError(cause).toRecord())));
    }
  };

  return (
    <Dialog
      title={texts.settings.title}
      onClose={onClose}
      footer={
        <>
          {problem === undefined ? undefined : (
            <p className={css['problem']} role="alert">
              {problem}
            </p>
          )}
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {texts.common.save}
          </Button>
        </>
      }
    >
      <section className={css['section']} aria-label={texts.settings.video}>
        <h3>{texts.settings.video}</h3>
        {isOn ? <p className={css['note']}>{texts.settings.changesWhileLive}</p> : undefined}
        <FieldRow>
          <SelectField
            label={texts.settings.resolution}
            value={`${encoding.width}x${encoding.height}`}
            onChange={(event) => {
              const [width = 1280, height = 720] = event.target.value.split('x').map(Number);
              encode({ width, height });
            }}
          >
            {pictureSizes(encoding).map((size) => (
              <option key={size.value} value={size.value}>
                {size.label}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={texts.settings.frameRate}
            value={encoding.fps}
            onChange={(event) => encode({ fps: Number(event.target.value) })}
          >
            {frameRates(encoding.fps).map((fps) => (
              <option key={fps} value={fps}>
                {texts.settings.fps(formatFrameRate(fps))}
              </option>
            ))}
          </SelectField>
          <TextField
            label={texts.settings.videoBitrate}
            type="number"
            min={100}
            max={51000}
            step={100}
            unit={texts.settings.kbps}
            value={encoding.videoKbps}
            onChange={(event) => encode({ videoKbps: Math.round(event.target.valueAsNumber) })}
          />
        </FieldRow>
        <EncoderFields encoding={encoding} isOn={isOn} onChange={encode} />
        <div className={css['third']}>
          <TextField
            label={texts.settings.keyframeInterval}
            type="number"
            min={0.5}
            max={10}
            step={0.5}
            unit={texts.settings.seconds}
            value={encoding.keyframeSeconds}
            onChange={(event) => encode({ keyframeSeconds: event.target.valueAsNumber })}
          />
        </div>
        <SwitchField
          label={texts.settings.dynamicBitrate}
          hint={texts.settings.dynamicBitrateHint}
          isOn={draft.isDynamicBitrate}
          onChange={(isDynamicBitrate) => change({ isDynamicBitrate })}
        />
      </section>
      <section className={css['section']} aria-label={texts.settings.audio}>
        <h3>{texts.settings.audio}</h3>
        <FieldRow>
          <SelectField
            label={texts.settings.channels}
            disabled={isOn}
            value={encoding.audioChannels}
            onChange={(event) => encode({ audioChannels: event.target.value === '1' ? 1 : 2 })}
          >
            <option value={2}>{texts.settings.stereo}</option>
            <option value={1}>{texts.settings.mono}</option>
          </SelectField>
          <SelectField
            label={texts.settings.sampleRate}
            disabled={isOn}
            value={encoding.audioSampleRate}
            onChange={(event) => encode({ audioSampleRate: event.target.value === '44100' ? 44100 : 48000 })}
          >
            <option value={48000}>{texts.settings.kilohertz(48_000)}</option>
            <option value={44100}>{texts.settings.kilohertz(44_100)}</option>
          </SelectField>
          <TextField
            label={texts.settings.audioBitrate}
            type="number"
            min={32}
            max={512}
            step={16}
            unit={texts.settings.kbps}
            value={encoding.audioKbps}
            onChange={(event) => encode({ audioKbps: Math.round(event.target.valueAsNumber) })}
          />
        </FieldRow>
      </section>
      <section className={css['section']} aria-label={texts.settings.recordingAndEnding}>
        <h3>{texts.settings.recordingAndEnding}</h3>
        <RecordingFields draft={draft} onChange={change} />
        <div className={css['half']}>
          <TextField
            label={texts.settings.drain}
            type="number"
            min={0}
            max={120}
            unit={texts.settings.seconds}
            value={draft.drainSeconds}
            onChange={(event) => change({ drainSeconds: Math.round(event.target.valueAsNumber) })}
          />
        </div>
      </section>
      <section className={css['section']} aria-label={texts.settings.proxy}>
        <h3>{texts.settings.proxy}</h3>
        <ProxySettings />
      </section>
      <section className={css['section']} aria-label={texts.settings.remoteControl}>
        <h3>{texts.settings.remoteControl}</h3>
        <RemoteFields />
      </section>
      <section className={css['section']} aria-label={texts.settings.appearance}>
        <h3>{texts.settings.appearance}</h3>
        <Segmented
          label={texts.settings.theme}
          value={draft.theme}
          options={themes()}
          onChange={(theme) => change({ theme: theme ?? 'system' })}
        />
        <div className={css['half']}>
          <LanguageField value={draft.language} onChange={(language) => change({ language })} />
        </div>
        <p className={css['note']}>
          {texts.settings.about(facts.version, facts.ffmpeg?.version, facts.hasKeychain)}
        </p>
      </section>
    </Dialog>
  );
}
