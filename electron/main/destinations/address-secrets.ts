/**
 * At the start: moves tokens and passwords in server addresses, which older versions of Upcast saved with the settings, to
 * the keychain. Returns what the user has to know.
 */
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { DestinationStore } from './destination-store.ts';

/** Never fails. Undefined when there is nothing to report. */
export async function moveAddressSecrets(
  destinationStore: DestinationStore,
  hasKeychain: boolean,
  onMoved: (text: string) => void,
): Promise<AppError | undefined> {
  try {
    const names = await destinationStore.moveSecretsOut();
    if (names.length === 0) return undefined;
    const whose = names.map((name) => `“${name}”`).join(', ');
    if (hasKeychain) {
      onMoved(`the secret part of the address of ${whose} was moved to the keychain`);
      return undefined;
    }
    return withReason('settings/no-keychain', 'addressSecretHeld', { names: whose });
  } catch (error) {
    const { code } = toAppError(error);
    const isWrite = code === 'settings/write-failed';
    return withReason(isWrite ? code : 'internal/bug', 'addressSecretInFile', {}, error);
  }
}
