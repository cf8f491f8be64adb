/** What a destination's machine reports, as an event of the broadcast. */
import { missingCase } from '../../../shared/assert.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { EventFact } from '../../../shared/broadcast/events.ts';
import type { DestinationReport } from '../outputs/machines/destination-types.ts';

export interface Happening {
  readonly fact: EventFact;
  readonly error?: ErrorRecord | undefined;
}

/** `movedHost`: the host in use, where the server sent the stream to another. */
export function destinationEvent(what: DestinationReport, movedHost?: string): Happening {
  const host = movedHost === undefined ? {} : { host: movedHost };
  switch (what.kind) {
    case 'connecting':
      return { fact: { code: 'destinationConnecting', details: { attempt: what.attempt } } };
    case 'live': {
      const { isReturn, isBackup } = what;
      return { fact: { code: 'destinationLive', details: { isReturn, isBackup, ...host } } };
    }
    case 'lost':
      return { fact: { code: 'destinationLost', details: {} }, error: what.cause };
    case 'reconnecting': {
      const { delayMs, attempt } = what;
      return { fact: { code: 'destinationReconnecting', details: { delayMs, attempt } }, error: what.cause };
    }
    case 'failed':
      return { fact: { code: 'destinationFailed', details: {} }, error: what.error };
    case 'serverRefused':
      return { fact: { code: 'serverRefused', details: { isBackup: what.isBackup } }, error: what.error };
    case 'ended':
      return { fact: { code: 'destinationEnded', details: {} } };
    case 'moving':
      return { fact: { code: 'destinationMoving', details: { isBackup: what.ingest === 'backup' } } };
    case 'moved':
      return { fact: { code: 'destinationMoved', details: { isBackup: what.isBackup, ...host } } };
    case 'moveFailed':
      return { fact: { code: 'moveFailed', details: {} }, error: what.error };
    case 'moveRefused':
      return { fact: { code: 'moveRefused', details: {} }, error: what.error };
    case 'codecUnconfirmed':
      return { fact: { code: 'codecUnconfirmed', details: { codec: what.codec } } };
    default:
      return missingCase(what);
  }
}
