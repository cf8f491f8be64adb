import { expect, it } from 'vitest';
import { chooseAuthorities, readBy } from '../../../../electron/rtmp/net/authorities.ts';

const pem = (text: string): string => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`;

it('trusts the system store alone, so that an authority removed there stays removed', () => {
  expect(chooseAuthorities([pem('a'), pem('b')], [pem('b'), pem('removed')])).toEqual([pem('a'), pem('b')]);
});

it('trusts the list of Node where the system store cannot be read', () => {
  expect(chooseAuthorities([], [pem('a'), pem('a\n')])).toHaveLength(1);
});

it('trusts the list of Node where the system store is damaged', () => {
  const ofSystem = readBy(() => {
    throw new Error('error:0680009B:asn1 encoding routines::too long');
  });
  expect(chooseAuthorities(ofSystem, [pem('a')])).toEqual([pem('a')]);
});
