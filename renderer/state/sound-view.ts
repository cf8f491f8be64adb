/** What capture is to do with the sounds of a studio document: which to open, and what the mixer does with them. */
import { NO_SOURCE_ID } from '../../shared/studio/document-schema.ts';
import type { Channel, StudioDocument } from '../../shared/studio/document-schema.ts';
import { channelOf } from '../../shared/studio/document.ts';
import type { MicChannel } from '../../shared/settings/settings.ts';
import { maskOfTracks, TRACK_NUMBERS } from '../media/mixer/core/mixer-types.ts';
import type { SoundChoice } from '../media/capture/sound/sound-choice.ts';
import type { SoundView } from '../media/capture/sound/sound-sources.ts';
import { shownSources } from '../media/canvas/canvas-scene.ts';
import type { CanvasScene, SceneSound } from '../media/canvas/canvas-scene.ts';
import type { ChannelSettings, MixerSettings } from '../media/worker/worker-messages.ts';

const noSound = { type: 'none' } as const;

export function soundViewOf(studio: StudioDocument): SoundView {
  return {
    sounds: studio.channels.map(({ id, sourceId }) => ({ channelId: id, choice: choiceOf(studio, sourceId) })),
    mainId: channelOf(studio).id,
  };
}

export function mixerOf(studio: StudioDocument, micChannel: MicChannel | undefined): MixerSettings {
  const main = channelOf(studio);
  const side = micChannel === 'stereo' ? undefined : micChannel;
  return {
    channels: studio.channels.map((channel) => channelSettings(channel, channel === main ? side : undefined)),
    isLimiterOn: true,
    ceilingDb: -1,
  };
}

/** The sound of a video source is heard while its picture is on air. */
export function soundsOf(
  { channels, sources }: StudioDocument,
  scene: Pick<CanvasScene, 'layers' | 'composed' | 'coming'>,
): readonly SceneSound[] {
  const { layers, composed = [], coming } = scene;
  const onAir = new Set(shownSources({ layers, composed }));
  const next = new Set(coming === undefined ? [] : shownSources({ layers: coming.layers, composed }));
  const videos = new Set(sources.filter(({ kind }) => kind === 'video').map(({ id }) => id));
  const share = coming?.share ?? 0;
  return channels.map(({ id, sourceId }) => {
    const isAlways = !videos.has(sourceId);
    const presence = isAlways ? 1 : Number(onAir.has(sourceId)) * (1 - share) + Number(next.has(sourceId)) * share;
    return { channelId: id, sourceId, presence };
  });
}

function choiceOf({ sources }: StudioDocument, sourceId: string): SoundChoice {
  if (sourceId === NO_SOURCE_ID) return noSound;
  const source = sources.find(({ id }) => id === sourceId);
  if (source === undefined) return noSound;
  return source.kind === 'audio' ? source.input : { type: 'source', sourceId, kind: source.input.type };
}

function channelSettings({ id, gain, isMuted, syncOffsetMs = 0 }: Channel, side: ChannelSettings['side']): ChannelSettings {
  return {
    ...{ id, gain, isMuted, syncOffsetMs, side },
    ...{ balance: 0, isMono: false, monitoring: 'off', filters: [] },
    tracks: maskOfTracks(TRACK_NUMBERS),
  };
}
