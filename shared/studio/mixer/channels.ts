/** Channels that come with sources and scenes, and go with them. Pure. */
import { MAIN_ID } from '../document.ts';
import { NO_SOURCE_ID, sideChannelOf } from '../document-schema.ts';
import type { Channel, SoundFilter, StudioDocument } from '../document-schema.ts';
import { hasSound } from '../inputs.ts';
import { allTracks } from './channel-settings.ts';

export function newChannel(id: string, sourceId: string): Channel {
  return { id, sourceId, isMuted: false, gain: 1 };
}

/** With its members in the schema's order and without those that are usual, so that equal channels are the same data. */
export function plainChannel(channel: Channel): Channel {
  const { id, sourceId, isMuted, gain, side, monitoring, pushTo } = channel;
  const { syncOffsetMs = 0, balance = 0, isMono = false, tracks = allTracks } = channel;
  const { sceneIds = [], filters = [] } = channel;
  const isAll = allTracks.every((track) => tracks.includes(track));
  return {
    ...{ id, sourceId, isMuted, gain },
    ...(syncOffsetMs !== 0 && { syncOffsetMs }),
    ...(balance !== 0 && { balance }),
    ...(isMono && { isMono }),
    ...(side && { side }),
    ...(!isAll && { tracks: allTracks.filter((track) => tracks.includes(track)) }),
    ...(monitoring && { monitoring }),
    ...(sceneIds.length > 0 && { sceneIds: [...new Set(sceneIds)] }),
    ...(filters.length > 0 && { filters }),
    ...(pushTo && { pushTo }),
  };
}

/** With this channel in place of the one with its id. */
export function withChannel(document: StudioDocument, channel: Channel): StudioDocument {
  const next = plainChannel(channel);
  return {
    ...document,
    channels: document.channels.map((each) => (each.id === channel.id ? next : each)),
  };
}

/**
 * A video source whose sound is new gets its channel, and loses it with the sound. The main channel stays with a source that was
 * chosen for it.
 */
export function withSoundOf(
  document: StudioDocument,
  sourceId: string,
  hadSound: boolean,
  makeId: () => string,
): StudioDocument {
  const source = document.sources.find(({ id }) => id === sourceId);
  const channel = document.channels.find((each) => each.sourceId === sourceId);
  const isHeard = source?.kind === 'video' && hasSound(source.input);
  if (isHeard && !hadSound && channel === undefined)
    return { ...document, channels: [...document.channels, newChannel(makeId(), sourceId)] };
  if (isHeard || channel === undefined || channel.id === MAIN_ID) return document;
  return withoutChannels(document, [channel.id]);
}

/** Filters that listen to one of them go on with their own channel. The main channel stays, silent. */
export function withoutChannels(document: StudioDocument, ids: readonly string[]): StudioDocument {
  if (ids.length === 0) return document;
  const gone = new Set(ids);
  const channels = document.channels
    .filter(({ id }) => id === MAIN_ID || !gone.has(id))
    .map((channel) => withoutSides(gone.has(channel.id) ? newChannel(MAIN_ID, NO_SOURCE_ID) : channel, gone));
  return { ...document, channels: channels.length > 0 ? channels : [newChannel(MAIN_ID, NO_SOURCE_ID)] };
}

function withoutSides(channel: Channel, gone: ReadonlySet<string>): Channel {
  const { filters } = channel;
  if (filters?.some(({ settings }) => gone.has(sideChannelOf(settings) ?? '')) !== true) return channel;
  return { ...channel, filters: filters.map((filter) => withoutSide(filter, gone)) };
}

function withoutSide(filter: SoundFilter, gone: ReadonlySet<string>): SoundFilter {
  const { settings } = filter;
  if (settings.type !== 'compressor' || !gone.has(settings.sideChannelId ?? '')) return filter;
  const { sideChannelId: _gone, ...own } = settings;
  return { ...filter, settings: own };
}

/** Those that are heard while the scene is on air, and in no other. */
export function sourcesHeardOnlyIn({ channels }: StudioDocument, sceneId: string): string[] {
  return channels.flatMap((channel) =>
    channel.sceneIds?.every((id) => id === sceneId) === true ? [channel.sourceId] : [],
  );
}

/** What is heard in one scene is heard in the other as well. */
export function withSameSound(document: StudioDocument, sceneId: string, other: string): StudioDocument {
  return withSceneIds(document, (ids) => (ids.includes(sceneId) ? [...ids, other] : ids));
}

/** A channel that had no other scene is heard always. */
export function withoutSceneId(document: StudioDocument, sceneId: string): StudioDocument {
  return withSceneIds(document, (ids) => ids.filter((id) => id !== sceneId));
}

function withSceneIds(document: StudioDocument, change: (ids: string[]) => string[]): StudioDocument {
  if (document.channels.every(({ sceneIds }) => sceneIds === undefined)) return document;
  return {
    ...document,
    channels: document.channels.map((channel) =>
      channel.sceneIds === undefined
        ? channel
        : plainChannel({ ...channel, sceneIds: change(channel.sceneIds) }),
    ),
  };
}
