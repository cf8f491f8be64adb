/**
 * Where a fader stands for a level, and how keys move the fader. The gain grows with the fourth power of the way: 0 dB stands at 71 %,
 * −10 dB at 53 %, −40 dB at 22 %. Pure.
 */
export const MAX_FADER_DB = 12;
/** What is lower is off, −∞ dB. */
export const MIN_FADER_DB = -96;
const EXPONENT = 4;
/** Of a fader's gain in the document. */
const MAX_GAIN = 4;
/** So near to 0 dB a dragged fader stands at 0 dB. */
const UNITY_CATCH_DB = 0.4;

/** 0 at the bottom, which is off, to 1 at the top. */
export function positionOfLevel(levelDb: number): number {
  if (levelDb < MIN_FADER_DB) return 0;
  return Math.min(1, 10 ** ((levelDb - MAX_FADER_DB) / (20 * EXPONENT)));
}

/** Tenths of a decibel; −Infinity is off. */
export function levelOfPosition(position: number): number {
  const levelDb = rounded(MAX_FADER_DB + 20 * EXPONENT * Math.log10(Math.min(1, Math.max(0, position))));
  if (levelDb < MIN_FADER_DB) return -Infinity;
  return Math.abs(levelDb) < UNITY_CATCH_DB ? 0 : levelDb;
}

export function gainOfLevel(levelDb: number): number {
  return Math.min(MAX_GAIN, 10 ** (levelDb / 20));
}

export function levelOfGain(gain: number): number {
  return gain <= 0 ? -Infinity : 20 * Math.log10(gain);
}

const KEY_STEPS_DB: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 0.5],
  ['ArrowRight', 0.5],
  ['ArrowDown', -0.5],
  ['ArrowLeft', -0.5],
  ['PageUp', 3],
  ['PageDown', -3],
]);

/** The level that a key leads to; undefined for other keys. Steps go by halves and by threes of a decibel, whatever the level was. */
export function levelAfterKey(levelDb: number, key: string): number | undefined {
  if (key === 'Home') return -Infinity;
  if (key === 'End') return MAX_FADER_DB;
  const step = KEY_STEPS_DB.get(key);
  if (step === undefined) return undefined;
  if (levelDb < MIN_FADER_DB) return step > 0 ? MIN_FADER_DB : -Infinity;
  const size = Math.abs(step);
  // A level as 20·log10 of a gain is a hair off the step that it stands on.
  const steps = rounded(levelDb / size, 1e6);
  const next = (step > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1) * size;
  return next < MIN_FADER_DB ? -Infinity : Math.min(MAX_FADER_DB, next);
}

/** As it is typed, or as any of the languages writes it: `-6`, `−6.5 dB`, `+3,5`, `-inf`. Undefined for what is no level of a fader. */
export function readLevel(text: string): number | undefined {
  const typed = text
    // The marks of direction that Arabic writes numbers with.
    .replaceAll(/[\u200e\u200f\u2066-\u2069]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/\s*(db|дб)$/u, '')
    .replace('−', '-')
    .replace(',', '.');
  if (/^-\s*(∞|inf|infinity)$/u.test(typed)) return -Infinity;
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)$/u.test(typed)) return undefined;
  const levelDb = Number(typed);
  if (levelDb > MAX_FADER_DB) return undefined;
  return levelDb < MIN_FADER_DB ? -Infinity : rounded(levelDb);
}

function rounded(value: number, perUnit = 10): number {
  // Never −0.
  return Math.round(value * perUnit) / perUnit + 0;
}
