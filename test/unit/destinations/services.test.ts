import { describe, expect, it } from 'vitest';
import {
  checkAgainstService,
  findService,
  mendForService,
  recogniseService,
  services,
  serviceSchema,
} from '../../../shared/destinations/services.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import { defaultEncodingProfile, encodingProfileSchema } from '../../../shared/encoding/profile.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

const service = (id: string): NonNullable<ReturnType<typeof findService>> => {
  const found = findService(id);
  if (found === undefined) throw new AppError('internal/bug', { message: `no service ${id}` });
  return found;
};

describe('the catalogue', () => {
  it('has at least 35 services, each once', () => {
    expect(services.length).toBeGreaterThanOrEqual(35);
    expect(new Set(services.map((one) => one.id)).size).toBe(services.length);
    expect(new Set(services.map((one) => one.name)).size).toBe(services.length);
  });

  it.each(services.map((one) => [one.id, one] as const))('%s fits the schema', (_id, one) => {
    expect(serviceSchema.parse(one)).toEqual(one);
    const schemes = one.servers.map((server) => parseDestinationUrl(server.url, 'key').scheme);
    expect(schemes).toEqual([...schemes].sort().reverse());
    expect(one.servers.length > 0 || one.urlHint !== undefined).toBe(true);
    expect(one.servers.length === 0 || one.servers[0]?.isBackup !== true).toBe(true);
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
    const mended = mendForService(bad, one);
    expect(checkAgainstService(mended, one)).toEqual([]);
    expect(encodingProfileSchema.parse(mended)).toEqual(mended);
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
        text: 'Twitch takes at most 6000 kbit/s of video.',
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
