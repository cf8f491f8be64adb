/** How the program is encoded, where recordings go, how the window looks. Kept when “Save” is pressed. */
import { formatFrameRate } from '../../../shared/encoding/frame-rate.ts';
import { useState } from 'react';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { encodingProfileSchema } from '../../../shared/encoding/profile.ts';
import { encodingOf } from '../../../shared/studio/document.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { useServices, useSession, useSettings } from '../../state/services.ts';
import { describeError } from '../../errors/error-text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { FieldRow, SelectField, SwitchField, TextField } from '../../ui/controls/Field.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { ProxySettings } from '../destinations/index.ts';
import { RecordingFields } from './RecordingFields.tsx';
import { RemoteFields } from './RemoteFields.tsx';
import { frameRates, pictureSizes } from './encoding-choices.ts';
import { EncoderFields } from './EncoderFields.tsx';
import css from './SettingsDialog.module.css';

type Draft = Pick<
  Settings,
  | 'isDynamicBitrate'
  | 'theme'
  | 'isRecordingWhileLive'
  | 'recordingSplit'
  | 'recordingPattern'
  | 'drainSeconds'
> & { readonly encoding: EncodingProfile };

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
] as const;

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const { run, settings, facts } = services;
  const current = useSettings((state) => state);
  const isOn = useSession((state) => state.snapshot.broadcast.phase !== 'idle');
  const [draft, setDraft] = useState<Draft>(() => ({
    encoding: encodingOf(current.studio),
    isDynamicBitrate: current.isDynamicBitrate,
    theme: current.theme,
    isRecordingWhileLive: current.isRecordingWhileLive,
    recordingSplit: current.recordingSplit,
    recordingPattern: current.recordingPattern,
    drainSeconds: current.drainSeconds,
  }));
  const [problem, setProblem] = useState<string | null>(null);
  const change = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const encode = (patch: Partial<EncodingProfile>) =>
    setDraft((before) => ({ ...before, encoding: { ...before.encoding, ...patch } }));
  const { encoding } = draft;

  const save = async () => {
    const checked = encodingProfileSchema.safeParse(encoding);
    if (!checked.success) {
      setProblem(
        'One of the encoding values is not possible: video takes 100 to 51,000 kbit/s, sound 32 to 512.',
      );
      return;
    }
    try {
      const { encoding: _encoding, ...rest } = draft;
      await settings.update(rest);
      await run({ type: 'setEncoding', profile: checked.data });
      onClose();
    } catch (cause) {
      const { title, action } = describeError(toAppError(cause).toRecord());
      setProblem(`${title} ${action}`);
    }
  };

  return (
    <Dialog
      title="Settings"
      onClose={onClose}
      footer={
        <>
          {problem === null ? null : (
            <p className={css['problem']} role="alert">
              {problem}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <section className={css['section']} aria-label="Encoding">
        <h3>Picture</h3>
        {isOn ? (
          <p className={css['note']}>
            What you change while live is handed over to a second encoder: viewers see no gap.
          </p>
        ) : null}
        <FieldRow>
          <SelectField
            label="Size"
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
            label="Frame rate"
            value={encoding.fps}
            onChange={(event) => encode({ fps: Number(event.target.value) })}
          >
            {frameRates(encoding.fps).map((fps) => (
              <option key={fps} value={fps}>
                {formatFrameRate(fps)} fps
              </option>
            ))}
          </SelectField>
          <TextField
            label="Video bitrate"
            type="number"
            min={100}
            max={51000}
            step={100}
            unit="kbit/s"
            value={encoding.videoKbps}
            onChange={(event) => encode({ videoKbps: Math.round(event.target.valueAsNumber) })}
          />
        </FieldRow>
        <EncoderFields encoding={encoding} isOn={isOn} onChange={encode} />
        <div className={css['third']}>
          <TextField
            label="Keyframe every"
            type="number"
            min={0.5}
            max={10}
            step={0.5}
            unit="s"
            value={encoding.keyframeSeconds}
            onChange={(event) => encode({ keyframeSeconds: event.target.valueAsNumber })}
          />
        </div>
        <SwitchField
          label="Lower the bitrate when the uplink is slow"
          hint="And back up, slowly, never above what you set here."
          isOn={draft.isDynamicBitrate}
          onChange={(isDynamicBitrate) => change({ isDynamicBitrate })}
        />
      </section>
      <section className={css['section']} aria-label="Sound">
        <h3>Sound</h3>
        <FieldRow>
          <SelectField
            label="Channels"
            disabled={isOn}
            value={encoding.audioChannels}
            onChange={(event) => encode({ audioChannels: event.target.value === '1' ? 1 : 2 })}
          >
            <option value={2}>Stereo</option>
            <option value={1}>Mono</option>
          </SelectField>
          <SelectField
            label="Sampling"
            disabled={isOn}
            value={encoding.audioSampleRate}
            onChange={(event) => encode({ audioSampleRate: event.target.value === '44100' ? 44100 : 48000 })}
          >
            <option value={48000}>48 kHz</option>
            <option value={44100}>44.1 kHz</option>
          </SelectField>
          <TextField
            label="Audio bitrate"
            type="number"
            min={32}
            max={512}
            step={16}
            unit="kbit/s"
            value={encoding.audioKbps}
            onChange={(event) => encode({ audioKbps: Math.round(event.target.valueAsNumber) })}
          />
        </FieldRow>
      </section>
      <section className={css['section']} aria-label="Recording and ending">
        <h3>Recording and ending</h3>
        <RecordingFields draft={draft} onChange={change} />
        <div className={css['half']}>
          <TextField
            label="When ending, send the rest for up to"
            type="number"
            min={0}
            max={120}
            unit="s"
            value={draft.drainSeconds}
            onChange={(event) => change({ drainSeconds: Math.round(event.target.valueAsNumber) })}
          />
        </div>
      </section>
      <section className={css['section']} aria-label="Proxy">
        <h3>Proxy</h3>
        <ProxySettings />
      </section>
      <section className={css['section']} aria-label="Remote control">
        <h3>Remote control</h3>
        <RemoteFields />
      </section>
      <section className={css['section']} aria-label="Window">
        <h3>Window</h3>
        <Segmented
          label="Theme"
          value={draft.theme}
          options={themes}
          onChange={(theme) => change({ theme: theme ?? 'system' })}
        />
        <p className={css['note']}>
          Upcast {facts.version}
          {facts.ffmpeg === null ? '; ffmpeg was not found' : `; ffmpeg ${facts.ffmpeg.version}`}
          {facts.hasKeychain
            ? '; stream keys are in the system’s keychain'
            : '; no keychain: stream keys are kept until Upcast ends'}
          .
        </p>
      </section>
    </Dialog>
  );
}
