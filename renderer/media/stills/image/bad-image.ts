/** The errors of image files. */
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import type { AppError, ErrorDetails } from '../../../../shared/errors/app-error.ts';
import type { ErrorReason } from '../../../../shared/errors/error-reasons.ts';

type ImageReason = Extract<ErrorReason, `image${string}` | 'fileEmpty'>;

export function badImage(reason: ImageReason, details: ErrorDetails = {}, cause?: unknown): AppError {
  return withReason('source/bad-image', reason, details, cause);
}
