/** The window's replica of the settings; every change goes to main and comes back as what was kept. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { InvokeInput } from '../../shared/ipc/contract.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Client } from './client.ts';

export type SettingsPatch = InvokeInput<'settings:update'>;

export interface SettingsStore {
  readonly store: StoreApi<Settings>;
  /** @throws AppError when it could not be kept. */
  update(patch: SettingsPatch): Promise<void>;
  /** Takes what main has, after something other than `update` changed it. */
  refresh(): Promise<void>;
  dispose(): void;
}

export function createSettingsStore(client: Client, initial: Settings): SettingsStore {
  const store = createStore<Settings>(() => initial);
  const take = (settings: Settings) => store.setState(settings, true);
  const end = client.on('settings:changed', take);
  return {
    store,
    update: async (patch) => take(await client.invoke('settings:update', patch)),
    refresh: async () => take(await client.invoke('settings:get')),
    dispose: end,
  };
}
