/** Clocks and countdowns as pure functions of the wall clock: what they show at a moment, and until when. */

export interface TimedText {
  readonly text: string;
  /** When the text changes, in milliseconds since the epoch. Infinity where it stays. */
  readonly untilMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

const two = (value: number): string => String(value).padStart(2, '0');

type Part = (time: Date) => string;

/** As `strftime` has them, in local time and in one language. */
const partsOf = (locale: string, hasDay: boolean): ReadonlyMap<string, Part> =>
  new Map([
    ['H', (time) => two(time.getHours())],
    ['I', (time) => two(time.getHours() % 12 || 12)],
    ['M', (time) => two(time.getMinutes())],
    ['S', (time) => two(time.getSeconds())],
    ['p', named(locale, { hour: 'numeric', hourCycle: 'h12' }, 'dayPeriod')],
    ['Y', (time) => String(time.getFullYear())],
    ['m', (time) => two(time.getMonth() + 1)],
    ['d', (time) => two(time.getDate())],
    ['A', named(locale, { weekday: 'long' }, 'weekday')],
    ['a', named(locale, { weekday: 'short' }, 'weekday')],
    ['B', month(locale, 'long', hasDay)],
    ['b', month(locale, 'short', hasDay)],
    ['%', () => '%'],
  ]);

function named(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  type: Intl.DateTimeFormatPartTypes,
): Part {
  let formatter: Intl.DateTimeFormat | undefined;
  return (time) => {
    formatter ??= new Intl.DateTimeFormat(locale, options);
    return formatter.formatToParts(time).find((part) => part.type === type)?.value ?? '';
  };
}

/** Beside a day, some languages use another form: `28 ноября`. Others write a number there, which is no name. */
function month(locale: string, length: 'long' | 'short', hasDay: boolean): Part {
  let alone: Intl.DateTimeFormat | undefined;
  const besideDay = named(locale, { month: length, day: 'numeric' }, 'month');
  return (time) => {
    const name = hasDay ? besideDay(time) : '';
    if (/\p{L}/u.test(name)) return name;
    alone ??= new Intl.DateTimeFormat(locale, { month: length });
    return alone.format(time);
  };
}

/** Made once for each language and form: a clock is looked at with every frame. */
const made = new Map<string, ReadonlyMap<string, Part>>();

function partsIn(locale: string, hasDay: boolean): ReadonlyMap<string, Part> {
  const key = `${locale} ${hasDay}`;
  const parts = made.get(key) ?? partsOf(locale, hasDay);
  made.set(key, parts);
  return parts;
}

/**
 * @param format such as `%H:%M:%S`; what isn't a part of it stays as it is.
 * @param locale BCP 47, of the names of days and months.
 */
export function clockText(format: string, locale: string, wallMs: number): TimedText {
  const time = new Date(wallMs);
  const parts = partsIn(locale, format.includes('%d'));
  const text = format.replaceAll(/%(.)/g, (whole, letter: string) => parts.get(letter)?.(time) ?? whole);
  const stepMs = format.includes('%S') ? SECOND_MS : MINUTE_MS;
  // Every time zone is whole minutes away.
  return { text, untilMs: (Math.floor(wallMs / stepMs) + 1) * stepMs };
}

/** Shows whole seconds, the last of them `0:01`, and then `over`. */
export function countdownText(targetMs: number, over: string, wallMs: number): TimedText {
  const seconds = Math.ceil((targetMs - wallMs) / SECOND_MS);
  if (seconds <= 0) return { text: over, untilMs: Infinity };
  return { text: secondsText(seconds), untilMs: targetMs - (seconds - 1) * SECOND_MS };
}

/** `9:05`, `1:02:03`, `49:00:00`. */
function secondsText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(seconds % 60);
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${two(minutes)}:${rest}`;
}
