/**
 * No seam clicks: a loud tone goes through everything that can break sound, and what is left of the result above 3 kHz,
 * where the tone has nothing, stays below −60 dBFS. That a plain cut is far above it shows that the ear is awake.
 */
import { describe, expect, it } from 'vitest';
import { PcmContinuity } from '../../../../shared/sound/pcm-continuity.ts';
import type { PcmFormat } from '../../../../shared/sound/pcm-continuity.ts';
import { loudestClickDb } from '../../../support/sound/loudest-click.ts';

const RATE = 48_000;
const TONE_HZ = 997;
const LIMIT_DB = -60;

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
      take(run.push({ timeUs, ...piece, samples }));
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
    const parts = [0, 100, 200, 250, 350, 450].map((ms) =>
      run.push({ timeUs: ms * 1000, ...stereo, samples: tone(ms * 1000 + 333, 4800, stereo) }).slice(),
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
