/** The one redaction: takes secrets out of any text before it reaches a log, an error or a file. */

import { isHarmlessParameter } from './destinations/server-secret.ts';

const MASK = '•••';
/** Below this length a secret is not searched for: it would eat ordinary words. */
const MIN_SECRET_LENGTH = 4;
/** The same for a part of a secret without a name, which may well be a word. */
const MIN_BARE_LENGTH = 8;

/** Replaces every occurrence of each secret: as it is, percent-encoded, and as JSON writes it. */
export function redact(text: string, secrets: Iterable<string>): string {
  // The longest first: one that begins with another must not leave its end behind.
  const forms = [...secrets].flatMap(formsOf).toSorted((a, b) => b.length - a.length);
  let result = text;
  for (const form of forms) result = result.replaceAll(form, MASK);
  return result;
}

function formsOf(secret: string): readonly string[] {
  // A key's query is often taken off by whoever speaks of it, and so are names from the values in it.
  const parts = [secret, secret.split('?')[0] ?? '', ...valuesOf(secret)].filter(
    (part) => part.length >= MIN_SECRET_LENGTH,
  );
  return [
    ...new Set(parts.flatMap((part) => [part, JSON.stringify(part).slice(1, -1), ...encodedForms(part)])),
  ];
}

/** The values of the parameters in a secret, as they are and decoded. */
function valuesOf(secret: string): readonly string[] {
  const [, ...parameters] = secret.split(/[?&;/]/);
  return parameters.flatMap((parameter) => {
    if (isHarmlessParameter(parameter)) return [];
    const equals = parameter.indexOf('=');
    if (equals < 0) return parameter.length < MIN_BARE_LENGTH ? [] : [parameter];
    const value = parameter.slice(equals + 1);
    return [value, ...decodedForms(value)];
  });
}

function decodedForms(text: string): readonly string[] {
  try {
    return [decodeURIComponent(text)];
  } catch {
    // A lone percent sign: nobody can decode it.
    return [];
  }
}

function encodedForms(text: string): readonly string[] {
  try {
    return [encodeURIComponent(text), encodeURI(text)];
  } catch {
    // Half a surrogate pair cannot be percent-encoded, so nobody can have done it.
    return [];
  }
}

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
