/** Which error is told after an event's sentence: one rule for all catalogues. */
import type { BroadcastEvent } from '../broadcast/statistics.ts';

/** The error of these says the same again; a saved sentence has its cause in it. */
const selfExplaining: ReadonlySet<BroadcastEvent['code']> = new Set([
  'engineStopped',
  'encoderRestarted',
  'encoderStalled',
  'encoderFailed',
  'savedSentence',
]);

/** `undefined` where the sentence says all there is. */
export function causeToTell({ code, error }: BroadcastEvent): BroadcastEvent['error'] {
  return selfExplaining.has(code) ? undefined : error;
}
