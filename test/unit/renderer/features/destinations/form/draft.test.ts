import { describe, expect, it } from 'vitest';
import { destinationSchema } from '../../../../../../shared/destinations/destination.ts';
import { parseDestinationUrl } from '../../../../../../shared/destinations/url.ts';
import {
  REMOVED,
  checkDraft,
  describeMove,
  readPaste,
  destinationOf,
  draftOf,
  secretsOfDraft,
} from '../../../../../../renderer/features/destinations/form/draft.ts';
import { services } from '../../../../../../shared/destinations/services.ts';
import {
  fillForService,
  fillForUrl,
  serviceGroups,
} from '../../../../../../renderer/features/destinations/form/service-fields.ts';
import { moved } from '../../../../../../renderer/features/destinations/list/order.ts';

const draft = { ...draftOf(undefined), url: 'rtmps://live.example/app', key: 'abc' };

describe('a destination’s draft', () => {
  it('becomes a preset that the contract takes', () => {
    const destination = destinationOf(
      { ...draft, backupUrl: ' rtmps://b.example/app ', pinnedSha256: 'AB:'.repeat(31) + 'AB' },
      undefined,
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
    [{ serverSecret: 'token=9f3c' }, 'serverSecret'],
    [{ backupSecret: '?a b' }, 'backupSecret'],
  ])('says what is wrong with %o', (change, field) => {
    expect(Object.keys(checkDraft({ ...draft, ...change }))).toEqual([field]);
  });

  it('takes a backup that is weaker than its first server only where that is allowed', () => {
    const weak = { ...draft, backupUrl: 'rtmp://b.example/app' };
    expect(checkDraft(weak).backupUrl).toContain('others on the network can read your stream key');
    expect(checkDraft({ ...weak, mayBackupBePlain: true })).toEqual({});
    expect(checkDraft({ ...weak, url: 'rtmp://live.example/app' })).toEqual({});
    expect(checkDraft({ ...weak, backupUrl: 'rtmps://b.example/app' })).toEqual({});
    // Who saved it so was asked then.
    const saved = destinationSchema.parse(
      destinationOf({ ...weak, mayBackupBePlain: true }, undefined, 'some-id'),
    );
    expect(checkDraft(draftOf(saved))).toEqual({});
  });

  it('takes a pasted address apart, says what moved, and leaves a server alone', () => {
    const paste = (address: string, hasKey = false) => {
      const found = readPaste(address, hasKey);
      return found.type === 'changes' ? found.changes : undefined;
    };
    const whole = paste('rtmps://live.example/app/secret-key');
    expect(whole).toEqual({ url: 'rtmps://live.example/app', key: 'secret-key' });
    expect(describeMove(whole ?? {})).toBe('Upcast moved the stream key to its own field.');
    const told = paste('rtmps://me:pw@live.example/app?token=9f3c/secret-key');
    expect(told).toEqual({
      ...{ url: 'rtmps://live.example/app', key: 'secret-key', serverSecret: '?token=9f3c' },
      ...{ username: 'me', password: 'pw' },
    });
    expect(describeMove(told ?? {})).toBe(
      'Upcast moved the stream key, secret part of the address, username, and password to their own fields.',
    );
    const late = paste('rtmps://live.example/app?token=9f3c', true);
    expect(late).toEqual({ url: 'rtmps://live.example/app', serverSecret: '?token=9f3c' });
    expect(describeMove(late ?? {})).toBe('Upcast moved the secret part of the address to its own field.');
    expect(paste('rtmps://live.example/app/instance', true)).toBeUndefined();
    expect(paste('rtmps://live.example/app?vhost=x')).toBeUndefined();
    expect(paste('rtmps://live.example/app')).toBeUndefined();
    expect(paste('live.example')).toBeUndefined();
  });

  it('P5: keeps nothing of a paste that leaves a choice, and says what to do', () => {
    const refused = readPaste('rtmp://a/app/one\nrtmp://b/app/two', false);
    expect(refused).toEqual({
      type: 'refused',
      reason: 'What you pasted is more than a server and key; paste each into its own field.',
    });
    expect(readPaste('a page without any address', false).type).toBe('refused');
  });

  it('P5: puts primary, backup and key each into its field, also where a key is saved', () => {
    const text = 'rtmp://one.example/app\nrtmp://two.example/app\nkey-1';
    for (const hasKey of [false, true])
      expect(readPaste(text, hasKey)).toEqual({
        type: 'changes',
        changes: { url: 'rtmp://one.example/app', backupUrl: 'rtmp://two.example/app', key: 'key-1' },
      });
  });

  it('gives main what was typed: nothing leaves a secret, taking it away empties it', () => {
    const none = { key: undefined, password: undefined, serverSecret: undefined, backupSecret: undefined };
    expect(secretsOfDraft(draftOf(undefined))).toEqual(none);
    expect(
      secretsOfDraft({ ...draft, password: ' p ', serverSecret: ' ?token=9f3c ', backupSecret: REMOVED }),
    ).toEqual({ key: 'abc', password: ' p ', serverSecret: '?token=9f3c', backupSecret: '' });
  });
});

describe('the services', () => {
  it('are all offered once, the common ones first', () => {
    const groups = serviceGroups();
    const offered = groups.flatMap((group) => group.services.map(({ id }) => id));
    expect(offered.toSorted()).toEqual(services.map(({ id }) => id).toSorted());
    expect(groups[0]?.services[0]?.id).toBe('youtube');
    expect(groups.at(-1)?.services.map(({ id }) => id)).toContain('mediamtx');
  });

  it.each(services.flatMap(({ servers }) => servers.map(({ url }) => url)))('%s can be dialled', (url) => {
    expect(parseDestinationUrl(url, '').host).not.toBe('');
  });

  it('fill in their server, and their name where none was typed', () => {
    const empty = draftOf(undefined);
    const youtube = 'rtmps://a.rtmps.youtube.com:443/live2';
    expect(fillForService(empty, 'youtube')).toEqual({ serviceId: 'youtube', url: youtube, name: 'YouTube' });
    expect(fillForService({ ...empty, name: 'Mine' }, 'youtube')).not.toHaveProperty('name');
    const published = { ...empty, url: youtube, name: 'YouTube' };
    expect(fillForService(published, 'kick')).toEqual({ serviceId: 'kick', url: '', name: 'Kick' });
  });

  it('leave an address alone that is the user’s own', () => {
    expect(fillForService(draft, 'kick')).toEqual({ serviceId: 'kick', name: 'Kick' });
    expect(fillForService(draft, 'custom')).toEqual({ serviceId: 'custom', name: '' });
  });

  it('are recognised by an address', () => {
    const recognised = { serviceId: 'twitch', name: 'Twitch' };
    expect(fillForUrl(draft, 'rtmp://live-ber.twitch.tv/app')).toEqual(recognised);
    expect(fillForUrl({ ...draft, ...recognised }, 'rtmp://live-ber.twitch.tv/app')).toEqual({});
    expect(fillForUrl(draft, 'rtmps://live.example/app')).toEqual({});
    expect(fillForUrl(draft, 'rtmps')).toEqual({});
  });

  it('stay when they send through another’s servers', () => {
    const address = 'rtmps://fa72.global-contribute.live-video.net:443/app';
    expect(fillForUrl(draft, address)).toMatchObject({ serviceId: 'amazon-ivs' });
    expect(fillForUrl({ ...draft, serviceId: 'kick', name: 'Kick' }, address)).toEqual({});
  });

  it('are found again for a preset whose service nobody lists any more', () => {
    const saved = destinationOf({ ...draft, serviceId: 'gone' }, undefined, 'some-id');
    expect(draftOf(saved).serviceId).toBe('custom');
    expect(draftOf({ ...saved, url: 'rtmps://live.cloudflare.com:443/live/' }).serviceId).toBe(
      'cloudflare-stream',
    );
  });
});

describe('moved', () => {
  it('moves one and keeps the rest in order', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});

describe('a relay', () => {
  it('keeps the services behind it while it is edited, until it is another service', () => {
    const relay = destinationSchema.parse({
      id: 'relay',
      name: 'Relay',
      serviceId: 'relay',
      url: 'rtmp://relay.example/relay',
      isEnabled: true,
      relayedServiceIds: ['twitch'],
    });
    const edited = { ...draftOf(relay), name: 'Mine' };
    expect(destinationOf(edited, relay, 'relay').relayedServiceIds).toEqual(['twitch']);
    expect(destinationOf({ ...edited, serviceId: 'custom' }, relay, 'relay')).not.toHaveProperty(
      'relayedServiceIds',
    );
  });
});
