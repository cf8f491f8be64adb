/** What the only channel's sound comes from. With more channels each strip says so itself. */
import { AudioLines, Mic, VolumeX } from 'lucide-react';
import { useCapture, useSettings } from '../../state/services.ts';
import { ChoiceRow } from '../../ui/controls/ChoiceRow.tsx';
import { SectionHeading } from '../../ui/layout/SectionHeading.tsx';
import { useMediaChoice } from '../../state/use-media-choice.ts';
import { texts } from '../../../shared/text/text.ts';
import { AddAudio } from './add/AddAudio.tsx';
import { shownChannels } from './shown-channels.ts';
import css from './SoundList.module.css';

export function SoundList() {
  const audio = useCapture((state) => state.audioChoice);
  const microphones = useCapture((state) => state.microphones);
  const source = useCapture((state) => state.source);
  const channels = useSettings(({ studio }) => studio.channels);
  const { chooseAudio } = useMediaChoice();
  const usual = useCapture((state) => state.usualMicrophone);
  const chosenId = audio.type === 'microphone' ? audio.deviceId : undefined;
  const heading = (
    <SectionHeading title={texts.mixer.title}>
      <AddAudio />
    </SectionHeading>
  );
  if (shownChannels(channels).length > 1) return heading;
  return (
    <section className={css['section']}>
      {heading}
      <div role="radiogroup" aria-label={texts.mixer.list} className={css['list']}>
        {microphones.length === 0 ? undefined : (
          <ChoiceRow
            icon={<Mic size={16} strokeWidth={1.75} aria-hidden />}
            label={texts.mixer.usualMicrophone(usual)}
            isChosen={audio.type === 'microphone' && audio.deviceId === undefined}
            onChoose={() => chooseAudio({ type: 'microphone' })}
          />
        )}
        {microphones.map((microphone, index) => (
          <ChoiceRow
            key={microphone.deviceId}
            icon={<Mic size={16} strokeWidth={1.75} aria-hidden />}
            label={microphone.label === '' ? texts.mixer.microphoneNumber(index + 1) : microphone.label}
            isChosen={microphone.deviceId === chosenId}
            onChoose={() => chooseAudio({ type: 'microphone', ...microphone })}
          />
        ))}
        {microphones.length === 0 ? (
          <ChoiceRow
            icon={<Mic size={16} strokeWidth={1.75} aria-hidden />}
            label={texts.mixer.microphone}
            note={texts.sources.noneFound}
            isChosen={audio.type === 'microphone'}
            onChoose={() => chooseAudio({ type: 'microphone' })}
          />
        ) : undefined}
        {source.type === 'pattern' ? (
          <ChoiceRow
            icon={<AudioLines size={16} strokeWidth={1.75} aria-hidden />}
            label={texts.mixer.patternBeeps}
            isChosen={audio.type === 'source'}
            onChoose={() => chooseAudio({ type: 'source' })}
          />
        ) : undefined}
        <ChoiceRow
          icon={<VolumeX size={16} strokeWidth={1.75} aria-hidden />}
          label={texts.mixer.noAudio}
          isChosen={audio.type === 'none'}
          onChoose={() => chooseAudio({ type: 'none' })}
        />
      </div>
    </section>
  );
}
