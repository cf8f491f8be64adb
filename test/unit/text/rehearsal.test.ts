import { expect, test } from 'vitest';
import { texts } from '../../../shared/text/text.ts';

const details = { kbps: 2500, limitKbps: 6000, service: 'Twitch' };

test('a bitrate within the service’s limit isn’t to be lowered', () => {
  expect(texts.rehearsal.finding({ level: 'good', code: 'videoRate', details })).toBe(
    'Video averaged 2,500 kbps. Twitch allows up to 6,000 kbps.',
  );
});

test('a bitrate above the service’s limit is to be lowered', () => {
  const above = { ...details, kbps: 6500 };
  expect(texts.rehearsal.finding({ level: 'problem', code: 'videoRate', details: above })).toBe(
    'Video averaged 6,500 kbps. Twitch allows up to 6,000 kbps. Lower the bitrate in Settings.',
  );
});

test.each([
  [1, 'Timestamps went backward once. Viewers may see jumps or freezes.'],
  [3, 'Timestamps went backward 3 times. Viewers may see jumps or freezes.'],
])('timestamps that went backward: %i', (times, sentence) => {
  const finding = { level: 'problem', code: 'timestampsBack', details: { times } } as const;
  expect(texts.rehearsal.finding(finding)).toBe(sentence);
});

test('a rehearsal without video isn’t said to have arrived', () => {
  expect(texts.rehearsalReport.problems(1)).toBe('Check 1 issue before you go live.');
});

test.each([
  [20, 'audio starts 20 ms after video, lengths differ by 5 ms'],
  [-20, 'audio starts 20 ms before video, lengths differ by 5 ms'],
])('audio that starts %i ms after video', (offsetMs, sentence) => {
  expect(texts.live.sync(offsetMs, 5)).toEqual(['A/V sync', sentence]);
});
