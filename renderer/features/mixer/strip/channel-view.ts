/** A channel as its strip shows it: name, kind, what ducks it. Pure. */
import type { Channel, Source, StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { soundFiltersOf } from '../../../../shared/studio/document-schema.ts';
import { texts } from '../../../../shared/text/text.ts';

export function sourceOf({ sources }: StudioDocument, { sourceId }: Channel): Source | undefined {
  return sources.find(({ id }) => id === sourceId);
}

/** @param label what the device calls itself; stands for a name that nobody gave. */
export function channelName(source: Source | undefined, label: string | undefined): string {
  if (source === undefined) return texts.mixer.noAudio;
  const isUnnamed = source.kind === 'audio' && source.name === texts.names.audioSource;
  return isUnnamed ? (label ?? kindName(source)) : source.name;
}

function kindName({ input }: Source): string {
  if (input.type === 'microphone') return texts.mixer.microphone;
  return input.type === 'tone' ? texts.mixer.tone : texts.mixer.otherAudio;
}

/** The filters that are on, by name; a compressor that listens to another channel says which. */
export function filterLine(
  channel: Channel,
  nameOf: (channelId: string) => string | undefined,
): string | undefined {
  const enabled = soundFiltersOf(channel).filter(({ isEnabled }) => isEnabled);
  const duckers = enabled.flatMap(({ settings }) => {
    const name =
      settings.type === 'compressor' && settings.sideChannelId !== undefined
        ? nameOf(settings.sideChannelId)
        : undefined;
    return name === undefined ? [] : [name];
  });
  const others = enabled
    .filter(({ settings }) => settings.type !== 'compressor' || settings.sideChannelId === undefined)
    .map(({ name }) => name);
  const parts = [...(duckers.length === 0 ? [] : [texts.mixer.duckedBy([...new Set(duckers)])]), ...others];
  return parts.length === 0 ? undefined : texts.mixer.filterNames(parts);
}
