import { expect, test } from 'vitest';
import { eventLine, isTrouble, reportText } from '../../../../electron/main/live/live-text.ts';

test('a destination is named once', () => {
  const event = { type: 'event', timeMs: 0, kind: 'destinationLive', destinationName: 'Mine' } as const;
  expect(eventLine({ ...event, text: 'live' })).toBe('Mine: live');
  expect(eventLine({ ...event, text: 'Mine is live' })).toBe('Mine is live');
});

test('what went wrong goes to stderr', () => {
  expect(isTrouble({ type: 'event', timeMs: 0, kind: 'destinationLost', text: '' })).toBe(true);
  expect(isTrouble({ type: 'event', timeMs: 0, kind: 'destinationLive', text: '' })).toBe(false);
});

test('the report reads as a table', () => {
  const text = reportText({
    type: 'rehearsalReport',
    startedMs: 0,
    durationMs: 10_000,
    protocol: 'rtmps',
    tlsProtocol: 'TLSv1.3',
    video: {
      codec: 'H.264',
      profile: 'High',
      level: '3.1',
      width: 1280,
      height: 720,
      frames: 300,
      fps: 30,
      averageKbps: 2487.2,
      peakKbps: 2600,
      keyframeSeconds: { minimum: 2, median: 2, maximum: 2 },
      hasBFrames: false,
      gaps: 0,
    },
    findings: [{ level: 'good', text: 'Keyframes come every 2 s.' }],
  });
  expect(text).toContain('10.0 s over RTMPS (TLSv1.3)');
  expect(text).toContain('1280x720, 30.00 fps, 300 frames, 0 gaps');
  expect(text).toContain('ok  Keyframes come every 2 s.');
});
