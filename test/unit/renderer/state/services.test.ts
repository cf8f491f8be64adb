import { describe, expect, it } from 'vitest';
import {
  catalog,
  checkAgainstService,
  findService,
  fitToService,
  recogniseService,
  services,
} from '../../../../shared/destinations/services.ts';
import { catalogSchema, serviceSchema } from '../../../../shared/destinations/service.ts';
import { relayedServiceIdsOf, servicesOf } from '../../../../shared/destinations/destination-service.ts';
import { parseDestinationUrl } from '../../../../shared/destinations/url.ts';
import { encodingProfileSchema } from '../../../../shared/encoding/profile-schema.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { describeServer, describeService } from '../../../../shared/text/service-text.ts';
import { texts } from '../../../../shared/text/text.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

const service = (id: string): NonNullable<ReturnType<typeof findService>> => {
  const found = findService(id);
  if (found === undefined) throw new AppError('internal/bug', { message: `no service ${id}` });
  return found;
};

describe('the catalogue', () => {
  it('has a version and a day, and a later version is refused', () => {
    expect(catalogSchema.parse(catalog)).toEqual(catalog);
    expect(catalogSchema.safeParse({ ...catalog, version: catalog.version + 1 }).success).toBe(false);
    expect(catalogSchema.safeParse({ ...catalog, later: true }).success).toBe(false);
    expect(catalogSchema.safeParse({ services: catalog.services }).success).toBe(false);
  });

  it('has at least 35 services, each once', () => {
    expect(services.length).toBeGreaterThanOrEqual(35);
    expect(new Set(services.map((one) => one.id)).size).toBe(services.length);
    expect(new Set(services.map((one) => one.name)).size).toBe(services.length);
  });

  it.each(services.map((one) => [one.id, one] as const))('%s fits the schema', (_id, one) => {
    expect(serviceSchema.parse(one)).toEqual(one);
    expect(one.servers.length > 0 || one.urlHint !== undefined).toBe(true);
    const [first] = one.servers;
    expect(first !== undefined && 'role' in first ? first.role : '').not.toBe('backup');
    expect(describeService(one)?.keyHint.trim() ?? '').not.toBe('');
  });

  it.each(services.map((one) => [one.id, one] as const))(
    '%s: addresses can be read, RTMPS first, and what is not encrypted says so',
    (id, one) => {
      const parsed = one.servers.map((server) => ({
        name: describeServer(server),
        url: parseDestinationUrl(server.url, 'key'),
      }));
      const schemes = parsed.map(({ url }) => url.scheme);
      expect(schemes).toEqual([...schemes].sort().reverse());
      for (const { name, url } of parsed) {
        expect(url.app).not.toBe('');
        expect(name).toMatch(url.isTls ? / \(secure\)$/ : / \(not encrypted\)$/);
        expect(recogniseService(url.host)?.id).toBe(id);
      }
      expect(new Set(one.servers.map(({ url }) => url)).size).toBe(one.servers.length);
      if (one.urlHint !== undefined) {
        expect(parseDestinationUrl(one.urlHint.replace('…', 'own'), 'key').app).not.toBe('');
      }
      if (one.keyUrl !== undefined) expect(new URL(one.keyUrl).protocol).toBe('https:');
    },
  );

  it('describes no service that it does not have', () => {
    expect(Object.keys(texts.services).toSorted()).toEqual(services.map(({ id }) => id).toSorted());
    expect(describeService(undefined)).toBeUndefined();
  });

  it.each([
    ['youtube', 'rtmps://a.rtmps.youtube.com:443/live2'],
    ['twitch', 'rtmps://ingest.global-contribute.live-video.net:443/app'],
    ['facebook', 'rtmps://rtmp-api.facebook.com:443/rtmp/'],
    ['instagram', 'rtmps://live-upload.instagram.com:443/rtmp/'],
    ['x', 'rtmps://ca.pscp.tv:443/x'],
    ['vimeo', 'rtmps://rtmp-global.cloud.vimeo.com:443/live'],
    ['restream', 'rtmps://live.restream.io:1937/live'],
    ['cloudflare-stream', 'rtmps://live.cloudflare.com:443/live/'],
    ['mux', 'rtmps://global-live.mux.com:443/app'],
    ['dolby-optiview', 'rtmps://rtmp-auto.millicast.com:443/v2/pub'],
    ['vindral', 'rtmps://rtmp.global.cdn.vindral.com/publish'],
  ])('%s offers its encrypted server first', (id, url) => {
    expect(service(id).servers[0]?.url).toBe(url);
  });

  it('knows the switches for tests', () => {
    const switched = services.filter(({ testQuery }) => testQuery !== undefined);
    expect(Object.fromEntries(switched.map(({ id, testQuery }) => [id, testQuery]))).toEqual({
      twitch: '?bandwidthtest=true',
      'amazon-ivs': '?bandwidthtest=true',
      restream: '?test=true',
    });
  });

  it.each(services.map((one) => [one.id, one] as const))('%s: mending leaves nothing to mend', (_id, one) => {
    const bad = {
      ...defaultEncodingProfile,
      width: 2560,
      height: 1440,
      fps: 60,
      videoKbps: 51_000,
      audioKbps: 512,
      keyframeSeconds: 10,
      latency: 'quality' as const,
    };
    const fitted = fitToService(bad, one);
    expect(checkAgainstService(fitted, one)).toEqual([]);
    expect(encodingProfileSchema.parse(fitted)).toEqual(fitted);
  });
});

