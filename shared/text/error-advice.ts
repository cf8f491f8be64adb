/**
 * Which advice an error's first sentence still needs: one rule for all catalogues, which have the words. A reason may say itself what
 * to do, or say all there is.
 */
import type { ErrorDetails } from '../errors/app-error.ts';
import type { ErrorReason } from '../errors/error-reasons.ts';
import { isErrorReason } from '../errors/error-reasons.ts';

const isAmong = (reasons: readonly ErrorReason[], { reason }: ErrorDetails): boolean =>
  isErrorReason(reason) && reasons.includes(reason);

/**
 * Of `input/bad-file`. `ifThatFails`: the first sentence has advice, which comes first. A message in words says so by
 * `details.hasAdvice`.
 */
export function fileAdvice(details: ErrorDetails): 'otherFile' | 'ifThatFails' | 'none' {
  if (isAmong(['tooManyDestinations', 'fileIsFolder', 'authorityNotPem', 'authorityUnreadable'], details))
    return 'none';
  const hasAdvice = details['hasAdvice'] === true || isAmong(['fileCodecNotCarried'], details);
  return hasAdvice ? 'ifThatFails' : 'otherFile';
}

/** Of `input/bad-message`. `restart`: without such a reason it is a fault of Upcast. */
export function messageAdvice(details: ErrorDetails): 'restart' | 'none' {
  const isSaid = isAmong(['destinationUnknown', 'relayNotWritten', 'exportTooLarge', 'fileNotOpen'], details);
  return isSaid ? 'none' : 'restart';
}

/** Of `settings/newer-version`. Of a collection the reason says what to do; the settings are as they were. */
export function newerVersionAdvice(details: ErrorDetails): 'openNewer' | 'none' {
  return isAmong(['collectionNewer', 'importNewer'], details) ? 'none' : 'openNewer';
}

/** Of `studio/not-ready`. `listed`: without a reason, the message lists what is missing. */
export function notReadyAdvice(details: ErrorDetails): 'listed' | 'ifWrong' | 'none' {
  if (!isErrorReason(details['reason'])) return 'listed';
  return isAmong(['updateWhileLive', 'restartWhileLive', 'noWindow'], details) ? 'none' : 'ifWrong';
}

/** Of `studio/refused`. Where a maximum is reached, the first of several pasted things may be in. */
export function refusalAdvice(details: ErrorDetails): 'check' | 'unchanged' | 'none' {
  if (!isErrorReason(details['reason'])) return 'check';
  const isFull = isAmong(
    ['tooManyScenes', 'tooManySources', 'tooManyItems', 'tooManyFilters', 'tooManyMedia'],
    details,
  );
  return isFull ? 'none' : 'unchanged';
}

/** Of `source/page-failed`. `none`: the first sentence says it, or Upcast reloads the page by itself. */
export function pageAdvice(details: ErrorDetails): 'reload' | 'address' | 'none' {
  if (isAmong(['pageAddressMissing'], details)) return 'none';
  if (details['isGivenUp'] === true) return 'reload';
  const isByItself = isAmong(['pageCrashed', 'pageClosed', 'pageHung', 'pageMemory', 'pageFlood'], details);
  return isByItself ? 'none' : 'address';
}
