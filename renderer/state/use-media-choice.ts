/** Choosing video and audio: captures at once and remembers. */
import { audioInputOf, channelOf, mainVideoOf } from '../../shared/studio/document.ts';
import type { AudioChoice, CapturedInput } from '../../shared/studio/inputs.ts';
import { runOrShowError, useServices } from './services.ts';

export interface MediaChoice {
  /** @param sourceId the source that gets the input; without one the scene's own, or a new one where it has none. */
  chooseSource(input: CapturedInput, sourceId?: string): void;
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
    chooseSource: (input, sourceId) => {
      const { studio } = settings.store.getState();
      const main = mainVideoOf(studio);
      const isMain = sourceId === undefined || sourceId === main?.id;
      const remember = isMain
        ? run({ type: 'setVideoSource', source: input })
        : run({ type: 'setSourceInput', sourceId, input });
      runOrShowError(services, Promise.all([capture.openSource(input, sourceId), remember]));
      // The test pattern's beeps end with the pattern.
      const isHeard =
        audioInputOf(studio).type === 'source' && channelOf(studio).sourceId === (sourceId ?? main?.id);
      if (isHeard && input.type !== 'pattern') chooseAudio({ type: 'microphone' });
    },
  };
}
