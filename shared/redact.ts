/** The one redaction: takes secrets out of any text before it reaches a log, an error or a file. */

const MASK = '•••';
/** Below this length a secret is not searched for: it would eat ordinary words. */
const MIN_SECRET_LENGTH = 4;

/** Replaces every occurrence of each secret, as it is and percent-encoded. */
export function redact(text: string, secrets: Iterable<string>): string {
  let result = text;
  for (const secret of secrets) {
    if (secret.length < MIN_SECRET_LENGTH) continue;
    for (const form of new Set([secret, encodeURIComponent(secret), encodeURI(secret)])) {
      result = result.replaceAll(form, MASK);
    }
  }
  return result;
}

/** Masks what follows the application in every RTMP address within a text: the key and any query. */
export function redactUrls(text: string): string {
  return text.replace(
    /\b(rtmp[a-z]*:\/\/)(?:[^\s/@]*@)?([^\s/]+\/[^\s/?]+)[/?][^\s"'<>]*/gi,
    (_all, scheme: string, rest: string) => `${scheme}${rest}/${MASK}`,
  );
}
