/** The audio filters that were copied, for as long as the window lives, and how they come into another channel. */
import { createStore } from 'zustand/vanilla';
import type { Channel, SoundFilter } from '../../../../shared/studio/document-schema.ts';
import type { Services } from '../../../state/services.ts';
import { filterEdits } from '../../filters/index.ts';
import type { CopiedFilters, FilterEdits } from '../../filters/index.ts';

export const copiedSoundFilters: CopiedFilters<SoundFilter> = createStore<{
  readonly filters: readonly SoundFilter[];
}>(() => ({ filters: [] }));

/** A compressor that listened to the channel it comes to, or to one that is gone, listens to its own. */
export function filtersFor<F extends Pick<SoundFilter, 'settings'>>(
  filters: readonly F[],
  channelId: string,
  channels: readonly Pick<Channel, 'id'>[],
): readonly F[] {
  return filters.map((filter) => {
    const { settings } = filter;
    if (settings.type !== 'compressor' || settings.sideChannelId === undefined) return filter;
    const { sideChannelId, ...own } = settings;
    const isThere = sideChannelId !== channelId && channels.some(({ id }) => id === sideChannelId);
    return isThere ? filter : { ...filter, settings: own };
  });
}

export function soundFilterEdits(services: Services, channelId: string): FilterEdits<SoundFilter> {
  const edits = filterEdits(services, { channelId });
  return {
    ...edits,
    paste: async (filters) => {
      const { channels } = services.settings.store.getState().studio;
      return await edits.paste(filtersFor(filters, channelId, channels));
    },
  };
}
