/** The sounds of a collection as channels of the mixer, and what of each is lost on the way. Pure. */
import { cutName } from '../../destinations/name.ts';
import { texts } from '../../text/text.ts';
import { MAIN_ID } from '../../studio/document.ts';
import { MAX_SOURCES, NO_SOURCE_ID } from '../../studio/document-schema.ts';
import type { Channel, Source } from '../../studio/document-schema.ts';
import { hasSound } from '../../studio/inputs.ts';
import type { AudioInput } from '../../studio/inputs.ts';
import {
  MAX_KEY_RELEASE_MS,
  MAX_SYNC_OFFSET_MS,
  MIN_SYNC_OFFSET_MS,
} from '../../studio/mixer/channel-settings.ts';
import { newChannel, plainChannel } from '../../studio/mixer/channels.ts';
import { toSoundFilters } from './to-sound-filters.ts';
import type { FindChannel, FoundSoundFilter } from './to-sound-filters.ts';
import type { ObsCollection, ObsDevice, ObsGroup, ObsScene, ObsSource } from '../collection.ts';

const MAX_GAIN = 4;
/** Pictures have the other half of the sources. */
const MAX_SOUNDS = MAX_SOURCES / 2;

export type SoundSource = ObsSource & {
  readonly input: Extract<ObsSource['input'], { type: 'microphone' | 'systemSound' | 'applicationSound' }>;
};

/** A channel, and what its source has in OBS that the channel hasn't. */
export interface FoundChannel {
  readonly source: ObsSource;
  readonly channel: Channel;
  /** Names of settings, as the report has them. */
  readonly lost: readonly string[];
  readonly filters: readonly FoundSoundFilter[];
  /** Why the channel is muted here and not in OBS. */
  readonly mutedFor: 'pushKey' | 'hiddenSound' | undefined;
}

export function isSound(source: ObsSource): source is SoundSource {
  const { type } = source.input;
  return type === 'microphone' || type === 'systemSound' || type === 'applicationSound';
}

/** Whether a device was chosen, and not the usual one of the computer. */
export function isNamedDevice({ id }: ObsDevice): boolean {
  return id !== '' && id !== 'default';
}

/** The main channel's first: the first microphone that sounds in every scene, or else the first at all. */
export function soundsOf({ sources }: ObsCollection): readonly SoundSource[] {
  const sounds = sources.filter(isSound);
  const main = mainSoundOf(sounds);
  return [...(main ? [main] : []), ...sounds.filter((each) => each !== main)].slice(0, MAX_SOUNDS);
}

function mainSoundOf(sounds: readonly SoundSource[]): SoundSource | undefined {
  const microphones = sounds.filter(({ input }) => input.type === 'microphone');
  return microphones.find(({ isGlobalAudio }) => isGlobalAudio) ?? microphones[0];
}

export function toAudioSource({ key: id, name, input, pictureKey }: SoundSource): Source {
  const own = pictureKey === undefined ? name : cutName(texts.names.soundOf(name));
  return { id, name: own, kind: 'audio', input: toAudioInput(input, name) };
}

function toAudioInput({ type, device }: SoundSource['input'], name: string): AudioInput {
  const label = device.label || undefined;
  switch (type) {
    case 'microphone':
      return { type: 'microphone', label };
    case 'systemSound':
      return { type: 'system', label };
    case 'applicationSound':
      return { type: 'application', name: device.label || name };
  }
}

/**
 * @param videos of the document, by the keys of the collection
 * @param scenes of the document, as the collection has them
 */
