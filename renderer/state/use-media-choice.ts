/** Choosing picture and sound: captures at once and remembers. */
import { audioInputOf } from '../../shared/studio/document.ts';
import type { AudioChoice, SourceChoice } from '../../shared/studio/inputs.ts';
import { runOrShowError, useServices } from './services.ts';

export interface MediaChoice {
  chooseSource(source: SourceChoice): void;
  chooseAudio(audio: AudioChoice): void;
}

export function useMediaChoice(): MediaChoice {
  const services = useServices();
  const { capture, run, settings } = services;
  // Capture opens a failed device again, also when the choice stays the same.
  const chooseAudio = (audio: AudioChoice) => {
    runOrShowError(services, Promise.all([capture.setAudio(audio), run({ type: 'setAudioSource', audio })]));
  };
  return {
    chooseAudio,
    chooseSource: (source) => {
      runOrShowError(
        services,
        Promise.all([capture.openMainSource(source), run({ type: 'setVideoSource', source })]),
      );
      const sound = audioInputOf(settings.store.getState().studio).type;
      if (sound === 'source' && source.type !== 'pattern') chooseAudio({ type: 'microphone' });
    },
  };
}
