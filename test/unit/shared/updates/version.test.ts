import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isNewer } from '../../../../shared/updates/version.ts';

/** Semantic Versioning 2.0.0, section 11, and what lies around it. */
const ascending = [
  ...[
    '0.9.9',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
  ],
  ...['1.0.0-rc.1', '1.0.0', '1.0.1', '1.1.0', '1.10.0', '2.0.0-beta.1', '2.0.0', '10.0.0'],
];

it('versions are in the order of their rules', () => {
  for (const [index, one] of ascending.entries())
    for (const [other, version] of ascending.entries())
      expect([version, one, isNewer(version, one)]).toEqual([version, one, other > index]);
});

it('what is no version is newer than none, and none is newer than what is no version', () => {
  for (const text of ['', '1', '1.2', 'v1.2.3', '1.2.3.4', '99999999999.0.0', '1.0.0-', '1.0.0+build'])
    expect([isNewer(text, '0.0.1'), isNewer('9.0.0', text)]).toEqual([false, false]);
});

it('never throws, and never holds two versions newer than each other', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => !(isNewer(a, b) && isNewer(b, a))));
});
