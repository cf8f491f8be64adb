/** Presets of audio filters for a channel. Pure. */
import { MAIN_ID } from '../../../../shared/studio/document.ts';
import type { Channel, SoundFilter } from '../../../../shared/studio/document-schema.ts';
import { soundPresetIds, soundPresetOf } from '../../../../shared/studio/mixer/sound-presets.ts';
import type { NewFilter } from '../../filters/index.ts';
import { shownChannels } from '../shown-channels.ts';
import { texts } from '../../../../shared/text/text.ts';

export interface SoundPreset {
  readonly label: string;
  readonly filters: readonly NewFilter<SoundFilter>[];
}

/** Ducking listens to the main channel, or else to the first other one; the only channel has none to listen to. */
export function presetsFor(channelId: string, channels: readonly Channel[]): readonly SoundPreset[] {
  const others = shownChannels(channels).filter(({ id }) => id !== channelId);
  const voice = others.find(({ id }) => id === MAIN_ID) ?? others[0];
  return soundPresetIds
    .filter((id) => id !== 'ducking' || voice !== undefined)
    .map((id) => ({
      label: texts.soundPresets[id].name,
      filters: soundPresetOf(id, voice?.id ?? channelId).map((settings) => ({
        name: texts.soundFilters.types[settings.type],
        isEnabled: true,
        settings,
      })),
    }));
}
