/**
 * In which order channels are processed: whoever listens to another comes after the other. In a circle one of them gets what the
 * other sounded like one block before, which no one hears.
 */
import type { ChainFilter } from '../filters/filter-chain.ts';

interface Listener {
  readonly id: string;
  readonly filters: readonly ChainFilter[];
}

export function sideChainOrder<Channel extends Listener>(channels: readonly Channel[]): Channel[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const order = new Set<Channel>();
  const seen = new Set<Channel>();
  const visit = (channel: Channel): void => {
    if (seen.has(channel)) return;
    seen.add(channel);
    for (const id of sideChains(channel.filters)) {
      const other = byId.get(id);
      if (other !== undefined) visit(other);
    }
    order.add(channel);
  };
  channels.forEach(visit);
  return [...order];
}

function sideChains(filters: readonly ChainFilter[]): string[] {
  return filters.flatMap(({ isEnabled, settings }) =>
    isEnabled && settings.type === 'compressor' && settings.sideChannelId !== undefined
      ? [settings.sideChannelId]
      : [],
  );
}
