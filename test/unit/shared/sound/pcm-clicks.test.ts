/**
 * No seam clicks: a loud tone goes through everything that can break sound, and what is left of the result above 3 kHz,
 * where the tone has nothing, stays below −50 dBFS. That a plain cut is far above it shows that the ear is awake.
 */
import { describe, expect, it } from 'vitest';
import { PcmContinuity } from '../../../../shared/sound/pcm-continuity.ts';
import type { PcmFormat } from '../../../../shared/sound/pcm-continuity.ts';

const RATE = 48_000;
const TONE_HZ = 997;
const LIMIT_DB = -50;
const CUTOFF_HZ = 3000;
const HALF_TAPS = 160;

/** A windowed-sinc high-pass (Blackman). */
function buildHighPass(): Float64Array {
  const taps = new Float64Array(2 * HALF_TAPS + 1);
  let sum = 0;
  for (let i = -HALF_TAPS; i <= HALF_TAPS; i += 1) {
    const angle = (Math.PI * (i + HALF_TAPS)) / HALF_TAPS;
    const window = 0.42 - 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
    const x = (2 * CUTOFF_HZ * i) / RATE;
    const value = window * (i === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
    taps[i + HALF_TAPS] = value;
    sum += value;
  }
  return taps.map((value, index) => (index === HALF_TAPS ? 1 : 0) - value / sum);
}

const highPass = buildHighPass();

function loudestClickDb(samples: readonly number[]): number {
  let peak = 0;
  for (let at = HALF_TAPS; at < samples.length - HALF_TAPS; at += 1) {
    let sum = 0;
    for (let tap = 0; tap < highPass.length; tap += 1)
      sum += (highPass[tap] ?? 0) * (samples[at + tap - HALF_TAPS] ?? 0);
    peak = Math.max(peak, Math.abs(sum));
  }
  return 20 * Math.log10(Math.max(peak, 1e-9));
}

interface Piece extends PcmFormat {
  readonly fromUs: number;
  readonly untilUs: number;
}

function tone(fromUs: number, frames: number, { sampleRate, channels }: PcmFormat): Float32Array {
  const samples = new Float32Array(frames * channels);
  for (let index = 0; index < samples.length; index += 1) {
    const seconds = fromUs / 1e6 + Math.floor(index / channels) / sampleRate;
    samples[index] = 0.5 * Math.sin(2 * Math.PI * TONE_HZ * seconds);
  }
  return samples;
}

/** Plays pieces of the tone, silence filled in as the program does it, and returns one channel of what comes out. */
function play(output: PcmFormat, pieces: readonly Piece[], untilUs: number): number[] {
  const run = new PcmContinuity(output);
  const result: number[] = [];
  const take = (part: Float32Array | undefined): void => {
    for (let index = 0; index < (part?.length ?? 0); index += output.channels)
      result.push(part?.[index] ?? 0);
  };
  for (let timeUs = 0; timeUs < untilUs; timeUs += 10_000) {
    const piece = pieces.find(({ fromUs, untilUs: endUs }) => timeUs >= fromUs && timeUs < endUs);
    if (piece === undefined) take(run.fillTo(timeUs - 100_000));
    else {
      const samples = tone(timeUs, piece.sampleRate / 100, piece);
      for (const part of run.push({ timeUs, ...piece, samples })) take(part);
    }
  }
  return result;
}

const stereo = { sampleRate: RATE, channels: 2 } as const;
const mono = { sampleRate: RATE, channels: 1 } as const;
const compact = { sampleRate: 44_100, channels: 2 } as const;
const piece = (fromMs: number, untilMs: number, format: PcmFormat): Piece => ({
  fromUs: fromMs * 1000,
  untilUs: untilMs * 1000,
  ...format,
});

describe('sound that breaks', () => {
  it.each<[string, PcmFormat, readonly Piece[]]>([
    ['is steady', stereo, [piece(0, 1000, stereo)]],
    ['begins late', stereo, [piece(313, 1000, stereo)]],
    ['stops and comes back', stereo, [piece(0, 331, stereo), piece(640, 1000, stereo)]],
    ['misses a moment', stereo, [piece(0, 330, stereo), piece(390, 1000, stereo)]],
    ['goes from 48 to 44.1 kHz', stereo, [piece(0, 330, stereo), piece(330, 1000, compact)]],
    ['goes from 44.1 to 48 kHz', compact, [piece(0, 330, compact), piece(330, 1000, stereo)]],
    ['goes from stereo to mono', stereo, [piece(0, 330, stereo), piece(330, 1000, mono)]],
    ['goes from mono to stereo', mono, [piece(0, 330, mono), piece(330, 1000, stereo)]],
  ])('does not click when it %s', (_name, output, pieces) => {
    const samples = play(output, pieces, 1_200_000);
    // The very first sample is not a seam: a player's own start is.
    expect(loudestClickDb(samples.slice(1000))).toBeLessThan(LIMIT_DB);
    expect(Math.max(...samples)).toBeGreaterThan(0.49);
  });

  it('does not click where two blocks overlap', () => {
    const run = new PcmContinuity(stereo);
    const parts = [0, 100, 200, 250, 350, 450].flatMap((ms) =>
      run.push({ timeUs: ms * 1000, ...stereo, samples: tone(ms * 1000 + 333, 4800, stereo) }),
    );
    const samples = parts.flatMap((part) => [...part].filter((_, index) => index % 2 === 0));
    expect(loudestClickDb(samples.slice(1000))).toBeLessThan(LIMIT_DB);
  });

  it('would be heard if it were cut plainly', () => {
    const whole = [...tone(0, RATE / 2, mono)];
    expect(loudestClickDb(whole)).toBeLessThan(LIMIT_DB);
    const cut = [...whole.slice(0, 12_011), ...whole.slice(12_411)];
    expect(loudestClickDb(cut)).toBeGreaterThan(-25);
  });
});
