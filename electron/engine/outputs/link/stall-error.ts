/** Why a connection was replaced, as an error with its reason and for how many seconds. */
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import type { Verdict } from '../../health/connection-health.ts';

export function stallError({ reason, forMs }: Extract<Verdict, { status: 'stalled' }>): AppError {
  return withReason('transport/stalled', reason, { seconds: Math.round(forMs / 1000) });
}
