/** What capture is to do with the sounds of a studio document: which to open, and what the mixer does with them. */
import { NO_SOURCE_ID, soundFiltersOf } from '../../shared/studio/document-schema.ts';
import type { Canvas, Channel, StudioDocument } from '../../shared/studio/document-schema.ts';
import { channelOf } from '../../shared/studio/document.ts';
import { allTracks, mixerSettingsOf } from '../../shared/studio/mixer/channel-settings.ts';
import { containsScene } from '../../shared/studio/nesting.ts';
import { maskOfTracks, TRACK_NUMBERS } from '../media/mixer/core/mixer-types.ts';
import type { SoundChoice } from '../media/capture/sound/sound-choice.ts';
import type { SoundView } from '../media/capture/sound/sound-sources.ts';
import { shownSources } from '../media/canvas/canvas-scene.ts';
import type { CanvasScene, SceneSound } from '../media/canvas/canvas-scene.ts';
import type { ChannelSettings, MixerSetup } from '../media/worker/worker-messages.ts';

const noSound = { type: 'none' } as const;

export function soundViewOf(studio: StudioDocument): SoundView {
  return {
    sounds: studio.channels.map(({ id, sourceId }) => ({
      channelId: id,
      choice: choiceOf(studio, sourceId),
    })),
    mainId: channelOf(studio).id,
  };
}

export function mixerOf({ channels, mixer }: StudioDocument): MixerSetup {
  const { isLimiterOn, ceilingDb, streamTrack } = mixerSettingsOf(mixer);
  return {
    channels: channels.map(channelSettings),
    ...{ isLimiterOn, ceilingDb },
    streamTrack: TRACK_NUMBERS.find((number) => number === streamTrack) ?? 1,
  };
}

/** The sound of a video source is heard while its picture is on air, an audio source always or in its scenes. */
export function soundsOf(
  studio: StudioDocument,
  canvas: Canvas,
  { layers, composed = [], coming }: Pick<CanvasScene, 'layers' | 'composed' | 'coming'>,
): readonly SceneSound[] {
  const shown = new Set(shownSources({ layers, composed }));
  const next = new Set(coming === undefined ? [] : shownSources({ layers: coming.layers, composed }));
  const videos = new Set(studio.sources.filter(({ kind }) => kind === 'video').map(({ id }) => id));
  const isHeardIn = (
    { sourceId, sceneIds }: Channel,
    sceneId: string,
    sources: ReadonlySet<string>,
  ): boolean =>
    videos.has(sourceId)
      ? sources.has(sourceId)
      : (sceneIds?.some((wanted) => containsScene(studio, sceneId, wanted)) ?? true);
  const share = coming?.share ?? 0;
  return studio.channels.map((channel) => {
    const now = Number(isHeardIn(channel, canvas.sceneId, shown));
    const then = coming === undefined ? 0 : Number(isHeardIn(channel, canvas.preview?.sceneId ?? '', next));
    return { channelId: channel.id, sourceId: channel.sourceId, presence: now * (1 - share) + then * share };
  });
}

function choiceOf({ sources }: StudioDocument, sourceId: string): SoundChoice {
  if (sourceId === NO_SOURCE_ID) return noSound;
  const source = sources.find(({ id }) => id === sourceId);
  if (source === undefined) return noSound;
  return source.kind === 'audio' ? source.input : { type: 'source', sourceId, kind: source.input.type };
}

function channelSettings(channel: Channel): ChannelSettings {
  const { id, gain, isMuted, syncOffsetMs = 0, balance = 0, isMono = false, side } = channel;
  const { tracks = allTracks, monitoring = 'off' } = channel;
  const filters = soundFiltersOf(channel).map(({ id: filterId, isEnabled, settings }) => ({
    ...{ id: filterId, isEnabled, settings },
  }));
  return {
    ...{ id, gain, isMuted, syncOffsetMs, balance, isMono, side, monitoring, filters },
    tracks: maskOfTracks(tracks),
  };
}
