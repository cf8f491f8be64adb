import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../shared/text/format.ts';

const format = createFormat('en');

describe('the English formatters', () => {
  it.each([
    [640.4, '640 kbps'],
    [999, '999 kbps'],
    [2514, '2.51 Mbps'],
  ])('write %d kbit/s as %s', (kbps, expected) => expect(format.bitrate(kbps)).toBe(expected));

  it('write a bitrate that a person sets in kbps', () => expect(format.kbps(6000)).toBe('6,000 kbps'));

  it.each([
    [3_400_000, '3.4 MB'],
    [392_000_000, '392 MB'],
    [1_240_000_000, '1.2 GB'],
  ])('write %d bytes as %s', (bytes, expected) => expect(format.bytes(bytes)).toBe(expected));

  it('count with the plural that the language has', () => {
    const frame = { one: 'frame', other: 'frames' };
    expect([0, 1, 12_345].map((count) => format.count(count, frame))).toEqual([
      '0 frames',
      '1 frame',
      '12,345 frames',
    ]);
    expect(createFormat('fr').count(0, { one: 'image', other: 'images' })).toBe('0 image');
  });

  it('join a list', () => {
    expect(format.list(['Twitch'])).toBe('Twitch');
    expect(format.list(['Twitch', 'YouTube', 'Kick'])).toBe('Twitch, YouTube, and Kick');
    expect(format.list(['rtmp', 'rtmps'], 'disjunction')).toBe('rtmp or rtmps');
  });

  it('always show the hours of a time on air', () => {
    expect(format.elapsed(2_537_000)).toBe('00:42:17');
    expect(format.elapsed(-5)).toBe('00:00:00');
  });

  it('write seconds, shares, and levels with their unit', () => {
    expect(format.seconds(2100)).toBe('2 s');
    expect(format.seconds(2100, 1)).toBe('2.1 s');
    expect(format.percent(0.0251, 1)).toBe('2.5%');
    expect(format.decibels(-14.4)).toBe('−14 dB');
    expect(format.decibels(-80)).toBe('−∞ dB');
  });

  it.each([
    [20_000, '1 minute ago'],
    [3 * 3_600_000, '3 hours ago'],
    [26 * 3_600_000, 'yesterday'],
  ])('say how old something is: %d ms is %s', (ageMs, expected) => expect(format.age(ageMs)).toBe(expected));

  it('write a day with its month in letters', () => {
    expect(format.date(new Date(2026, 10, 22).getTime())).toBe('Nov 22, 2026');
    expect(format.clock(new Date(2026, 10, 22, 0, 3, 22).getTime())).toBe('00:03:22');
  });
});
