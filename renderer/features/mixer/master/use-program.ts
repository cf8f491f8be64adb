/** What the document says of the program, with what is usual where it says nothing. */
import { useShallow } from 'zustand/react/shallow';
import { mixerSettingsOf } from '../../../../shared/studio/mixer/channel-settings.ts';
import type { MixerSettings } from '../../../../shared/studio/mixer/channel-settings.ts';
import type { LoudnessTarget } from '../../../../shared/sound/targets.ts';
import { useSettings } from '../../../state/services.ts';
import { texts } from '../../../../shared/text/text.ts';
import { targetOf } from './program-loudness.ts';

export function useMixer(): MixerSettings {
  return useSettings(useShallow(({ studio }) => mixerSettingsOf(studio.mixer)));
}

export function useTarget(): LoudnessTarget {
  return useSettings(
    useShallow(({ studio, destinations }) => targetOf(mixerSettingsOf(studio.mixer).target, destinations)),
  );
}

/** `Track 2`, or the name that it was given. */
export function trackName({ trackNames }: Pick<MixerSettings, 'trackNames'>, number: number): string {
  const name = trackNames[number - 1] ?? '';
  return name === '' ? texts.mixer.tracks.name(number) : name;
}
