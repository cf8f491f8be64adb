/** What happened to a destination, as full sentences ready to read, with the server's words where it had any. */
import { missingCase } from '../../../shared/assert.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import type { SaidWords } from '../outputs/link/words-budget.ts';
import type { Telling } from '../outputs/machines/destination-types.ts';

const causes: Partial<Record<ErrorCode, string>> = {
  'transport/host-not-found': 'Its name was not found.',
  'transport/refused': 'Nothing listens at that address.',
  'transport/unreachable': 'The network does not reach it.',
  'transport/timeout': 'It did not answer in time.',
  'transport/reset': 'The connection was reset.',
  'transport/closed': 'The server closed the connection.',
  'transport/stalled': 'The connection took nothing any more.',
  'transport/certificate-expired': 'Its certificate has expired.',
  'transport/certificate-not-yet-valid': 'Its certificate is not valid yet.',
  'transport/certificate-wrong-host': 'Its certificate is for another host.',
  'transport/certificate-unknown-authority': 'Its certificate is by an unknown authority.',
  'transport/certificate-pin-mismatch': 'Its certificate is not the pinned one.',
  'rtmp/key-refused': 'The server refused the stream key.',
  'rtmp/name-in-use': 'Someone is already streaming with this key.',
  'rtmp/unknown-application': 'The server does not know this application.',
  'rtmp/authentication-required': 'The server wants a user name and a password.',
  'rtmp/authentication-failed': 'The server refused the user name or the password.',
  'rtmp/codec-refused': 'The server does not take this codec.',
  'rtmp/server-ended': 'The server ended the stream.',
};

/** The cause as one or two sentences. */
export function describeCause(error: ErrorRecord): string {
  const { message, serverWords } = error.details;
  const plain =
    typeof message === 'string' ? message : (causes[error.code] ?? `The cause was ${error.code}.`);
  const ended = /[.!?…]$/.test(plain) ? plain : `${plain}.`;
  const sentence = ended.charAt(0).toUpperCase() + ended.slice(1);
  if (typeof serverWords !== 'string' || serverWords === '' || sentence.includes(serverWords))
    return sentence;
  return `${sentence} The server said: “${serverWords}”.`;
}

type Described = Pick<BroadcastEvent, 'kind' | 'text'> & { readonly error?: ErrorRecord };

/** `movedHost`: the host in use, where the server sent the stream to another. */
export function describeTelling(what: Telling, name: string, movedHost?: string): Described {
  switch (what.kind) {
    case 'connecting':
      return {
        kind: 'destinationConnecting',
        text: what.attempt > 1 ? `Connecting to ${name}, attempt ${what.attempt}.` : `Connecting to ${name}.`,
      };
    case 'live':
      return {
        kind: 'destinationLive',
        text: `${name} is ${what.isReturn ? 'live again' : 'live'}${what.isBackup ? ' on its backup server' : ''}${movedHost === undefined ? '' : ` at ${movedHost}, where its server sent the stream`}.`,
      };
    case 'lost':
      return {
        kind: 'destinationLost',
        text: `The connection to ${name} was lost. ${describeCause(what.cause)}`,
        error: what.cause,
      };
    case 'reconnecting':
      return {
        kind: 'destinationReconnecting',
        text: `${name} is tried again ${inTime(what.delayMs)} (attempt ${what.attempt}). ${describeCause(what.cause)}`,
        error: what.cause,
      };
    case 'failed':
      return {
        kind: 'destinationFailed',
        text: `${name} is not live and is not tried again by itself. ${describeCause(what.error)}`,
        error: what.error,
      };
    case 'serverRefused':
      return {
        kind: 'destinationReconnecting',
        text: `${name}: the ${what.isBackup ? 'backup' : 'primary'} server can’t be used, continuing with the ${what.isBackup ? 'primary' : 'backup'}. ${describeCause(what.error)}`,
        error: what.error,
      };
    case 'ended':
      return { kind: 'destinationEnded', text: `The stream to ${name} has ended.` };
    case 'moving':
      return {
        kind: 'destinationConnecting',
        text: `Connecting to ${what.ingest === 'backup' ? 'the backup server' : 'the server'} of ${name} beside the live connection.`,
      };
    case 'moved':
      return {
        kind: 'destinationLive',
        text: `${name} moved to ${describeMoveTarget(what.isBackup, movedHost)} without a break.`,
      };
    case 'moveFailed':
      return {
        kind: 'destinationReconnecting',
        text: `${name} stays on its present connection: the other could not be opened. ${describeCause(what.error)}`,
        error: what.error,
      };
    case 'moveRefused':
      return {
        kind: 'serverSaid',
        text: `${name} asked to move and stays on its present connection. ${describeCause(what.error)}`,
        error: what.error,
      };
    case 'codecUnconfirmed':
      return {
        kind: 'codecUnconfirmed',
        text: `${name} does not say whether it takes ${what.codec}: look there whether the picture arrives. H.264 works everywhere.`,
      };
    default:
      return missingCase(what);
  }
}

function describeMoveTarget(isBackup: boolean, movedHost: string | undefined): string {
  if (movedHost !== undefined) return `${movedHost}, as its server asked,`;
  return isBackup ? 'its backup server' : 'its server’s new connection';
}

/** A server's words, with how often when more than one came. */
export function describeWords({ text, times, isRepeated }: SaidWords, name: string): string {
  const count = times.toLocaleString('en');
  if (isRepeated) return `${name} said “${text}” ${times === 1 ? 'once' : `${count} times`} more.`;
  return times === 1
    ? `${name} says: “${text}”.`
    : `${name} said ${count} more messages, the last: “${text}”.`;
}

function inTime(delayMs: number): string {
  if (delayMs < 100) return 'now';
  return `in ${(delayMs / 1000).toFixed(1)} s`;
}

/** For the log alone: nothing that is under way goes by the system's clock. */
export function describeClockSet(byMs: number): string {
  const seconds = Math.abs(byMs / 1000).toFixed(1);
  return `The system clock was set ${byMs > 0 ? 'forward' : 'back'} by ${seconds} s.`;
}
