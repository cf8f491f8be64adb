import { describe, expect, it } from 'vitest';
import { BeepFinder } from '../../measure/beep-finder.ts';
import { compareFlashes, countFrames, judgePace } from '../../measure/judge.ts';
import { judgeBars, psnr, readBars, ssim } from '../../measure/picture-quality.ts';
import { PatternPicture } from '../../../shared/pattern/picture.ts';
import { renderBeeps, renderTone } from '../../../shared/pattern/sound.ts';

describe('counting frames', () => {
  it('tells lost, doubled, out of order and unreadable apart', () => {
    expect(countFrames([5, 6, 7, 8])).toMatchObject({
      first: 5,
      last: 8,
      lost: 0,
      doubled: 0,
      outOfOrder: 0,
    });
    expect(countFrames([5, 7, 7, 9])).toMatchObject({ lost: 2, doubled: 1, lostNumbers: [6, 8] });
    expect(countFrames([5, 7, 6, 8])).toMatchObject({ lost: 0, outOfOrder: 1, doubled: 0 });
    expect(countFrames([5, undefined, 7])).toMatchObject({ lost: 0, unreadable: 1, decoded: 3 });
    expect(countFrames([])).toMatchObject({ lost: 0, decoded: 0 });
  });
});

describe('beep finder', () => {
  it.each([44_100, 48_000])('places beeps within a tenth of a millisecond at %i Hz', (sampleRate) => {
    const sound = new Float32Array(4 * sampleRate);
    renderBeeps(sound, 0, sampleRate, 1);
    const finder = new BeepFinder();
    for (let start = 0; start < sound.length; start += 1024) {
      finder.push(sound.subarray(start, start + 1024), 0.25 + start / sampleRate, sampleRate);
    }
    expect(finder.onsetsSeconds).toHaveLength(4);
    finder.onsetsSeconds.slice(1).forEach((onset, index) => {
      expect(Math.abs(onset - (1.25 + index))).toBeLessThan(0.0001);
    });
  });

  it('does not take a steady tone for beeps', () => {
    const sound = new Float32Array(96_000);
    renderTone(sound, 0, 48_000, 1);
    const finder = new BeepFinder();
    finder.push(sound, 0, 48_000);
    finder.push(new Float32Array(9600), 2, 48_000);
    expect(finder.onsetsSeconds).toEqual([]);
  });
});

describe('flashes and beeps', () => {
  it('gives median, worst and drift', () => {
    const flashes = Array.from({ length: 61 }, (_, second) => second);
    const beeps = flashes.map((second) => second + 0.01 + second * 0.0001);
    const report = compareFlashes(flashes, beeps);
    expect(report?.medianMs).toBeCloseTo(13, 5);
    expect(report?.worstMs).toBeCloseTo(16, 5);
    expect(report?.driftMsPerMinute).toBeCloseTo(6, 5);
    expect(compareFlashes([1], [3])).toBeUndefined();
  });
});

describe('pace', () => {
  it('measures keyframes, bitrate by second and gaps from millisecond timestamps', () => {
    const packets = Array.from({ length: 120 }, (_, n) => ({
      kind: 'video' as const,
      dtsSeconds: Math.round((n * 1000) / 30) / 1000,
      bytes: 10_000,
      isKeyframe: n % 60 === 0,
    }));
    const pace = judgePace(packets, 30);
    expect(pace.keyframeSeconds).toEqual({ minimum: 2, median: 2, maximum: 2 });
    expect(pace.perSecondKbps).toEqual([2400, 2400, 2400, 2400]);
    expect(pace.averageKbps).toBeCloseTo(2400, 0);
    expect(pace.largestGapMs).toBeLessThan(35);
    expect(judgePace(packets.toSpliced(50, 2), 30).largestGapMs).toBeCloseTo(100, 0);
  });
});

describe('picture quality', () => {
  it('is perfect for equal pictures and falls with damage', () => {
    const { data } = new PatternPicture(640, 360, 30);
    const damaged = data.slice();
    for (let i = 0; i < 640 * 360; i += 7) damaged[i] = (damaged[i] ?? 0) ^ 16;
    expect(ssim(data, data, 640, 360)).toBeCloseTo(1, 10);
    expect(psnr(data, data, 640 * 360)).toBe(100);
    expect(ssim(data, damaged, 640, 360)).toBeLessThan(0.9);
    expect(psnr(data, damaged, 640 * 360)).toBeLessThan(40);
  });

  it('reads the bars it drew', () => {
    const picture = new PatternPicture(640, 360, 30);
    const verdict = judgeBars(readBars(picture.data, picture.plan));
    expect(verdict).toEqual({ looksLike: 'bt709-limited', worstError: 0, meanError: 0 });
  });
});
