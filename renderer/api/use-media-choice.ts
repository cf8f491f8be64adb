/** Choosing picture and sound: captures at once and remembers. */
import type { AudioChoice, SourceChoice } from '../../shared/settings/settings.ts';
import { runOrTell, useServices } from './services.ts';

export interface MediaChoice {
  chooseSource(source: SourceChoice): void;
  chooseAudio(audio: AudioChoice): void;
}

export function useMediaChoice(): MediaChoice {
  const services = useServices();
  const { capture, settings } = services;
  const chooseAudio = (audio: AudioChoice) => {
    runOrTell(services, Promise.all([capture.setAudio(audio), settings.update({ audio })]));
  };
  return {
    chooseAudio,
    chooseSource: (source) => {
      runOrTell(services, Promise.all([capture.setSource(source), settings.update({ source })]));
      const sound = settings.store.getState().audio.type;
      if (sound === 'source' && source.type !== 'pattern') chooseAudio({ type: 'microphone' });
    },
  };
}
