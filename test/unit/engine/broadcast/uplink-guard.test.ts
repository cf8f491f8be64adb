/** The uplink guard and the recommended settings, by tables. */
import { describe, expect, it } from 'vitest';
import { isHeldBack, judgeCongestion, judgeUplink } from '../../../../shared/broadcast/uplink-guard.ts';
import type { StatsSample } from '../../../../shared/broadcast/statistics.ts';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { checkAgainstService, findService } from '../../../../shared/destinations/services.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { measuredPixelsPerSecond, recommendProfile } from '../../../../shared/encoding/recommend.ts';

const profile = { ...defaultEncodingProfile, videoKbps: 2_500, audioKbps: 160 };
const destination = (id: string, more: Partial<Destination> = {}): Destination => ({
  ...destinationSchema.parse({
    id,
    name: id.toUpperCase(),
    serviceId: 'custom',
    url: 'rtmp://x/live',
    isEnabled: true,
  }),
  ...more,
});
const measured = (kbps: number, isAtLeast = false) => ({
  kbps,
  lowestKbps: kbps,
  isAtLeast,
  timeMs: 0,
  destinationName: 'One',
});
const one = destination('a');
const two = [one, destination('b')];
const hot = destination('c', { backupUrl: 'rtmp://y/live', backupMode: 'both' });

describe('before going live', () => {
  it.each([
    ['one fits', [one], measured(3_400), undefined],
    ['two fit', two, measured(7_000), undefined],
    ['two are tight', two, measured(6_000), { level: 'tight', neededKbps: 5_427, videoKbps: 2_100 }],
    ['two are too much', two, measured(3_000), { level: 'over', videoKbps: 1_000, switchOff: undefined }],
    ['one of two fits', two, measured(5_000), { level: 'over', switchOff: { id: 'b', name: 'B' } }],
    ['a hot backup counts twice', [hot], measured(5_000), { level: 'over', copies: 2, switchOff: undefined }],
    ['what is switched off does not count', [one, { ...hot, isEnabled: false }], measured(3_400), undefined],
    ['a capped test proves what it carried', two, measured(5_500, true), undefined],
    ['a capped test proves no more', two, measured(4_000, true), { level: 'unknown', videoKbps: undefined }],
    ['no picture is left', two, measured(700), { level: 'over', videoKbps: undefined }],
    ['nothing was measured', two, undefined, undefined],
    ['nothing is switched on', [], measured(100), undefined],
  ] as const)('%s', (_name, destinations, measurement, wanted) => {
    const finding = judgeUplink(profile, destinations, measurement);
    if (wanted === undefined) expect(finding).toBeUndefined();
    else expect(finding).toMatchObject(wanted);
  });

  it('mends so that nothing is found any more', () => {
    const finding = judgeUplink(profile, two, measured(4_000));
    expect(
      judgeUplink({ ...profile, videoKbps: finding?.videoKbps ?? 0 }, two, measured(4_000)),
    ).toBeUndefined();
  });
});

const sample = (links: readonly (readonly [queueMs: number, sentKbps: number])[]): StatsSample => ({
  type: 'sample',
  timeMs: 0,
  encodedKbps: 2_660,
  targetKbps: 2_500,
  fps: 30,
  capturedFrames: 0,
  skippedFrames: 0,
  encodedFrames: 0,
  cpuPercent: 0,
  memoryMb: 0,
  destinations: links.map(([queueMs, sentKbps], index) => ({
    id: String(index),
    sentKbps,
    queueMs,
    droppedFrames: 0,
    sentFrames: 0,
  })),
});
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

/** What the drop policy makes of a full link: the queue fills, is emptied by dropping, fills again. */
const sawtooth = (links: number): StatsSample[] =>
  Array.from({ length: 6 }, (_unused, index) => {
    const one = sample(times(links, [index % 2 === 0 ? 800 : 100, 1_300] as const));
    const droppedFrames = Math.floor((index + 1) / 2) * 30;
    return { ...one, destinations: one.destinations.map((each) => ({ ...each, droppedFrames })) };
  });

