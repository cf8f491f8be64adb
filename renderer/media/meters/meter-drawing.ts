/** What a meter draws of one side: bars over zones of its scale, from −60 dB to full scale. Pure. */

const FLOOR_DB = -60;
/** Where OBS's meter begins to warn, and where it begins to be red. */
const WARN_DB = -20;
const HOT_DB = -9;
const HOLD_PIXELS = 2;

/** What a bar is filled with. `ground` shows the zone while nothing is heard. */
export type MeterShade = 'ground' | 'peak' | 'rms' | 'hold';
export type MeterZone = 'good' | 'warn' | 'hot';

/** Decibels below full scale. */
export interface MeterLevels {
  readonly peakDb: number;
  readonly rmsDb: number;
  /** The highest peak of the last second. */
  readonly heldDb: number;
}

/** Pixels from the quiet end of the meter. */
export type PaintBar = (zone: MeterZone, shade: MeterShade, from: number, to: number) => void;

const zones: readonly { readonly zone: MeterZone; readonly from: number; readonly to: number }[] = [
  { zone: 'good', from: 0, to: meterPosition(WARN_DB) },
  { zone: 'warn', from: meterPosition(WARN_DB), to: meterPosition(HOT_DB) },
  { zone: 'hot', from: meterPosition(HOT_DB), to: 1 },
];

/** 0 at the floor, 1 at full scale. */
export function meterPosition(decibels: number): number {
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB));
}

/** @param length of the meter, pixels. */
export function paintMeter({ peakDb, rmsDb, heldDb }: MeterLevels, length: number, paint: PaintBar): void {
  const peak = Math.round(meterPosition(peakDb) * length);
  const rms = Math.min(peak, Math.round(meterPosition(rmsDb) * length));
  for (const { zone, from, to } of zones) {
    const [start, end] = [Math.round(from * length), Math.round(to * length)];
    if (rms > start) paint(zone, 'rms', start, Math.min(rms, end));
    if (peak > Math.max(start, rms) && end > rms)
      paint(zone, 'peak', Math.max(start, rms), Math.min(peak, end));
    if (peak < end) paint(zone, 'ground', Math.max(start, peak), end);
  }
  const held = Math.round(meterPosition(heldDb) * length);
  if (held > 0) paint(zoneOf(heldDb), 'hold', Math.max(0, held - HOLD_PIXELS), held);
}

function zoneOf(decibels: number): MeterZone {
  if (decibels >= HOT_DB) return 'hot';
  return decibels >= WARN_DB ? 'warn' : 'good';
}

/** Whether two levels look the same on a meter of this length. */
export function looksSame(one: MeterLevels, other: MeterLevels, length: number): boolean {
  const pixel = (decibels: number) => Math.round(meterPosition(decibels) * length);
  return (
    pixel(one.peakDb) === pixel(other.peakDb) &&
    pixel(one.rmsDb) === pixel(other.rmsDb) &&
    pixel(one.heldDb) === pixel(other.heldDb)
  );
}
