/** Edits of the mixer's channels and of what the mixer does with all of them. */
import { isSameData } from '../../is-same-data.ts';
import { missingCase } from '../../assert.ts';
import { cleanName, cutName } from '../../destinations/name.ts';
import { texts } from '../../text/text.ts';
import { MAIN_ID } from '../document.ts';
import { MAX_SOURCES, NO_SOURCE_ID } from '../document-schema.ts';
import type { Channel, Source, StudioDocument } from '../document-schema.ts';
import { hasSound } from '../inputs.ts';
import type { AudioInput } from '../inputs.ts';
import { mixerDefaults, mixerSettingsOf } from '../mixer/channel-settings.ts';
import type { Mixer } from '../mixer/channel-settings.ts';
import { newChannel, plainChannel, withChannel, withoutChannels } from '../mixer/channels.ts';
import type { MixerCommand } from '../mixer/mixer-commands.ts';
import { findChannel, findScene, findSource, moved, refused } from './outcome.ts';
import type { MakeId, Outcome } from './outcome.ts';
import { uniqueName } from './unique-name.ts';
import { withoutSources } from './unused.ts';

type CommandOf<T extends MixerCommand['type']> = Extract<MixerCommand, { readonly type: T }>;

/** @throws AppError `studio/refused` */
export function reduceMixer(document: StudioDocument, command: MixerCommand, makeId: MakeId): Outcome {
  switch (command.type) {
    case 'setChannel':
      return { document: setChannel(document, command) };
    case 'addAudioSource':
      return addAudioSource(document, command, makeId);
    case 'setAudioInput':
      return { document: setAudioInput(document, command) };
    case 'addChannel':
      return addChannel(document, command.sourceId, makeId);
    case 'removeChannel':
      return { document: removeChannel(document, command.channelId) };
    case 'moveChannel': {
      const { id } = findChannel(document, command.channelId);
      const channels = moved(document.channels, id, command.index);
      return { document: channels === document.channels ? document : { ...document, channels } };
    }
    case 'setMixer':
      return { document: setMixer(document, command) };
    default:
      return missingCase(command);
  }
}

function setChannel(document: StudioDocument, command: CommandOf<'setChannel'>): StudioDocument {
  const { type: _type, channelId, gestureId: _gesture, side, monitoring, pushTo, ...others } = command;
  const channel = findChannel(document, channelId);
  for (const sceneId of command.sceneIds ?? []) findScene(document, sceneId);
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  const next: Channel = {
    ...channel,
    ...(Object.fromEntries(given) as Partial<Channel>),
    ...(side && { side: side === 'both' ? undefined : side }),
    ...(monitoring && { monitoring: monitoring === 'off' ? undefined : monitoring }),
    ...(pushTo && { pushTo: pushTo === 'off' ? undefined : pushTo }),
  };
  return isSameData(plainChannel(channel), plainChannel(next)) ? document : withChannel(document, next);
}

function addAudioSource(
  document: StudioDocument,
  { input, name = nameOf(input), sceneIds = [] }: CommandOf<'addAudioSource'>,
  makeId: MakeId,
): Outcome {
  const { sources, channels } = document;
  if (sources.length >= MAX_SOURCES) throw refused('tooManySources', { maximum: MAX_SOURCES });
  for (const sceneId of sceneIds) findScene(document, sceneId);
  const source: Source = { id: makeId(), name: uniqueName(name, sources), kind: 'audio', input };
  const next = { ...document, sources: [...sources, source] };
  const main = channels.find(({ id }) => id === MAIN_ID);
  const isMainFree = main?.sourceId === NO_SOURCE_ID;
  const channel = plainChannel({ ...newChannel(isMainFree ? MAIN_ID : makeId(), source.id), sceneIds });
  return {
    document: isMainFree ? withChannel(next, channel) : { ...next, channels: [...channels, channel] },
    created: { sourceId: source.id, channelId: channel.id },
  };
}

function nameOf(input: AudioInput): string {
  switch (input.type) {
    case 'microphone':
      return texts.names.microphone;
    case 'system':
      return texts.names.systemAudio;
    case 'application':
      return cutName(cleanName(input.name));
    case 'tone':
      return texts.names.tone;
  }
}

function setAudioInput(
  document: StudioDocument,
  { sourceId, input }: CommandOf<'setAudioInput'>,
): StudioDocument {
  const source = findSource(document, sourceId);
  if (source.kind !== 'audio') throw refused('sourceWithoutAudio');
  if (isSameData(source.input, input)) return document;
  const next = { ...source, input };
  return { ...document, sources: document.sources.map((each) => (each === source ? next : each)) };
}

function addChannel(document: StudioDocument, sourceId: string, makeId: MakeId): Outcome {
  const source = findSource(document, sourceId);
  if (document.channels.some((channel) => channel.sourceId === sourceId)) throw refused('channelThere');
  if (source.kind === 'video' && !hasSound(source.input)) throw refused('sourceWithoutAudio');
  const channel = newChannel(makeId(), sourceId);
  return {
    document: { ...document, channels: [...document.channels, channel] },
    created: { channelId: channel.id },
  };
}

function removeChannel(document: StudioDocument, channelId: string): StudioDocument {
  const { sourceId } = findChannel(document, channelId);
  const source = document.sources.find(({ id }) => id === sourceId);
  const rest = withoutChannels(document, [channelId]);
  return source?.kind === 'audio' ? withoutSources(rest, [sourceId]) : rest;
}

function setMixer(
  document: StudioDocument,
  { type: _type, gestureId: _gesture, ...changed }: CommandOf<'setMixer'>,
): StudioDocument {
  const { mixer: before, ...rest } = document;
  const mixer = plainMixer({ ...before, ...changed });
  if (isSameData(before, mixer)) return document;
  return mixer === undefined ? rest : { ...rest, mixer };
}

/** Without what is usual, in the schema's order, each recorded track once; undefined where all is usual. */
function plainMixer(mixer: Mixer): Mixer | undefined {
  const names = mixer.trackNames ?? [];
  const trackNames = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
  const recordingTracks = mixer.recordingTracks && [...new Set(mixer.recordingTracks)];
  const next = mixerSettingsOf({ ...mixer, trackNames, recordingTracks });
  const keys = Object.keys(mixerDefaults) as (keyof Mixer)[];
  const kept = keys.filter((key) => !isSameData(next[key], mixerDefaults[key]));
  return kept.length === 0 ? undefined : Object.fromEntries(kept.map((key) => [key, next[key]]));
}
