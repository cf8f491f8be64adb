/** Numbers as they are typed into a field. Pure. */

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Places after the point. */
  readonly decimals: number;
}

/** Without grouping, as it is typed: `886`, `12.5`. */
export function writeNumber(value: number, { decimals }: Pick<NumberRange, 'decimals'>): string {
  return String(rounded(value, decimals));
}

/** With a point or a comma. Undefined for what isn't a number of the range. */
export function readNumber(text: string, { min, max, decimals }: NumberRange): number | undefined {
  if (!/^\s*[-−+]?(\d+([.,]\d*)?|[.,]\d+)\s*$/u.test(text)) return undefined;
  const value = rounded(Number(text.replace('−', '-').replace(',', '.')), decimals);
  return value >= min && value <= max ? value : undefined;
}

/** The next one up or down, within the range. */
export function stepNumber(value: number, step: number, { min, max, decimals }: NumberRange): number {
  return Math.min(max, Math.max(min, rounded(value + step, decimals)));
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Never −0.
  return Math.round(value * factor) / factor + 0;
}
