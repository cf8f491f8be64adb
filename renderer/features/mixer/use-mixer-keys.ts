/** Keys of the mixer: one mutes the first channel. The strip that has the focus has keys of its own. */
import { runOrShowError, useServices } from '../../state/services.ts';
import { windowShortcuts } from '../../ui/keyboard/shortcut-keys.ts';
import type { Shortcuts } from '../../ui/use-shortcuts.ts';
import { firstChannel } from './shown-channels.ts';

export function useMixerKeys(): Shortcuts {
  const services = useServices();
  return {
    [windowShortcuts.mute]: () => {
      const channel = firstChannel(services.settings.store.getState().studio.channels);
      if (channel === undefined) return;
      const { id: channelId, isMuted } = channel;
      runOrShowError(services, services.run({ type: 'setChannel', channelId, isMuted: !isMuted }));
    },
  };
}
