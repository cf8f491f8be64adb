/**
 * Error code -> what to tell the user: what happened and what you can do. Whether Upcast tries again is said by the
 * destination's state, which decides it, never by these texts.
 */
import type { ErrorRecord } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from './error-text-types.ts';
import { endSentence } from './end-sentence.ts';
import { texts } from './text.ts';

/** A code that isn't in the closed list reads as a bug of Upcast: nothing that comes in can leave the window without words. */
export function describeError(error: ErrorRecord): ErrorText {
  const { byCode } = texts.errors;
  const table: ReadonlyMap<unknown, ErrorTexts<ErrorCode>[ErrorCode]> = new Map(Object.entries(byCode));
  const describe = table.get(error.code) ?? byCode['internal/bug'];
  return describe(error.details);
}

/** Their titles say what their technical cause would say again. */
const plainCodes: ReadonlySet<ErrorCode> = new Set([
  'transport/host-not-found',
  'transport/refused',
  'transport/reset',
  'transport/proxy-login',
  'transport/certificate-expired',
  'transport/certificate-not-yet-valid',
  'transport/certificate-wrong-host',
  'transport/certificate-unknown-authority',
  'transport/certificate-pin-mismatch',
  'rtmp/moved-elsewhere',
  'rtmp/codec-refused',
  'rtmp/server-ended',
]);

/** A title that names the step, or the silence, leaves nothing to add. */
function isSaidByTitle({ code, details }: ErrorRecord): boolean {
  return (
    (code === 'transport/timeout' && details['step'] !== undefined) ||
    (code === 'transport/proxy-refused' && details['reason'] === 'silent')
  );
}

/** A technical cause as a sentence: its first word is a word and not a host, which is written as it is. */
function asSentence(text: string): string {
  const first = text.split(' ', 1)[0] ?? '';
  const start = /^[a-z]+$/.test(first) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
  return endSentence(start);
}

/** The server's own words where it had any, otherwise the technical cause; undefined when there is neither. */
export function errorCause(error: ErrorRecord): string | undefined {
  const words = error.details['serverWords'];
  if (typeof words === 'string' && words !== '') return texts.errors.serverSaid(words);
  const exact = texts.reason(error.details);
  if (exact !== undefined) return exact === describeError(error).title ? undefined : exact;
  if (plainCodes.has(error.code) || isSaidByTitle(error)) return undefined;
  const message = error.details['message'];
  return typeof message === 'string' && message !== '' ? asSentence(message) : undefined;
}

/** What happened and what you can do. */
export function titleAndAction({ title, action }: ErrorText): string {
  return action === undefined ? title : `${title} ${action}`;
}

/** What viewers get meanwhile, while there are viewers, and what you can do. */
export function meanwhileAndAction({ doing, action }: ErrorText, isOnAir: boolean): string {
  return [isOnAir ? doing : undefined, action].filter(Boolean).join(' ');
}
