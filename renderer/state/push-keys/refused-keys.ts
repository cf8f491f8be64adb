/** Which mute keys work in the window alone, as main says. */
import { createStore } from 'zustand/vanilla';
import type { Client } from '../client.ts';

export const refusedKeys = createStore<{ readonly keys: readonly string[] }>(() => ({ keys: [] }));

/** For as long as the page lives. */
export function followRefusedKeys(client: Client, onFailed: (cause: unknown) => void): void {
  client.on('keys:refused', (keys) => refusedKeys.setState({ keys }));
  client
    .invoke('keys:refused')
    .then((keys) => refusedKeys.setState({ keys }))
    .catch(onFailed);
}
