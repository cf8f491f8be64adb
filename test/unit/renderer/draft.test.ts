import { describe, expect, it } from 'vitest';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import {
  checkDraft,
  destinationOf,
  draftOf,
  takeApart,
} from '../../../renderer/features/destinations/draft.ts';
import { serviceChoices } from '../../../renderer/features/destinations/service-choices.ts';
import { moved } from '../../../renderer/features/destinations/order.ts';

const draft = { ...draftOf(null), url: 'rtmps://live.example/app', key: 'abc' };

describe('a destination’s draft', () => {
  it('becomes a preset that the contract takes', () => {
    const destination = destinationOf(
      { ...draft, backupUrl: ' rtmps://b.example/app ', pinnedSha256: 'AB:'.repeat(31) + 'AB' },
      null,
      'some-id',
    );
    expect(destinationSchema.parse(destination)).toEqual(destination);
    expect(destination).toMatchObject({ name: 'live.example', backupUrl: 'rtmps://b.example/app' });
    expect(JSON.stringify(destination)).not.toContain('abc');
  });

  it.each([
    [{ url: 'https://live.example' }, 'url'],
    [{ url: '' }, 'url'],
    [{ backupUrl: 'nonsense' }, 'backupUrl'],
    [{ extraAuthorityPem: 'hello' }, 'extraAuthorityPem'],
    [{ pinnedSha256: '12' }, 'pinnedSha256'],
  ])('says what is wrong with %o', (change, field) => {
    expect(Object.keys(checkDraft({ ...draft, ...change }))).toEqual([field]);
  });

  it('takes a pasted address apart, and leaves a server alone', () => {
    expect(takeApart('rtmps://live.example/app/secret-key')).toEqual({
      url: 'rtmps://live.example/app',
      key: 'secret-key',
      username: '',
      password: '',
    });
    expect(takeApart('rtmps://live.example/app')).toBeNull();
    expect(takeApart('not an address')).toBeNull();
  });
});

describe('the services', () => {
  it.each(serviceChoices.map((service) => [service.id, service] as const))(
    '%s has servers that can be dialled',
    (_id, service) => {
      expect(service.servers.length).toBeGreaterThan(0);
      for (const server of service.servers) expect(parseDestinationUrl(server.url, '').host).not.toBe('');
    },
  );
});

describe('moved', () => {
  it('moves one and keeps the rest in order', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});
