import { describe, expect, it } from 'vitest';
import { buildFfmpegArguments } from '../../../../electron/engine/ffmpeg/ffmpeg-arguments.ts';
import { buildFilePlayerArguments } from '../../../../electron/engine/sources/file-player-arguments.ts';
import { SourceCadence } from '../../../../renderer/media/sources/source-cadence.ts';
import { frameRates } from '../../../../renderer/features/settings/encoding-choices.ts';
import {
  exactFrameRate,
  ffmpegFrameRate,
  formatFrameRate,
  nearestFrameRate,
} from '../../../../shared/encoding/frame-rate.ts';
import { encodingProfileSchema } from '../../../../shared/encoding/profile-schema.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { Cadence } from '../../../../shared/media/cadence.ts';
import { decideStepDown } from '../../../../shared/encoding/step-down.ts';
import { beepPeriod, renderBeeps } from '../../../../shared/pattern/sound.ts';
import { isFlashFrame } from '../../../../shared/pattern/picture.ts';

const rates: readonly (readonly [written: number, rational: string, numerator: number])[] = [
  [23.976, '24000/1001', 24_000],
  [29.97, '30000/1001', 30_000],
  [59.94, '60000/1001', 60_000],
];
const TWO_HOURS_SECONDS = 7200;

describe('fractional frame rates', () => {
  it.each(rates)(
    'D9: %d is read, kept, written and given to ffmpeg as %s',
    (written, rational, numerator) => {
      const profile = encodingProfileSchema.parse({ ...defaultEncodingProfile, fps: written });
      expect(profile.fps).toBe(numerator / 1001);
      expect(encodingProfileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
      expect([ffmpegFrameRate(profile.fps), formatFrameRate(profile.fps)]).toEqual([
        rational,
        String(written),
      ]);
      expect(nearestFrameRate(numerator / 1001 + 0.003)).toBe(profile.fps);
      expect(frameRates(30)).toContain(profile.fps);
      const input = { width: 1280, height: 720, format: 'I420', colour: 'bt709-limited' } as const;
      const args = buildFfmpegArguments({
        profile,
        input,
        encoder: 'libx264',
        matrixFilter: 'scale',
        processors: 2,
      });
      expect(args[args.indexOf('-r') + 1]).toBe(rational);
      const format = { width: 320, height: 180, fps: profile.fps, sampleRate: 48_000, channels: 2 } as const;
      const source = { path: '/x', format: 'mov' };
      const player = buildFilePlayerArguments(source, { path: '/x', hasSound: false, format }, 'asTagged');
      expect(player.join(' ')).toContain(`fps=fps=${rational}:`);
    },
  );

  it('D9: 23.98 is 24000/1001; 29.5, 12.5, 0, 61 and 30.1 are no rates', () => {
    expect(exactFrameRate(23.98)).toBe(24_000 / 1001);
    for (const fps of [29.5, 12.5, 0, 61, 30.1, Number.NaN]) {
      expect(encodingProfileSchema.safeParse({ ...defaultEncodingProfile, fps }).success, String(fps)).toBe(
        false,
      );
    }
  });

  it.each(rates)(
    'D9: two hours of %d: no frame lost or doubled on the way to its timestamp, audio within 1 ms at the end',
    (written, _rational, numerator) => {
      const fps = exactFrameRate(written);
      const source = new SourceCadence(fps);
      const grid = new Cadence(fps);
      const frames = Math.floor((TWO_HOURS_SECONDS * numerator) / 1001);
      const startUs = 1_790_000_000_000_000;
      let originUs: number | undefined;
      let lastMs = -1;
      let worst = 0;
      for (let n = 0; n < frames; n += 1) {
        // A camera's times are off by up to 3 ms, in whole microseconds.
        const jitterUs = ((n * 7919) % 6001) - 3000;
        const placedUs = source.place(
          startUs + Math.round((n * 1_001_000_000) / numerator) + (n === 0 ? 0 : jitterUs),
        );
        if (placedUs === undefined) throw new Error(`frame ${n} is surplus at the source`);
        source.sent(placedUs);
        originUs ??= placedUs;
        const placement = grid.place(placedUs - originUs);
        if (placement === undefined || placement.slot !== n || placement.missed !== 0)
          throw new Error(`frame ${n}`);
        const ms = Math.round(grid.timeUs(n) / 1000);
        if (ms <= lastMs) throw new Error(`frame ${n} stands still`);
        worst = Math.max(worst, Math.abs(ms - (n * 1_001_000) / numerator));
        lastMs = ms;
      }
      expect(worst).toBeLessThanOrEqual(0.5001);
      // 48 kHz by counting against the last picture by counting.
      const samples = Math.round((frames * 1001 * 48_000) / numerator);
      expect(Math.abs((samples * 1000) / 48_000 - grid.timeUs(frames) / 1000)).toBeLessThan(1);
    },
  );

  it('D9: one rate down from 59.94 is 29.97, never 30', () => {
    const profile = { ...defaultEncodingProfile, fps: exactFrameRate(59.94), preset: 'ultrafast' as const };
    const step = decideStepDown(profile, 0.6, true);
    expect(step?.fps).toBe(exactFrameRate(29.97));
  });

  it.each([30, 29.97, 59.94, 23.976])(
    'D9: at %d each flash of the test picture has its beep for an hour',
    (written) => {
      const fps = exactFrameRate(written);
      const rate = 48_000;
      const flashes = Array.from({ length: Math.round(3600 * fps) }, (_, n) => n).filter(
        (n) => isFlashFrame(n, fps) && !isFlashFrame(n - 1, fps),
      );
      for (const frame of [flashes[1], flashes[1800], flashes.at(-1)]) {
        const sample = Math.round(((frame ?? 0) * rate) / fps);
        const around = new Float32Array(200);
        renderBeeps(around, sample - 100, rate, 1, beepPeriod(fps));
        const first = around.findIndex((value) => value !== 0);
        expect(Math.abs(first - 101)).toBeLessThanOrEqual(1);
      }
    },
  );
});
