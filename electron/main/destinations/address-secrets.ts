/**
 * At the start: settings of an older Upcast may hold a token or a password in a server's address. It is moved to the
 * keychain, and what the person has to know of it is put in words.
 */
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { DestinationStore } from './destination-store.ts';

/** Never fails. Undefined when there is nothing that the person has to know. */
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
    return new AppError('settings/no-keychain', {
      message:
        `the server’s address of ${whose} has a password or a token in it, which was taken out of the settings file: ` +
        'without a keychain it is kept until Upcast ends, and then the whole address has to be pasted again',
    });
  } catch (error) {
    const { code } = toAppError(error);
    const message =
      'a server’s address has a password or a token in it, which could not be moved to the keychain and still stands in the settings file';
    return new AppError(code === 'settings/write-failed' ? code : 'internal/bug', { message }, error);
  }
}
