/** Loudness targets are consistent, and advice is about the last minute, with limits that don't flicker. */
import { describe, expect, it } from 'vitest';
import { channelFaults } from '../../../../shared/sound/channel-fault.ts';
import { services } from '../../../../shared/destinations/services.ts';
import {
  adviseLoudness,
  HIGHEST_TARGET_LUFS,
  loudnessTarget,
  loudnessTargetIds,
  LOWEST_TARGET_LUFS,
  targetForServices,
} from '../../../../shared/sound/targets.ts';
import { texts } from '../../../../shared/text/text.ts';

const heard = (recent: number, recentTruePeakDb = -6) => ({ recent, recentTruePeakDb });

describe('loudness targets', () => {
  it.each([...loudnessTargetIds, LOWEST_TARGET_LUFS, -19, HIGHEST_TARGET_LUFS])(
    '%s has its loudness within its limits',
    (chosen) => {
      const { lufs, minLufs, maxLufs, truePeakDb } = loudnessTarget(chosen);
      expect(lufs).toBeGreaterThanOrEqual(minLufs);
      expect(lufs).toBeLessThanOrEqual(maxLufs);
      expect(truePeakDb).toBeLessThanOrEqual(-1);
      expect(adviseLoudness(heard(lufs), loudnessTarget(chosen))).toEqual([{ code: 'onTarget' }]);
    },
  );

  it('are the published figures', () => {
    expect(loudnessTarget('ebu-r128')).toMatchObject({ lufs: -23, truePeakDb: -1 });
    expect(loudnessTarget('atsc-a85')).toMatchObject({ lufs: -24, truePeakDb: -2 });
    expect(loudnessTarget('podcast')).toMatchObject({
      lufs: -16,
      minLufs: -17,
      maxLufs: -15,
      truePeakDb: -1,
    });
  });

  it.each([
    [['twitch'], 'twitch'],
    [['youtube', 'twitch'], 'youtube'],
    [['twitch', 'facebook'], 'facebook'],
    [['instagram'], 'facebook'],
    [['kick'], 'streaming'],
    [[], 'streaming'],
  ])('of %j is %s', (serviceIds, id) => {
    expect(targetForServices(serviceIds)).toBe(id);
  });

  it('know services by ids that exist', () => {
    const ids = services.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['youtube', 'twitch', 'facebook', 'instagram']));
  });
});

describe('advice on loudness', () => {
  const target = loudnessTarget('twitch');

  it('says nothing while nothing is known', () => {
    expect(adviseLoudness(heard(-Infinity, -Infinity), target)).toEqual([]);
  });

  it.each([
    [-31, { code: 'tooQuiet', byLu: 17 }],
    [-16.1, { code: 'tooQuiet', byLu: 2 }],
    [-15.9, { code: 'onTarget' }],
    [-13.1, { code: 'onTarget' }],
    [-12.9, { code: 'tooLoud', byLu: 1 }],
    [-8, { code: 'tooLoud', byLu: 6 }],
  ])('of %d LUFS', (recent, advice) => {
    expect(adviseLoudness(heard(recent), target)).toEqual([advice]);
  });

  it('ends half a unit inside the limit at which it began', () => {
    const quiet = adviseLoudness(heard(-16.1), target);
    expect(adviseLoudness(heard(-15.8), target, quiet)).toEqual([{ code: 'tooQuiet', byLu: 2 }]);
    expect(adviseLoudness(heard(-15.4), target, quiet)).toEqual([{ code: 'onTarget' }]);
    const loud = adviseLoudness(heard(-12.9), target);
    expect(adviseLoudness(heard(-13.2), target, loud)).toEqual([{ code: 'tooLoud', byLu: 1 }]);
    expect(adviseLoudness(heard(-13.6), target, loud)).toEqual([{ code: 'onTarget' }]);
  });

  it('is about peaks that are over, not about those that touch', () => {
    expect(adviseLoudness(heard(-14, -1), target)).toEqual([{ code: 'onTarget' }]);
    expect(adviseLoudness(heard(-14, -0.2), target)).toEqual([
      { code: 'onTarget' },
      { code: 'peaksTooHigh', truePeakDb: -0.2, ceilingDb: -1 },
    ]);
  });
});

describe('the words for loudness', () => {
  const { loudness } = texts;

  it('name each target with its figure', () => {
    const names = loudnessTargetIds.map((id) => loudness.targetOption(loudnessTarget(id)));
    expect(new Set(names).size).toBe(loudnessTargetIds.length);
    expect(names).toContain('TV and radio in Europe (EBU R 128), −23 LUFS');
    expect(loudness.targetOption(loudnessTarget(-19))).toBe('Custom, −19 LUFS');
  });

  it('show a figure with its unit, and a dash while it is unknown', () => {
    expect(loudness.lufs(-14.26)).toBe('−14.3 LUFS');
    expect(loudness.lufs(-0.04)).toBe('0.0 LUFS');
    expect(loudness.lu(7)).toBe('7.0 LU');
    expect(loudness.peak(0.31)).toBe('0.3 dBTP');
    expect(loudness.peak(-Infinity)).toBe('–');
  });

  it('say what to do', () => {
    const target = loudnessTarget('twitch');
    const sentences = adviseLoudness(heard(-20, 0.5), target).map((one) => loudness.advice(one, target));
    expect(sentences).toEqual([
      '6 LU too quiet. Turn the channels up by about 6 dB.',
      'Peaks reach 0.5 dBTP. Turn on the limiter with a ceiling of −1 dBTP.',
    ]);
    expect(loudness.advice({ code: 'tooLoud', byLu: 3 }, target)).toBe(
      '3 LU too loud. Turn the channels down by about 3 dB.',
    );
    expect(loudness.advice({ code: 'onTarget' }, target)).toBe('On target: −14 LUFS.');
    expect(new Set(channelFaults.map(loudness.channelFault)).size).toBe(channelFaults.length);
  });
});
