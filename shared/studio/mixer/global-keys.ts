/** Keys that mute a channel from whatever application is in front. Pure. */
import type { Channel } from '../document-schema.ts';

/** Whether the key may be taken from all applications: nobody types with it. */
export function isGlobalKey(accelerator: string): boolean {
  const [key = '', ...modifiers] = accelerator.split('+').toReversed();
  return modifiers.some((modifier) => modifier !== 'Shift') || /^F\d{1,2}$/.test(key);
}

/** By key, the channels that it mutes and unmutes. */
export function toggleKeysOf(
  channels: readonly Pick<Channel, 'id' | 'pushTo'>[],
): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { id, pushTo } of channels)
    if (pushTo?.mode === 'toggle')
      keys.set(pushTo.accelerator, [...(keys.get(pushTo.accelerator) ?? []), id]);
  return keys;
}
