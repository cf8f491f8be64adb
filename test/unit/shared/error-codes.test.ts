import { expect, test } from 'vitest';
import { classifyRefusal } from '../../../electron/rtmp/session/publish/classify-refusal.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import { wordsOfRefusal } from '../../support/words-of.ts';

/** What every object has without being given it. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

test.each(inherited)('a status called %s is classified as a code of the list', (code) => {
  for (const stage of ['connect', 'publish'] as const) {
    const found = classifyRefusal({ stage, level: 'error', code, description: '' }, false);
    expect(errorCodes).toContain(found);
  }
});

test.each(inherited)('a server address that begins with %s:// is refused in words', (scheme) => {
  expect(wordsOfRefusal(() => parseDestinationUrl(`${scheme}://host/live`, 'key'))).toBe(
    'Start the server address with rtmp:// or rtmps://.',
  );
});

test('an error with a code outside the list is a bug of ours', () => {
  const codes: unknown[] = ['constructor', '__proto__', 'rtmp/unheard-of', Object.prototype, () => {}];
  for (const code of codes) expect(new AppError(code as ErrorCode).toRecord().code).toBe('internal/bug');
});
