/** The first sentence of an error: the reason that is known, or else what the system said. */
import { addressProblem } from '../../address-problem.ts';
import { endSentence } from '../../end-sentence.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { addresses } from '../destinations/addresses.ts';
import { reason } from './reasons.ts';

export function message(details: ErrorDetails, otherwise: string): string {
  const exact = reason(details);
  if (exact !== undefined) return exact;
  const text = addressProblem(details, addresses) ?? details['message'];
  if (typeof text !== 'string' || text === '') return otherwise;
  return endSentence(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}
