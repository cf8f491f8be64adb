import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEncoderCache, writeEncoderCache } from '../../../electron/settings/encoder-cache.ts';
import type { EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import { encoderOptions, tellEncoders } from '../../../renderer/features/settings/encoding-choices.ts';

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
  expect(await readEncoderCache(folder, 'ffmpeg 6.1, driver 2')).toBeNull();
  expect(await readdir(folder)).toEqual(['encoders.json']);
});

test.each([
  '',
  'null',
  '{"version":1,"key":"k","probes":[]}',
  '{"version":1,"key":"k","probes":[{"encoder":"rm -rf","isWorking":true,"speed":1}]}',
  '{"version":1,"key":"k","probes":[{"encoder":"libx264","isWorking":true,"speed":-1}]}',
])('takes no file that does not fit: %s', async (text) => {
  await writeFile(join(folder, 'encoders.json'), text);
  expect(await readEncoderCache(folder, 'k')).toBeNull();
});

test('the settings offer what works, and say what each costs', () => {
  const list = { phase: 'known', probes } as const;
  expect(encoderOptions(list, 'auto').map(({ label }) => label)).toEqual([
    'Automatic (Intel)',
    'Processor (x264)',
    'Intel Quick Sync',
  ]);
  expect(encoderOptions(list, 'h264_nvenc').map(({ value }) => value)).toContain('h264_nvenc');
  const { lines, missing } = tellEncoders(list);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('4.3 times real time');
  expect(missing).toBe('Not here: NVIDIA.');
});