describe('checkAgainstService', () => {
  it('is content with the default on the large ones', () => {
    for (const id of ['youtube', 'twitch', 'kick', 'restream', 'mux']) {
      expect(checkAgainstService(defaultEncodingProfile, service(id))).toEqual([]);
    }
  });

  it('says what breaks a rule and mends it', () => {
    const findings = checkAgainstService({ ...defaultEncodingProfile, videoKbps: 9000 }, service('twitch'));
    expect(findings).toEqual([
      {
        level: 'problem',
        field: 'videoKbps',
        message: { code: 'maxVideo', service: 'Twitch', kbps: 6000 },
        fix: { videoKbps: 6000 },
      },
    ]);
    expect(checkAgainstService(defaultEncodingProfile, service('x')).map((one) => one.field)).toEqual([
      'audioKbps',
      'keyframeSeconds',
    ]);
    expect(checkAgainstService(defaultEncodingProfile, service('instagram'))[0]).toMatchObject({
      level: 'warning',
      fix: { width: 720, height: 1280 },
    });
  });
});

describe('limits of more than one kind', () => {
  const rules = (id: string, more: object) =>
    checkAgainstService({ ...defaultEncodingProfile, ...more }, service(id));

  it('counts video and audio together where the service does', () => {
    expect(rules('cloudflare-stream', { videoKbps: 13_900 })).toMatchObject([
      { level: 'problem', fix: { videoKbps: 13_840 } },
    ]);
    expect(rules('cloudflare-stream', { videoKbps: 1_500 })).toMatchObject([
      { level: 'warning', fix: { videoKbps: 1_840 } },
    ]);
  });

  it('takes every keyframe interval within the stated span, and any where none is stated', () => {
    for (const keyframeSeconds of [2, 6, 10])
      expect(rules('cloudflare-stream', { keyframeSeconds })).toEqual([]);
    expect(rules('youtube', { keyframeSeconds: 4 })).toEqual([]);
    expect(rules('youtube', { keyframeSeconds: 5 })[0]?.level).toBe('problem');
    expect(rules('owncast', { keyframeSeconds: 7 })).toEqual([]);
  });

  it('asks for the sample rate', () => {
    expect(rules('linkedin', { audioKbps: 128, audioSampleRate: 44_100 })).toMatchObject([
      { field: 'audioSampleRate', fix: { audioSampleRate: 48_000 } },
    ]);
  });
});

describe('servicesOf', () => {
  it('holds a relay to the services behind it', () => {
    const url = 'rtmp://relay.example/relay';
    const ids = (serviceId: string) =>
      servicesOf({ serviceId, url, relayedServiceIds: ['twitch', 'gone', 'kick'] }).map(({ id }) => id);
    expect(ids('relay')).toEqual(['relay', 'twitch', 'kick']);
    expect(ids('custom')).toEqual([]);
    const behind = [
      { serviceId: 'twitch', url: 'rtmps://own.example/app' },
      { serviceId: 'custom', url: 'rtmp://live-fra.twitch.tv/app' },
      { serviceId: 'custom', url: 'rtmp://nobody.example/app' },
    ];
    expect(relayedServiceIdsOf(behind)).toEqual(['twitch']);
    expect(servicesOf({ serviceId: 'relay', url }).map(({ id }) => id)).toEqual(['relay']);
  });
});

describe('recogniseService', () => {
  it.each([
    ['a.rtmps.youtube.com', 'youtube'],
    ['live-ams.twitch.tv', 'twitch'],
    ['fa00.global-contribute.live-video.net', 'amazon-ivs'],
    ['dc4-1.rtmp.t.me', 'telegram'],
    ['nottwitch.tv', undefined],
    ['localhost', undefined],
  ])('%s', (host, id) => {
    expect(recogniseService(host)?.id).toBe(id);
  });
});
