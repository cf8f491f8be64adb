/** The one redaction: takes secrets out of any text before it reaches a log, an error or a file. */

const MASK = '•••';
/** Below this length a secret is not searched for: it would eat ordinary words. */
const MIN_SECRET_LENGTH = 4;

/** Replaces every occurrence of each secret: as it is, percent-encoded, and as JSON writes it. */
export function redact(text: string, secrets: Iterable<string>): string {
  // The longest first: one that begins with another must not leave its end behind.
  const forms = [...secrets].flatMap(formsOf).toSorted((a, b) => b.length - a.length);
  let result = text;
  for (const form of forms) result = result.replaceAll(form, MASK);
  return result;
}

function formsOf(secret: string): readonly string[] {
  // A key's query is often taken off by whoever speaks of it.
  const parts = [secret, secret.split('?')[0] ?? ''].filter((part) => part.length >= MIN_SECRET_LENGTH);
  return [
    ...new Set(parts.flatMap((part) => [part, JSON.stringify(part).slice(1, -1), ...encodedForms(part)])),
  ];
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
