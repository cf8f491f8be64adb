import { expect, it } from 'vitest';
import { startNotices } from '../../../renderer/start-notices.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../../shared/errors/error-reasons.ts';

const unread =
  'Upcast couldn’t read some of your saved settings. Check your destinations and settings before you go live.';

it.each<readonly [ErrorReason, string]>([
  [
    'keychainRefused',
    'Your keychain couldn’t open the saved stream keys. The keys are still saved. Unlock the keychain and restart Upcast. If you enter keys now, Upcast keeps them only until you quit. Upcast didn’t delete anything.',
  ],
  [
    'keysFileLocked',
    'Couldn’t read secrets.bin. Your stream keys are still saved there. If you enter keys now, Upcast keeps them only until you quit. Upcast didn’t delete anything.',
  ],
])('saved keys that can’t be opened are told with what to do: %s', (reason, text) => {
  const problem = withReason('settings/keys-locked', reason, { file: 'secrets.bin' }).toRecord();
  expect(startNotices([problem])).toEqual([{ title: unread, text }]);
});
