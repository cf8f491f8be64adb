/** The ruler against recordings that are whole, and against ones damaged on purpose: each damage found and named. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../../measure/measure.ts';
import { formatReport } from '../../measure/report.ts';
import type { MeasureReport } from '../../measure/report.ts';
import { FFMPEG, ffmpeg, renderPatternFile } from './pattern-file.ts';

const SECONDS = 8;
const promise = { fps: 30, keyframeSeconds: 2 };
let folder = '';
let whole = '';

const at = (name: string): string => join(folder, name);
const read = (path: string): Promise<MeasureReport> => measure(path, { ffmpegPath: FFMPEG, promise });
const codes = (report: MeasureReport): readonly string[] => report.findings.map((finding) => finding.code);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upcast-measure-'));
  whole = at('whole.flv');
  await renderPatternFile(whole, SECONDS);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the ruler', () => {
  it('finds nothing wrong with a whole recording', async () => {
    const report = await read(whole);
    expect(report.findings).toEqual([]);
    expect(report.frames).toMatchObject({ decoded: 240, lost: 0, doubled: 0, outOfOrder: 0, unreadable: 0 });
    expect(report.pace.keyframeSeconds).toEqual({ minimum: 2, median: 2, maximum: 2 });
    expect(report.offset?.count).toBeGreaterThanOrEqual(7);
    expect(Math.abs(report.offset?.worstMs ?? 99)).toBeLessThan(2);
    expect(report.colour?.looksLike).toBe('bt709-limited');
    expect(report.colour?.worstError).toBeLessThanOrEqual(2);
    expect(report.colour?.tagged).toContain('bt709');
    expect(report.similarity?.ssimMean).toBeGreaterThan(0.8);
    // A twentieth of the time at −15 dBFS RMS.
    expect(report.loudness?.rmsDb).toBeCloseTo(-28, 0);
    expect(formatReport(report)).toContain('Nothing is wrong.');
  }, 60_000);

  it('reads every frame at 500 kbit/s', async () => {
    const path = at('low.flv');
    await renderPatternFile(path, 4, { videoKbps: 500 });
    const report = await read(path);
    expect(report.frames).toMatchObject({ decoded: 120, lost: 0, unreadable: 0 });
  }, 60_000);

  it('names a dropped frame', async () => {
    const path = at('dropped.flv');
    const filter = ['-vf', "select='not(eq(n,100))'", '-fps_mode', 'passthrough'];
    await ffmpeg([
      '-i',
      whole,
      ...filter,
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-bf',
      '0',
      '-g',
      '60',
      '-c:a',
      'copy',
      path,
    ]);
    const report = await read(path);
    expect(report.frames).toMatchObject({ lost: 1, doubled: 0, lostNumbers: [100] });
    expect(codes(report)).toContain('frames-lost');
    expect(codes(report)).toContain('gap');
  }, 60_000);

  it('names doubled frames', async () => {
    const path = at('doubled.flv');
    const filter = ['-vf', "select='not(eq(n,100))'", '-fps_mode', 'cfr', '-r', '30'];
    await ffmpeg([
      '-i',
      whole,
      ...filter,
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-g',
      '60',
      '-c:a',
      'copy',
      path,
    ]);
    const report = await read(path);
    expect(report.frames.lost).toBe(1);
    expect(report.frames.doubled).toBeGreaterThanOrEqual(1);
    expect(codes(report)).toContain('frames-doubled');
  }, 60_000);

  it.each([
    [80, 'sound-late'],
    [-80, 'sound-early'],
  ])(
    'names sound that is %i ms off',
    async (offsetMs, code) => {
      const path = at(`sound${offsetMs}.mkv`);
      const inputs = ['-i', whole, '-itsoffset', String(offsetMs / 1000), '-i', whole];
      await ffmpeg([...inputs, '-map', '0:v', '-map', '1:a', '-c', 'copy', path]);
      const report = await read(path);
      expect(codes(report)).toEqual([code]);
      expect(Math.abs((report.offset?.medianMs ?? 0) - offsetMs)).toBeLessThan(3);
    },
    60_000,
  );

  it('reads times as finely hours into a recording', async () => {
    const path = at('late.mkv');
    await ffmpeg(['-i', whole, '-c', 'copy', '-output_ts_offset', '20000', path]);
    const report = await read(path);
    expect(report.findings).toEqual([]);
    expect(report.frames.decoded).toBe(240);
    expect(report.offset?.count).toBeGreaterThanOrEqual(7);
    expect(Math.abs(report.offset?.worstMs ?? 99)).toBeLessThan(2);
  }, 60_000);

  it('names sound that drifts', async () => {
    const path = at('drift.mkv');
    const long = at('long.flv');
    await renderPatternFile(long, 12);
    await ffmpeg([
      '-i',
      long,
      '-c:v',
      'copy',
      '-af',
      'asetrate=47990,aresample=48000',
      '-c:a',
      'pcm_s16le',
      path,
    ]);
    const report = await read(path);
    expect(codes(report)).toContain('sound-drifts');
    expect(report.offset?.driftMsPerMinute).toBeGreaterThan(8);
  }, 60_000);

  it('names bars in the wrong matrix', async () => {
    const path = at('matrix.flv');
    const filter = 'scale=in_color_matrix=bt709:out_color_matrix=bt601';
    await ffmpeg([
      '-i',
      whole,
      '-vf',
      filter,
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      '16',
      '-g',
      '60',
      '-c:a',
      'copy',
      path,
    ]);
    const report = await read(path);
    expect(codes(report)).toContain('wrong-matrix');
    expect(report.colour?.looksLike).toBe('bt601-limited');
  }, 60_000);

  it('names what is missing altogether', async () => {
    const path = at('bare.mp4');
    await ffmpeg([
      '-f',
      'lavfi',
      '-i',
      'testsrc2=s=640x360:r=30:d=1',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      path,
    ]);
    expect(codes(await read(path))).toEqual(expect.arrayContaining(['no-pattern', 'no-sound']));
  }, 60_000);

  it('refuses a file that is no recording', async () => {
    await expect(read(at('whole.flv.f32'))).rejects.toMatchObject({ code: 'input/bad-file' });
  });
});
