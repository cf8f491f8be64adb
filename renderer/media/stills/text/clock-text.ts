/** Clocks and countdowns as pure functions of the wall clock: what they show at a moment, and until when. */

export interface TimedText {
  readonly text: string;
  /** When the text changes, in milliseconds since the epoch. Infinity where it stays. */
  readonly untilMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

const two = (value: number): string => String(value).padStart(2, '0');
const named = (options: Intl.DateTimeFormatOptions): ((time: Date) => string) => {
  const format = new Intl.DateTimeFormat('en', options);
  return (time) => format.format(time);
};

/** As `strftime` has them, in local time. */
const parts: ReadonlyMap<string, (time: Date) => string> = new Map([
  ['H', (time) => two(time.getHours())],
  ['I', (time) => two(time.getHours() % 12 || 12)],
  ['M', (time) => two(time.getMinutes())],
  ['S', (time) => two(time.getSeconds())],
  ['p', (time) => (time.getHours() < 12 ? 'AM' : 'PM')],
  ['Y', (time) => String(time.getFullYear())],
  ['m', (time) => two(time.getMonth() + 1)],
  ['d', (time) => two(time.getDate())],
  ['A', named({ weekday: 'long' })],
  ['a', named({ weekday: 'short' })],
  ['B', named({ month: 'long' })],
  ['b', named({ month: 'short' })],
  ['%', () => '%'],
]);

/** @param format such as `%H:%M:%S`; what isn't a part of it stays as it is. */
export function clockText(format: string, wallMs: number): TimedText {
  const time = new Date(wallMs);
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
