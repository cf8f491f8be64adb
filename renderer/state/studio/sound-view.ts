/** What capture is to do with the sounds of a studio document: which to open, and what the mixer does with them. */
import { TRACK_NUMBERS } from '../../../shared/media/track.ts';
import { NO_SOURCE_ID } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { channelOf } from '../../../shared/studio/document.ts';
import { soundOf as readSound } from '../../../shared/studio/mixer/sound-view.ts';
import type { SoundChannel, SoundView as DocumentSound } from '../../../shared/studio/mixer/sound-view.ts';
import type { SoundChoice } from '../../media/capture/sound/sound-choice.ts';
import type { SoundView } from '../../media/capture/sound/sound-sources.ts';
import type { SceneSound } from '../../media/canvas/canvas-scene.ts';
import type { ChannelSettings, MixerSetup } from '../../media/worker/worker-messages.ts';
import { isSilent } from '../push-keys/push-keys.ts';

/** Each edit asks three times, a drag at every frame. */
const known = new WeakMap<StudioDocument, DocumentSound>();

function soundOf(studio: StudioDocument): DocumentSound {
  const sound = known.get(studio) ?? readSound(studio);
  known.set(studio, sound);
  return sound;
}

export function soundViewOf(studio: StudioDocument): SoundView {
  const { channels } = soundOf(studio);
  return {
    sounds: channels.map((channel) => ({ channelId: channel.id, choice: choiceOf(channel) })),
    mainId: channelOf(studio).id,
  };
}

/** @param held channels whose keys are held; undefined where nobody listens to keys. */
export function mixerOf(studio: StudioDocument, held?: ReadonlySet<string>): MixerSetup {
  const { channels, mixer } = soundOf(studio);
  const { isLimiterOn, ceilingDb, streamTrack } = mixer;
  return {
    channels: channels.map((channel) => channelSettings(channel, isSilent(channel, held))),
    ...{ isLimiterOn, ceilingDb },
    streamTrack: TRACK_NUMBERS.find((number) => number === streamTrack) ?? 1,
  };
}

export function sceneSoundsOf(studio: StudioDocument): readonly SceneSound[] {
  return soundOf(studio).channels.map(({ id, sourceId, presence }) => ({
    channelId: id,
    sourceId,
    presence,
  }));
}

function choiceOf({ input, sourceId }: SoundChannel): SoundChoice {
  switch (input.type) {
    case 'microphone':
    case 'tone':
    case 'system':
    case 'application':
      return input;
    default:
      return sourceId === NO_SOURCE_ID ? { type: 'none' } : { type: 'source', sourceId, kind: input.type };
  }
}

function channelSettings(channel: SoundChannel, isMuted: boolean): ChannelSettings {
  const { id, gain, syncOffsetMs, balance, isMono, side, trackMask, monitoring, input } = channel;
  return {
    ...{ id, gain, isMuted, syncOffsetMs, balance, isMono, side, monitoring, tracks: trackMask },
    isSoundExpected: input.type === 'microphone',
    filters: channel.filters.map((filter) => ({
      ...{ id: filter.id, isEnabled: filter.isEnabled, settings: filter.settings },
    })),
  };
}