export function toChannels(
  collection: ObsCollection,
  videos: ReadonlyMap<string, Source>,
  scenes: readonly (ObsScene | ObsGroup)[],
): readonly FoundChannel[] {
  const sounds = soundsOf(collection);
  const main = mainSoundOf(sounds);
  const isHeard = ({ key }: ObsSource): boolean => {
    const source = videos.get(key);
    return source?.kind === 'video' && hasSound(source.input);
  };
  const all = [...sounds, ...collection.sources.filter(isHeard)];
  const ids = new Map(all.map((each) => [each.key, each === main ? MAIN_ID : `${each.key}-channel`]));
  const keys = new Map(all.map(({ name, key }) => [name, key]));
  return all.map((source) => {
    const find: FindChannel = (name) => {
      const key = keys.get(name);
      return key === undefined || key === source.key ? undefined : ids.get(key);
    };
    return toChannel(source, ids.get(source.key) ?? '', find, scenes);
  });
}

/** The document's list: the main channel is there, and first. */
export function channelsOf(found: readonly FoundChannel[]): Channel[] {
  const channels = found.map(({ channel }) => channel);
  const hasMain = channels.some(({ id }) => id === MAIN_ID);
  return hasMain ? channels : [newChannel(MAIN_ID, NO_SOURCE_ID), ...channels];
}

function toChannel(
  source: ObsSource,
  id: string,
  findChannel: FindChannel,
  scenes: readonly (ObsScene | ObsGroup)[],
): FoundChannel {
  const { key: sourceId, audio } = source;
  const filters = toSoundFilters(source.filters, findChannel);
  const { pushKey } = audio;
  const accelerator = pushKey?.accelerator;
  const isInScenes = isSound(source) && !source.isGlobalAudio;
  const sceneIds = isInScenes ? scenesOf(source, scenes) : [];
  const isHidden = isInScenes && !isShown(source, scenes);
  const isKeyLost = pushKey?.mode === 'talk' && accelerator === undefined;
  const channel = plainChannel({
    ...{ id, sourceId, isMuted: audio.isMuted || isHidden || isKeyLost },
    gain: Math.min(audio.gain, MAX_GAIN),
    syncOffsetMs: syncOffsetOf(audio.syncOffsetMs),
    balance: audio.balance * 2 - 1,
    isMono: audio.isMono,
    tracks: [...audio.tracks],
    monitoring: audio.monitoring === 'off' ? undefined : audio.monitoring,
    sceneIds,
    filters: filters.flatMap(({ filter }) => filter ?? []),
    pushTo:
      pushKey === undefined || accelerator === undefined
        ? undefined
        : {
            ...{ mode: pushKey.mode, accelerator },
            releaseMs: Math.min(pushKey.releaseMs, MAX_KEY_RELEASE_MS),
          },
  });
  const lost = [
    ...(audio.gain > MAX_GAIN ? ['gain'] : []),
    ...(syncOffsetOf(audio.syncOffsetMs) === Math.round(audio.syncOffsetMs) ? [] : ['syncOffset']),
    ...(pushKey?.mode === 'mute' && accelerator === undefined ? ['pushToMute'] : []),
  ];
  const mutedFor = isKeyLost ? 'pushKey' : isHidden ? 'hiddenSound' : undefined;
  return { source, channel, lost, filters, mutedFor: audio.isMuted ? undefined : mutedFor };
}

function syncOffsetOf(ms: number): number {
  return Math.min(MAX_SYNC_OFFSET_MS, Math.max(MIN_SYNC_OFFSET_MS, Math.round(ms))) + 0;
}

/** Those in which the source is heard; where it is hidden everywhere, those in which it stands. */
function scenesOf({ pictureKey, key: own }: ObsSource, scenes: readonly (ObsScene | ObsGroup)[]): string[] {
  const key = pictureKey ?? own;
  const holding = scenes.filter(({ items }) => items.some(({ sourceKey }) => sourceKey === key));
  const shown = holding.filter(({ items }) =>
    items.some(({ sourceKey, isVisible }) => sourceKey === key && isVisible),
  );
  return (shown.length > 0 ? shown : holding).map((scene) => scene.key);
}

function isShown({ pictureKey, key: own }: ObsSource, scenes: readonly (ObsScene | ObsGroup)[]): boolean {
  const key = pictureKey ?? own;
  return scenes.some(({ items }) => items.some(({ sourceKey, isVisible }) => sourceKey === key && isVisible));
}
