/** What is sent: its loudness against the target, the limiter, tracks and what takes them, the device of the headphones. */
import { allTracks, MIN_CEILING_DB } from '../../../../shared/studio/mixer/channel-settings.ts';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { runOrShowError, useCapture, useServices, useSession, useSettings } from '../../../state/services.ts';
import { SwitchField } from '../../../ui/controls/Field.tsx';
import { CheckBoxes } from '../../../ui/editing/CheckBoxes.tsx';
import { ChoiceField } from '../../../ui/editing/ChoiceField.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../../ui/overlays/DoneButton.tsx';
import { describeError, titleAndAction } from '../../../../shared/text/error-text.ts';
import { texts } from '../../../../shared/text/text.ts';
import { NumberRow } from '../NumberRow.tsx';
import { chosenSpeakers, speakerChoices } from './speaker-choice.ts';
import { LoudnessSection } from './LoudnessSection.tsx';
import { TrackNameField } from './TrackNameField.tsx';
import { trackName, useMixer } from './use-program.ts';
import css from './ProgramDialog.module.css';

export function ProgramDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={texts.mixer.program.title} onClose={onClose} footer={<DoneButton onClick={onClose} />}>
      <LoudnessSection />
      <LimiterSection />
      <TracksSection />
      <HeadphonesSection />
    </Dialog>
  );
}

function LimiterSection() {
  const { isLimiterOn, ceilingDb } = useMixer();
  const edit = useEdit();
  const words = texts.mixer.program;
  return (
    <section className={css['part']}>
      <SwitchField
        label={words.limiter}
        hint={words.limiterHint}
        isOn={isLimiterOn}
        onChange={(isOn) => edit({ type: 'setMixer', isLimiterOn: isOn })}
      />
      <NumberRow
        isWide
        label={words.ceiling}
        unit={words.ceilingUnit}
        value={ceilingDb}
        min={MIN_CEILING_DB}
        max={0}
        step={0.1}
        decimals={1}
        isDisabled={!isLimiterOn}
        onChange={(db, gestureId) => edit({ type: 'setMixer', ceilingDb: db, gestureId })}
      />
    </section>
  );
}

function TracksSection() {
  const mixer = useMixer();
  const edit = useEdit();
  const words = texts.mixer.tracks;
  const options = allTracks.map((value) => ({ value, label: trackName(mixer, value) }));
  const { recordingTracks, streamTrack } = mixer;
  // The encoder keeps the track that it began with.
  const isOnAir = useSession(({ snapshot }) => snapshot.broadcast.phase !== 'idle');
  return (
    <section className={css['part']}>
      <h3 className={css['heading']}>{words.title}</h3>
      <ChoiceField
        label={words.stream}
        value={String(streamTrack)}
        options={options.map(({ value, label }) => ({ value: String(value), label }))}
        isDisabled={isOnAir}
        onChange={(value) => edit({ type: 'setMixer', streamTrack: Number(value) })}
      />
      {isOnAir ? <p className={css['note']}>{words.streamWhileLive}</p> : undefined}
      <p className={css['label']}>{words.recording}</p>
      <CheckBoxes
        label={words.recording}
        options={options}
        values={recordingTracks.length === 0 ? [streamTrack] : recordingTracks}
        onChange={(values) => edit({ type: 'setMixer', recordingTracks: [...values] })}
      />
      <p className={css['note']}>{words.recordingNote}</p>
      <div className={css['names']} role="group" aria-label={words.names}>
        {allTracks.map((number) => (
          <TrackNameField key={number} number={number} mixer={mixer} />
        ))}
      </div>
    </section>
  );
}

/** Which device the headphones are at, of this computer. */
function HeadphonesSection() {
  const services = useServices();
  const speakers = useCapture((state) => state.speakers);
  const error = useCapture((state) => state.monitorError);
  const chosen = useSettings((state) => state.monitorDevice);
  const words = texts.mixer.program;
  const choices = speakerChoices(speakers, chosen);
  const problem = error === undefined ? undefined : describeError(error);
  return (
    <section className={css['part']}>
      <h3 className={css['heading']}>{words.headphones}</h3>
      <ChoiceField
        label={words.device}
        value={chosenSpeakers(chosen)}
        options={choices.map(({ deviceId, label }) => ({ value: deviceId, label }))}
        onChange={(value) => {
          const monitorDevice = choices.find(({ deviceId }) => deviceId === value);
          runOrShowError(services, services.settings.update({ monitorDevice }));
        }}
      />
      {problem === undefined ? undefined : (
        <p className={css['problem']} role="status">
          {titleAndAction(problem)}
        </p>
      )}
    </section>
  );
}
