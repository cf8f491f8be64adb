import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEncoderCache, writeEncoderCache } from '../../../electron/settings/encoder-cache.ts';
import type { EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import { encoderNames } from '../../../shared/encoding/encoder-list.ts';
import { encoderOptions, describeEncoders } from '../../../renderer/features/settings/encoding-choices.ts';

let folder = '';
const probes: readonly EncoderProbe[] = [
  { encoder: 'libx264', isWorking: true, speed: 4.25 },
  { encoder: 'h264_qsv', isWorking: true, speed: 9 },
  { encoder: 'h264_nvenc', isWorking: false, speed: 0, reason: 'Cannot load libcuda.so.1' },
];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upcast-encoders-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('is kept for one ffmpeg and driver', async () => {
  await writeEncoderCache(folder, 'ffmpeg 6.1, driver 1', probes);
  expect(await readEncoderCache(folder, 'ffmpeg 6.1, driver 1')).toEqual(probes);
  expect(await readEncoderCache(folder, 'ffmpeg 6.1, driver 2')).toBeUndefined();
  expect(await readdir(folder)).toEqual(['encoders.json']);
});

test.each([
  '',
  'null',
  '{"version":3,"key":"k","probes":[]}',
  '{"version":3,"key":"k","probes":[{"encoder":"rm -rf","isWorking":true,"speed":1}]}',
  '{"version":3,"key":"k","probes":[{"encoder":"libx264","isWorking":true,"speed":-1}]}',
])('takes no file that does not fit: %s', async (text) => {
  await writeFile(join(folder, 'encoders.json'), text);
  expect(await readEncoderCache(folder, 'k')).toBeUndefined();
});

test('the settings offer what works, and say what each costs', () => {
  const list = { phase: 'known', probes } as const;
  expect(encoderOptions(list, 'auto', false).map(({ label }) => label)).toEqual([
    'Automatic (Intel)',
    'H.264: x264 (CPU)',
    'H.264: Intel Quick Sync',
  ]);
  expect(encoderOptions(list, 'h264_nvenc', false).map(({ value }) => value)).toContain('h264_nvenc');
  const { lines, missing } = describeEncoders(list);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('4.3× real time');
  expect(missing).toBe('Not available: H.264: NVIDIA.');
});

test('what an old ffmpeg cannot is one sentence, and the codec stays while on air', () => {
  const old = encoderNames.map((encoder) =>
    encoder.includes('264')
      ? ({ encoder, isWorking: encoder === 'libx264', speed: 3, reason: 'no device' } as const)
      : ({ encoder, isWorking: false, speed: 0, tooOldFfmpeg: '5.1.9' } as const),
  );
  const { missing } = describeEncoders({ phase: 'known', probes: old });
  expect(missing).toContain('Not available: H.264 hardware encoding (GPU).');
  expect(missing).toContain('HEVC and AV1 need FFmpeg 6.1 or later. You have FFmpeg 5.1.9.');
  expect(missing).not.toContain('HEVC: NVIDIA');
  const works = [
    { encoder: 'libx264', isWorking: true, speed: 3 },
    { encoder: 'libx265', isWorking: true, speed: 2 },
    { encoder: 'libsvtav1', isWorking: true, speed: 2 },
  ] as const;
  const possible = (current: 'auto' | 'libx265', isOn: boolean) =>
    encoderOptions({ phase: 'known', probes: works }, current, isOn)
      .filter(({ isPossible }) => isPossible)
      .map(({ value }) => value);
  expect(possible('auto', false)).toEqual(['auto', 'libx264', 'libx265', 'libsvtav1']);
  expect(possible('auto', true)).toEqual(['auto', 'libx264']);
  expect(possible('libx265', true)).toEqual(['libx265']);
});
