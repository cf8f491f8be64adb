/** Opens the saved destinations: what an earlier run left half done is finished, and secrets in addresses go to the keychain. */
import { app } from 'electron';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { Logger } from '../../log/logger.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import type { SecretStore } from '../../settings/secrets.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { moveAddressSecrets } from './address-secrets.ts';
import { DestinationStore } from './destination-store.ts';

export interface OpenDestinationsOptions {
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly register: SecretRegister;
  /** `live` changes nothing that is saved. */
  readonly isReadOnly: boolean;
  readonly log: Logger;
}

export interface OpenedDestinations {
  readonly destinationStore: DestinationStore;
  /** What the window says at its start. */
  readonly startProblems: readonly AppError[];
}

export async function openDestinations(options: OpenDestinationsOptions): Promise<OpenedDestinations> {
  const { settings, secrets, register, isReadOnly, log } = options;
  const destinationStore = new DestinationStore(
    settings,
    secrets,
    register,
    async (url) => await app.resolveProxy(url),
  );
  await destinationStore
    .settle()
    .catch((error: unknown) => log.error('settings', 'a change that was cut off', toAppError(error)));
  const startProblems = [
    settings.problem,
    settings.collectionProblem,
    secrets.problem,
    isReadOnly
      ? undefined
      : await moveAddressSecrets(destinationStore, secrets.hasKeychain, (text) => log.info('settings', text)),
  ].filter((problem) => problem !== undefined);
  for (const problem of startProblems) log.error('settings', 'at start', problem);
  return { destinationStore, startProblems };
}
