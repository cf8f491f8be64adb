/** The options of the mixer: what `live` mutes, and which track it streams. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { TRACK_COUNT } from '../../../shared/studio/mixer/channel-settings.ts';
import { reduceDocument } from '../../../shared/studio/reduce/reduce.ts';
import { texts } from '../../../shared/text/text.ts';

export interface AskedSound {
  /** Names of sources. */
  readonly muted: readonly string[];
  /** The document's own when absent. */
  readonly streamTrack?: number;
}

/** @throws AppError `input/bad-option` */
export function parseSound(muted: readonly string[], track: string | undefined): AskedSound {
  if (track === undefined) return { muted };
  const streamTrack = Number(track);
  if (!/^\d$/.test(track) || streamTrack < 1 || streamTrack > TRACK_COUNT)
    throw new AppError('input/bad-option', { message: texts.options.track(TRACK_COUNT) });
  return { muted, streamTrack };
}

/** @throws AppError `input/bad-option` for a source that has no channel. */
export function withAskedSound(document: StudioDocument, { muted, streamTrack }: AskedSound): StudioDocument {
  const { sources, channels } = document;
  const nameOf = (sourceId: string): string | undefined => sources.find(({ id }) => id === sourceId)?.name;
  let next = document;
  for (const name of muted) {
    const channelId = channels.find(({ sourceId }) => nameOf(sourceId) === name)?.id;
    if (channelId === undefined) {
      const names = channels.flatMap(({ sourceId }) => nameOf(sourceId) ?? []);
      throw new AppError('input/bad-option', { message: texts.options.channelUnknown(name, names) });
    }
    next = reduceDocument(next, { type: 'setChannel', channelId, isMuted: true }, noId).document;
  }
  return streamTrack === undefined
    ? next
    : reduceDocument(next, { type: 'setMixer', streamTrack }, noId).document;
}

/** Neither command makes anything that has an id. */
const noId = (): string => '';
