import { describe, expect, it } from 'vitest';
import { judgeHash, judgeLicence, judgeVersion } from '../../../../electron/main/self-test/check-ffmpeg.ts';
import { judgeReport } from '../../../../electron/main/self-test/check-stream.ts';
import { readSelfTestOptions } from '../../../../electron/main/self-test/options.ts';
import { selfTestTable } from '../../../../electron/main/self-test/self-test-table.ts';
import { hasPassed } from '../../../../shared/self-test/self-test.ts';
import { checkRow } from '../../../../shared/self-test/check-row.ts';

describe('the options of the self-test', () => {
  it.each([
    [['electron', '.'], undefined],
    [['upcast', '--self-test'], { jsonFile: undefined }],
    [['upcast', '--self-test', '--json', 'out.json'], { jsonFile: 'out.json' }],
    [['upcast', '--json=-', '--self-test'], { jsonFile: '-' }],
    [['upcast', '--self-test', '--json', '-'], { jsonFile: '-' }],
  ])('%o', (argv, options) => {
    expect(readSelfTestOptions(argv)).toEqual(options);
  });

  it.each([[['--self-test', '--json']], [['--self-test', '--json=']], [['--json', '--self-test']]])(
    '%o have no file',
    (argv) => {
      expect(() => readSelfTestOptions(argv)).toThrow(expect.objectContaining({ code: 'input/bad-option' }));
    },
  );
});

describe('a check', () => {
  it('that throws has failed, with its words', async () => {
    const row = await checkRow('camera', () => Promise.reject(new Error('no camera')));
    expect(row).toEqual({ name: 'camera', status: 'failed', value: 'no camera' });
  });

  it('that never ends has failed', async () => {
    const row = await checkRow('camera', () => new Promise(() => undefined), 1);
    expect(row).toEqual({ name: 'camera', status: 'failed', value: 'no answer in 0.001 s' });
  });

  it('that says too much is cut', async () => {
    const { value } = await checkRow('camera', () => ({ status: 'passed', value: 'x'.repeat(1000) }));
    expect(value).toHaveLength(300);
  });
});

it('A5 M2: an ffmpeg that must not be passed on fails, and one of before 6.1 is a warning', () => {
  expect(judgeLicence('--enable-gpl --enable-nonfree', '').status).toBe('failed');
  expect(judgeLicence('--enable-gpl', 'this program is not legally redistributable').status).toBe('failed');
  expect(judgeLicence('--enable-gpl --enable-version3', 'GNU').value).toBe('GPL version 3');
  expect(judgeLicence('', 'GNU').value).toBe('LGPL version 2.1');
  for (const version of ['5.1.9-0+deb12u1', '6.0', 'n6.0.1-2'])
    expect(judgeVersion(version).status).toBe('warning');
  for (const version of ['6.1.1', 'n7.1', '8.0', 'N-112345-gabcdef'])
    expect(judgeVersion(version).status).toBe('passed');
});

it('an ffmpeg that is not the package’s own fails', () => {
  expect(judgeHash('aa', 'bb').status).toBe('failed');
  expect(judgeHash('aa', 'aa').status).toBe('passed');
  expect(judgeHash('aa', undefined)).toEqual({ status: 'passed', value: 'aa' });
});

it('a rehearsal without a picture fails', () => {
  const report = {
    type: 'rehearsalReport',
    startedMs: 0,
    durationMs: 1,
    protocol: 'rtmps',
    findings: [],
  } as const;
  expect(judgeReport(report).status).toBe('failed');
});

it('a computer that is too slow is a warning, and a stream that is wrong a failure', () => {
  const video = {
    ...{ codec: 'H.264', profile: 'High', level: '3.1', width: 1280, height: 720, frames: 150, fps: 30 },
    ...{ averageKbps: 2500, peakKbps: 3000, hasBFrames: false, gaps: 0 },
    keyframeSeconds: { minimum: 2, median: 2, maximum: 2 },
  };
  const report = { type: 'rehearsalReport', startedMs: 0, durationMs: 1, protocol: 'rtmps', video } as const;
  const slow = { level: 'problem', code: 'framesSkipped', details: { frames: 200 } } as const;
  const wrong = { level: 'problem', code: 'timestampsBack', details: { times: 1 } } as const;
  expect(judgeReport({ ...report, findings: [] }).status).toBe('passed');
  expect(judgeReport({ ...report, findings: [slow] }).status).toBe('warning');
  const both = judgeReport({ ...report, findings: [slow, wrong] });
  expect(both.status).toBe('failed');
  expect(both.value).toContain('150 frames');
});

it('the table names each row, what is worst last', () => {
  const rows = [
    { name: 'keychain', status: 'failed', value: 'refuses' },
    { name: 'camera', status: 'skipped', value: 'there is no camera' },
    { name: 'displays', status: 'passed', value: '1280x720 at 1' },
  ] as const;
  const result = {
    type: 'selfTest',
    version: '1',
    electron: '45',
    system: 'linux x64',
    isPassed: hasPassed(rows),
    rows,
  };
  const lines = selfTestTable({ ...result, type: 'selfTest' }).split('\n');
  expect(lines[0]).toContain('Upcast 1 self-test');
  expect(lines.slice(1, 4).map((line) => line.slice(0, 2))).toEqual(['ok', '--', 'XX']);
  expect(lines.at(-2)).toBe('Failed: 1. Warnings: 0. Skipped: 1.');
  expect(lines.at(-1)).toMatch(/^Failed\./);
});
