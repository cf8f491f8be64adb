/** What is cleaned of secrets on its way out: the texts of a message, and addresses that nobody registered. */
import { MASK } from './redactor.ts';

/** Where words of people and servers stand, in whatever crosses from the engine; other strings are ours. */
const freeTexts: ReadonlySet<string> = new Set(['text', 'message', 'serverWords']);

/** The same value with every free text, and every text in an error's details, cleaned. */
export function cleanTexts<T>(value: T, clean: (text: string) => string): T {
  return cleanInner(value, clean, false) as T;
}

function cleanInner(value: unknown, clean: (text: string) => string, isFree: boolean): unknown {
  if (typeof value === 'string') return isFree ? clean(value) : value;
  if (Array.isArray(value)) return value.map((each) => cleanInner(each, clean, isFree));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      cleanInner(inner, clean, isFree || name === 'details' || freeTexts.has(name)),
    ]),
  );
}

/** Masks what follows the application in every RTMP address within a text: the key and any query. */
export function redactUrls(text: string): string {
  return text.replace(
    /\b(rtmp[a-z]*:\/\/)(?:[^\s/@]*@)?([^\s/]+\/[^\s/?]+)[/?][^\s"'<>]*/gi,
    (_all, scheme: string, rest: string) => `${scheme}${rest}/${MASK}`,
  );
}
