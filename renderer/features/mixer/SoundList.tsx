/** What the sound comes from. */
import { AudioLines, Mic, VolumeX } from 'lucide-react';
import { useCapture } from '../../state/services.ts';
import { ChoiceRow } from '../../ui/controls/ChoiceRow.tsx';
import { SectionHeading } from '../../ui/layout/SectionHeading.tsx';
import { useMediaChoice } from '../../state/use-media-choice.ts';
import css from './SoundList.module.css';

export function SoundList() {
  const audio = useCapture((state) => state.audioChoice);
  const microphones = useCapture((state) => state.microphones);
  const source = useCapture((state) => state.source);
  const { chooseAudio } = useMediaChoice();
  const isChosenMicrophone = (deviceId: string, index: number) =>
    audio.type === 'microphone' && (audio.deviceId === undefined ? index === 0 : audio.deviceId === deviceId);
  return (
    <section className={css['section']}>
      <SectionHeading title="Sound" />
      <div role="radiogroup" aria-label="Sound source" className={css['list']}>
        {microphones.map((microphone, index) => (
          <ChoiceRow
            key={microphone.deviceId}
            icon={<Mic size={16} strokeWidth={1.75} aria-hidden />}
            label={microphone.label === '' ? `Microphone ${index + 1}` : microphone.label}
            isChosen={isChosenMicrophone(microphone.deviceId, index)}
            onChoose={() => chooseAudio({ type: 'microphone', ...microphone })}
          />
        ))}
        {microphones.length === 0 ? (
          <ChoiceRow
            icon={<Mic size={16} strokeWidth={1.75} aria-hidden />}
            label="Microphone"
            note="none found"
            isChosen={audio.type === 'microphone'}
            onChoose={() => chooseAudio({ type: 'microphone' })}
          />
        ) : null}
        {source.type === 'pattern' ? (
          <ChoiceRow
            icon={<AudioLines size={16} strokeWidth={1.75} aria-hidden />}
            label="The test picture’s beeps"
            isChosen={audio.type === 'source'}
            onChoose={() => chooseAudio({ type: 'source' })}
          />
        ) : null}
        <ChoiceRow
          icon={<VolumeX size={16} strokeWidth={1.75} aria-hidden />}
          label="No sound"
          isChosen={audio.type === 'none'}
          onChoose={() => chooseAudio({ type: 'none' })}
        />
      </div>
    </section>
  );
}
