/**
 * Settings and secrets together, as they fit each other. The window owns both files; a `live` beside it reads them and
 * changes neither, whatever it finds.
 */
import { withReason } from '../../shared/errors/error-reasons.ts';
import { SecretStore } from './secrets.ts';
import type { Keychain } from './secrets.ts';
import { SettingsStore } from './settings-store.ts';

/** Reading takes milliseconds: the window does not save so often. */
const MAX_READS = 100;

export interface SavedStores {
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
}

export interface OpenSavedOptions {
  readonly folder: string;
  readonly keychain: Keychain;
  readonly now: () => number;
  /** Another process may be saving: nothing is written, moved or removed. */
  readonly isReadOnly: boolean;
}

/** @throws AppError `settings/corrupt` when another process saves without an end. */
export async function openSaved(options: OpenSavedOptions): Promise<SavedStores> {
  const { folder, keychain, now, isReadOnly } = options;
  for (let count = 0; count < MAX_READS; count += 1) {
    const settings = await SettingsStore.open(folder, now, isReadOnly);
    const secrets = await SecretStore.open(folder, keychain, now, isReadOnly);
    // Saved between the two reads: a key of one could stand beside a server of the other.
    if (!isReadOnly || (await settings.isCurrent())) return { settings, secrets };
  }
  throw withReason('settings/corrupt', 'settingsBusy');
}
