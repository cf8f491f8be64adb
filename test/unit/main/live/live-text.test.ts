import { expect, test } from 'vitest';
import { isTrouble, reportText } from '../../../../electron/main/live/live-text.ts';

test('what went wrong goes to stderr', () => {
  const event = { type: 'event', timeMs: 0 } as const;
  expect(isTrouble({ ...event, kind: 'destinationLost', code: 'destinationLost', details: {} })).toBe(true);
  expect(isTrouble({ ...event, kind: 'destinationEnded', code: 'destinationEnded', details: {} })).toBe(
    false,
  );
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
    findings: [{ level: 'good', code: 'keyframesEven', details: { seconds: 2 } }],
  });
  expect(text).toContain('10.0 s over RTMPS (TLSv1.3)');
  expect(text).toContain('1280x720, 30.00 fps');
  expect(text).toContain('300 frames, 0 gaps');
  expect(text).toContain('ok  Keyframes were 2.00 s apart.');
});
