/** Why something failed, in one sentence that can follow another. */
import type { ErrorRecord } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';
import { errors } from './errors.ts';
import { reason } from './reasons.ts';

const byCode: ReadonlyMap<unknown, ErrorTexts<ErrorCode>[ErrorCode]> = new Map(Object.entries(errors.byCode));

/** The exact reason where there is one, else what the code means; then the server's own words where it had any. */
export function cause({ code, details }: ErrorRecord): string {
  const describe = byCode.get(code) ?? errors.byCode['internal/bug'];
  const sentence = reason(details) ?? describe(details).title;
  const { serverWords } = details;
  if (typeof serverWords !== 'string' || serverWords === '' || sentence.includes(serverWords))
    return sentence;
  return `${sentence} ${errors.serverSaid(serverWords)}`;
}
