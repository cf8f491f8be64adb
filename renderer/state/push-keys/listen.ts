/** Listens to the window's keys for push to talk, push to mute, and mute keys that work here alone. What is typed into a text talks to nobody. */
import { acceleratorOf } from './accelerator.ts';
import { PushKeys } from './push-keys.ts';
import { refusedKeys } from './refused-keys.ts';
import { createStore } from 'zustand/vanilla';
import type { SettingsStore } from '../settings-store.ts';

/** Undefined while nobody listens to keys, as without a window. */
export const heldChannels = createStore<{ readonly ids: ReadonlySet<string> | undefined }>(() => ({
  ids: undefined,
}));

const TEXT =
  'textarea, [contenteditable], input:not([type="range"], [type="color"], [type="checkbox"], [type="radio"])';

/** For as long as the page lives. @param setMuted of a channel. */
export function listenToPushKeys(
  { store }: Pick<SettingsStore, 'store'>,
  setMuted: (channelId: string, isMuted: boolean) => void,
): void {
  heldChannels.setState({ ids: new Set() });
  const keys = new PushKeys({
    channels: () => store.getState().studio.channels,
    onChange: (ids) => heldChannels.setState({ ids }),
    isTogglerHere: (accelerator) => refusedKeys.getState().keys.includes(accelerator),
    toggle: (channelId) => {
      const channel = store.getState().studio.channels.find(({ id }) => id === channelId);
      if (channel !== undefined) setMuted(channelId, !channel.isMuted);
    },
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  addEventListener('keydown', (event) => {
    if (event.repeat) return;
    const isText = event.target instanceof Element && event.target.matches(TEXT);
    if (isText && !event.ctrlKey && !event.altKey && !event.metaKey && event.key.length === 1) return;
    const accelerator = acceleratorOf(event);
    if (accelerator !== undefined && keys.press(accelerator, event.code)) event.preventDefault();
  });
  addEventListener('keyup', ({ code }) => keys.release(code));
  addEventListener('blur', () => keys.releaseAll());
}
