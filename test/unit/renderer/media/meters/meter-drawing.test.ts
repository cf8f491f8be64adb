import { describe, expect, it } from 'vitest';
import { looksSame, meterPosition, paintMeter } from '../../../../../renderer/media/meters/meter-drawing.ts';
import type { MeterLevels } from '../../../../../renderer/media/meters/meter-drawing.ts';

const silence: MeterLevels = { peakDb: -Infinity, rmsDb: -Infinity, heldDb: -Infinity };

/** A pixel a decibel. */
function bars(levels: Partial<MeterLevels>): string[] {
  const painted: string[] = [];
  paintMeter({ ...silence, ...levels }, 60, (zone, shade, from, to) =>
    painted.push(`${zone} ${shade} ${from}–${to}`),
  );
  return painted;
}

describe('a meter', () => {
  it('shows where its zones are while nothing is heard', () => {
    expect(bars({})).toEqual(['good ground 0–40', 'warn ground 40–51', 'hot ground 51–60']);
  });

  it('shows the average brighter than the peak, each in the color of its zone', () => {
    expect(bars({ peakDb: -5, rmsDb: -25, heldDb: -3 })).toEqual([
      ...['good rms 0–35', 'good peak 35–40', 'warn peak 40–51', 'hot peak 51–55', 'hot ground 55–60'],
      'hot hold 55–57',
    ]);
  });

  it('shows a quiet sound in its first zone alone', () => {
    expect(bars({ peakDb: -50, rmsDb: -54, heldDb: -50 })).toEqual([
      ...['good rms 0–6', 'good peak 6–10', 'good ground 10–40', 'warn ground 40–51', 'hot ground 51–60'],
      'good hold 8–10',
    ]);
  });

  it('is full at full scale and above, and its bars lie one beside the other', () => {
    expect(bars({ peakDb: 3, rmsDb: 3, heldDb: 3 })).toEqual([
      ...['good rms 0–40', 'warn rms 40–51', 'hot rms 51–60'],
      'hot hold 58–60',
    ]);
    for (let peakDb = -70; peakDb <= 0; peakDb += 1)
      for (let rmsDb = -70; rmsDb <= peakDb; rmsDb += 5) {
        let end = 0;
        paintMeter({ ...silence, peakDb, rmsDb }, 47, (_zone, _shade, from, to) => {
          expect(from).toBe(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        });
        expect(end).toBe(47);
      }
  });

  it('has its floor at −60 dB', () => {
    expect([-Infinity, -100, -60, -30, 0, 6].map(meterPosition)).toEqual([0, 0, 0, 0.5, 1, 1]);
  });

  it('is drawn again where a pixel changes, and else not', () => {
    const levels = { peakDb: -20, rmsDb: -30, heldDb: -10 };
    expect(looksSame(levels, { ...levels, peakDb: -20.2 }, 60)).toBe(true);
    expect(looksSame(levels, { ...levels, peakDb: -21 }, 60)).toBe(false);
    expect(looksSame(levels, { ...levels, heldDb: -12 }, 60)).toBe(false);
  });
});
