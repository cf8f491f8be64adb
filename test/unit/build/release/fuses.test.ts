/** Which fuses a package gets follows from what the package is for, and its signature from what makes it. */
import { FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
import { shippedFuses } from '../../../../build/package/fuses.mjs';

test.each([
  ['darwin', 'darwin', true],
  ['darwin', 'linux', false],
  ['win32', 'darwin', false],
  ['linux', 'linux', false],
])('M7: a package for %s made on %s has its ad-hoc signature renewed: %s', (platform, host, isRenewed) => {
  expect(shippedFuses(platform, host)).toMatchObject({ resetAdHocDarwinSignature: isRenewed });
});

test.each([
  ['darwin', true],
  ['win32', true],
  ['linux', false],
])('W8: a package for %s checks its archive on every host: %s', (platform, isChecked) => {
  for (const host of ['darwin', 'win32', 'linux'])
    expect(shippedFuses(platform, host)).toMatchObject({
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: isChecked,
    });
});
