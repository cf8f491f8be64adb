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
