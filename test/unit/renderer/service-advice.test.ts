import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { encodingProfileSchema } from '../../../shared/encoding/profile-schema.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { adviseForServices } from '../../../renderer/features/go-live/service-advice.ts';

const preset = (serviceId: string, more: Partial<Destination> = {}): Destination => ({
  id: serviceId,
  name: serviceId,
  serviceId,
  url: 'rtmps://live.example/app',
  backupMode: 'failover',
  isEnabled: true,
  hasKey: true,
  hasPassword: false,
  tls: { minimumVersion: 'TLSv1.2' },
  ...more,
});
const heavy = { ...defaultEncodingProfile, videoKbps: 12_000, keyframeSeconds: 5 };

describe('adviseForServices', () => {
  it('has nothing to say where all is well, or nothing is known', () => {
    const quiet = { findings: [], fitted: undefined };
    expect(adviseForServices(defaultEncodingProfile, [preset('twitch')])).toEqual(quiet);
    expect(adviseForServices(heavy, [preset('custom')])).toEqual(quiet);
    expect(adviseForServices(heavy, [preset('twitch', { isEnabled: false })])).toEqual(quiet);
  });

  it('mends what the service refuses', () => {
    const { findings, fitted } = adviseForServices(heavy, [preset('twitch')]);
    expect(findings.map(({ field }) => field)).toEqual(['videoKbps', 'keyframeSeconds']);
    expect(fitted).toEqual({ ...heavy, videoKbps: 6000, keyframeSeconds: 2 });
  });

  it('knows a service by its host, and says each thing once', () => {
    const byHost = preset('custom', { id: 'a', url: 'rtmp://live-fra.twitch.tv/app' });
    expect(adviseForServices(heavy, [byHost, preset('twitch')]).findings).toHaveLength(2);
  });

  it('holds the encoding against the services behind a relay', () => {
    const relay = preset('relay', { relayedServiceIds: ['twitch'] });
    expect(adviseForServices(heavy, [relay]).fitted).toMatchObject({ videoKbps: 6000, keyframeSeconds: 2 });
    expect(adviseForServices(heavy, [preset('relay')]).findings).toEqual([]);
  });

  it('keeps within every service’s limits where they disagree, and then offers no more', () => {
    const wide = { ...heavy, width: 3840, height: 2160, audioKbps: 320 };
    const destinations = ['youtube', 'twitch', 'facebook', 'x'].map((id) => preset(id));
    const { fitted } = adviseForServices(wide, destinations);
    expect(encodingProfileSchema.parse(fitted)).toEqual(fitted);
    const after = adviseForServices(fitted ?? wide, destinations);
    expect(after.findings.filter(({ level }) => level === 'problem')).toEqual([]);
    expect(after.fitted).toBeUndefined();
  });

  it('says what takes no HEVC or AV1, and mends it with H.264', () => {
    for (const encoder of ['libx265', 'av1_nvenc'] as const) {
      const { findings, fitted } = adviseForServices({ ...defaultEncodingProfile, encoder }, [
        preset('twitch'),
      ]);
      expect(findings).toMatchObject([{ level: 'problem', field: 'encoder' }]);
      expect(fitted).toEqual({ ...defaultEncodingProfile, encoder: 'auto' });
    }
    const hevc = { ...defaultEncodingProfile, encoder: 'libx265' } as const;
    expect(adviseForServices(hevc, [preset('youtube')]).findings).toEqual([]);
    const own = adviseForServices(hevc, [preset('custom')]);
    expect(own).toMatchObject({ findings: [{ level: 'warning', field: 'encoder' }], fitted: undefined });
  });
});