describe('while live', () => {
  const congested = sample([
    [600, 1_500],
    [700, 1_500],
  ]);
  it.each([
    ['two links hold back', times(5, congested), { leavingKbps: 3_000, videoKbps: 1_000 }],
    ['two that drop what has waited', sawtooth(2), { copies: 2, leavingKbps: 2_600, videoKbps: 850 }],
    ['the only one', sawtooth(1), { copies: 1, leavingKbps: 1_300, videoKbps: 850 }],
    ['not for long enough', times(4, congested), undefined],
    [
      'one server alone',
      times(
        5,
        sample([
          [900, 300],
          [0, 2_660],
        ]),
      ),
      undefined,
    ],
    [
      'two of five',
      times(
        5,
        sample([
          [900, 300],
          [900, 300],
          [0, 2_660],
          [0, 2_660],
          [0, 2_660],
        ]),
      ),
      undefined,
    ],
    [
      'waiting, but all leaves',
      times(
        5,
        sample([
          [500, 2_700],
          [500, 2_700],
        ]),
      ),
      undefined,
    ],
    [
      'over for a moment',
      [
        ...times(4, congested),
        sample([
          [0, 2_660],
          [0, 2_660],
        ]),
      ],
      undefined,
    ],
  ] as const)('%s', (_name, samples, wanted) => {
    const finding = judgeCongestion(profile, samples);
    if (wanted === undefined) expect(finding).toBeUndefined();
    else expect(finding).toMatchObject(wanted);
  });
});

it.each([
  ['drops what has waited', sawtooth(1), true],
  ['had one burst', [...times(4, sample([[0, 2_660]])), sample([[600, 2_660]])], false],
  ['just began', times(2, sample([[600, 2_660]])), false],
] as const)('a link that %s', (_name, samples, wanted) => {
  expect(isHeldBack(samples, '0')).toBe(wanted);
});

describe('recommended settings', () => {
  const full = { ...profile, width: 1920, height: 1080, fps: 60, videoKbps: 12_000 };
  it.each([
    [50_000, [one], { width: 1920, height: 1080, fps: 60, videoKbps: 6_000 }],
    [6_000, [one], { width: 1920, height: 1080, fps: 30, videoKbps: 4_200 }],
    [6_000, two, { width: 1280, height: 720, fps: 30, videoKbps: 2_000 }],
    [1_500, [one], { width: 854, height: 480, fps: 30, videoKbps: 900 }],
    [800, [one], { width: 640, height: 360, fps: 30, videoKbps: 400 }],
  ] as const)('for an uplink of %i kbit/s', (uplinkKbps, destinations, wanted) => {
    expect(recommendProfile({ profile: full, destinations, uplinkKbps })).toMatchObject(wanted);
  });

  it('keeps to what the encoder can do, to an upright picture and to the services', () => {
    const upright = { ...full, width: 1080, height: 1920 };
    const pixelsPerSecond = 1280 * 720 * 60;
    const slow = recommendProfile({
      profile: upright,
      destinations: [one],
      uplinkKbps: 50_000,
      pixelsPerSecond,
    });
    expect(slow).toMatchObject({ width: 720, height: 1280, fps: 60 });
    const onlyfans = destination('o', { serviceId: 'onlyfans' });
    const mended = recommendProfile({ profile: full, destinations: [onlyfans], uplinkKbps: 50_000 });
    const service = findService('onlyfans');
    expect(service && mended && checkAgainstService(mended, service)).toEqual([]);
  });

  it('knows the encoder’s pace from the probe', () => {
    const probe = (encoder: 'libx264' | 'h264_nvenc', speed: number) => ({
      encoder,
      isWorking: speed > 0,
      speed,
    });
    const pixels = 1280 * 720 * 30;
    const probes = [probe('libx264', 3), probe('h264_nvenc', 0)];
    expect(measuredPixelsPerSecond(probes, { encoder: 'auto', preset: 'veryfast' })).toBe(2 * pixels);
    // Twice the effort, at most half the pace.
    expect(measuredPixelsPerSecond(probes, { encoder: 'libx264', preset: 'medium' })).toBeLessThan(pixels);
    expect(measuredPixelsPerSecond(probes, { encoder: 'h264_nvenc', preset: 'medium' })).toBeUndefined();
    expect(measuredPixelsPerSecond([], { encoder: 'auto', preset: 'medium' })).toBeUndefined();
    const card = [probe('libx264', 3), probe('h264_nvenc', 6)];
    expect(measuredPixelsPerSecond(card, { encoder: 'auto', preset: 'ultrafast' })).toBe(4 * pixels);
  });

  it('keeps a relay to the limits of the services behind it', () => {
    const relay = destination('r', { serviceId: 'relay', relayedServiceIds: ['onlyfans'] });
    expect(recommendProfile({ profile: full, destinations: [relay], uplinkKbps: 50_000 })).toMatchObject({
      videoKbps: 2_500,
      h264Profile: 'main',
    });
  });

  it('says so when nothing can be sent', () => {
    expect(recommendProfile({ profile: full, destinations: two, uplinkKbps: 500 })).toBeUndefined();
  });
});
