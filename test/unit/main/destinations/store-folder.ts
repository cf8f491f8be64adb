/** A profile's folder with the real destination store over the real stores: empty for each test. Call it once at the top of a file. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { SecretRegister } from '../../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../../electron/main/destinations/destination-store.ts';
import { SecretStore } from '../../../../electron/settings/secrets.ts';
import type { Keychain } from '../../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { noSystemProxy } from '../../../support/computer/no-system-proxy.ts';
import { cipherKeychain } from '../../../support/saved/cipher-keychain.ts';

export const KEY = 'sk-271828';
const now = (): number => 7;

interface OpenedStores {
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly register: SecretRegister;
  readonly destinationStore: DestinationStore;
}

interface StoreFolder {
  /** Where the files lie. */
  readonly folder: string;
  /** What seals from the next `open` on. */
  keychain: Keychain;
  /** Opens the stores as a start of Upcast does, with what lies in the folder. */
  open(): Promise<OpenedStores>;
  /** All that the files hold. */
  everyFile(): string;
}

export function prepareStoreFolder(): StoreFolder {
  const prepared = {
    folder: '',
    keychain: cipherKeychain(),
    async open() {
      const settings = await SettingsStore.open(prepared.folder, now);
      const secrets = await SecretStore.open(prepared.folder, prepared.keychain, now);
      const register = new SecretRegister();
      const destinationStore = new DestinationStore(settings, secrets, register, noSystemProxy);
      await destinationStore.settle();
      return { settings, secrets, register, destinationStore };
    },
    everyFile: () =>
      readdirSync(prepared.folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
        .join('\n'),
  };
  beforeEach(() => {
    prepared.folder = mkdtempSync(join(tmpdir(), 'upcast-stores-'));
    prepared.keychain = cipherKeychain();
  });
  afterEach(() => rmSync(prepared.folder, { recursive: true, force: true }));
  return prepared;
}

export function destination(url: string, more: Partial<Destination> = {}): Destination {
  return {
    ...destinationSchema.parse({ id: 'one', name: 'One', serviceId: 'custom', url, isEnabled: true }),
    ...more,
  };
}
