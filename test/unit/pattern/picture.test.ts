import { describe, expect, it } from 'vitest';
import { barArea, middleOf } from '../../../shared/pattern/geometry.ts';
import { isFlashFrame, PatternPicture } from '../../../shared/pattern/picture.ts';
import { bars, toYCbCr } from '../../../shared/pattern/colour.ts';
import { renderBeeps } from '../../../shared/pattern/sound.ts';

describe('test picture', () => {
  it('depends on nothing but number and time', () => {
    const walked = new PatternPicture(640, 360, 30);
    for (let n = 0; n <= 40; n += 1) walked.render(n, 1_000_000 + n * 10);
    const fresh = new PatternPicture(640, 360, 30);
    fresh.render(40, 1_000_400);
    expect(Buffer.compare(fresh.data, walked.data)).toBe(0);
  });

  it('shows bars in BT.709 limited range', () => {
    expect(toYCbCr(0.75, 0.75, 0.75)).toEqual({ y: 180, cb: 128, cr: 128 });
    expect(toYCbCr(0.75, 0, 0)).toEqual({ y: 51, cb: 109, cr: 212 });
    expect(toYCbCr(0.75, 0, 0, 'bt601')).toEqual({ y: 65, cb: 100, cr: 212 });
    const picture = new PatternPicture(1280, 720, 30);
    bars.forEach((bar, index) => {
      const middle = middleOf(barArea(picture.plan, index, bars.length));
      const expected = toYCbCr(...bar.rgb);
      const chroma = 1280 * 720 + (middle.y / 2) * 640 + middle.x / 2;
      expect(picture.data[middle.y * 1280 + middle.x]).toBe(expected.y);
      expect(picture.data[chroma]).toBe(expected.cb);
      expect(picture.data[chroma + (1280 * 720) / 4]).toBe(expected.cr);
    });
  });

  it('flashes on the first frame of each second, where the beep begins', () => {
    expect([0, 1, 2, 29, 30, 31].map((n) => isFlashFrame(n, 30))).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
    const sound = new Float32Array(96_000);
    renderBeeps(sound, 0, 48_000, 1);
    expect(sound[0]).toBe(0);
    expect(sound[12]).toBeCloseTo(0.25);
    expect(sound[2400]).toBe(0);
    expect(sound[47_999]).toBe(0);
    expect(sound[48_012]).toBeCloseTo(0.25);
  });

  it('renders sound alike in one piece and in blocks', () => {
    const whole = new Float32Array(96_000);
    renderBeeps(whole, 0, 48_000, 2);
    const block = new Float32Array(2048);
    for (let first = 0; first + 1024 <= 48_000; first += 1024) {
      renderBeeps(block, first, 48_000, 2);
      expect(block).toEqual(whole.subarray(first * 2, first * 2 + 2048));
    }
  });
});
