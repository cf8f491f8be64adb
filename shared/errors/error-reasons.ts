/**
 * What exactly went wrong, where an error's code alone is too coarse for a person: the closed list of `details.reason`. The
 * sentences are `shared/text/en/errors/reasons.ts`.
 */
import { AppError } from './app-error.ts';
import type { ErrorDetails } from './app-error.ts';
import type { ErrorCode } from './error-codes.ts';

export const errorReasons = [
  'streamRunning',
  'nothingLive',
  'streamEnding',
  'notWaiting',
  'notRetrying',
  'noBackupNow',
  'destinationNotLive',
  'destinationUnknown',
  'alreadyRecording',
  'notRecording',
  'recordingFolderFailed',
  'diskFull',
  'diskTooSlow',
  'folderMissing',
  'folderReadOnly',
  'fileNameTooLong',
  'driveSilent',
  'tooManyRecordings',
  'filesTooSmall',
  'notWritten',
  'notAcknowledged',
  'notAnswered',
  'nothingTaken',
  'serverAnswersOthers',
  'computerSlept',
  'addressLost',
  'tooSlowForAudio',
  'publishTimeout',
  'closedHere',
  'gaveUp',
  'testWhileLive',
  'tooManyDestinations',
  'keyMissing',
  'keyOfOtherServer',
  'keyReadByProxy',
  'relayFolderIsLink',
  'relayFolderFailed',
  'relayNotWritten',
  'exportTooLarge',
  'fileNotOpen',
  'fileNotSaved',
  'screenGone',
  'noScreen',
  'screensUnlisted',
  'windowGone',
  'windowsAlike',
  'windowUntitled',
  'captureTargetGone',
  'portTaken',
  'portUnusable',
  'ffmpegMissing',
  'ffmpegBroken',
  'fileIsFolder',
  'fileEmpty',
  'fileUnnamed',
  'fileMissing',
  'fileNotAllowed',
  'fileLinkLoop',
  'fileNotOpened',
  'fileNotRead',
  'fileNoMedia',
  'fileNoVideo',
  'fileIndexMissing',
  'fileFormatRefused',
  'fileNotMedia',
  'fileCodecNotCarried',
  'fileCodecNeedsFfmpeg',
  'fileFrameTimeout',
  'ffmpegStopped',
  'ffmpegSaid',
  'ffmpegNotStarted',
  'settingsAside',
  'settingsStuck',
  'settingsUnread',
  'settingsBusy',
  'keysAside',
  'keysStuck',
  'keysUnread',
  'keysFileLocked',
  'keychainRefused',
  'keychainNotWritten',
  'addressSecretHeld',
  'addressSecretInFile',
  'notSaved',
  'reportsNotChanged',
  'authorityNotPem',
  'authorityUnreadable',
  'keyTooLong',
  'addressTooLong',
  'codecFixed',
] as const;

export type ErrorReason = (typeof errorReasons)[number];

const known: ReadonlySet<unknown> = new Set(errorReasons);

export function isErrorReason(value: unknown): value is ErrorReason {
  return known.has(value);
}

export function withReason(
  code: ErrorCode,
  reason: ErrorReason,
  details: ErrorDetails = {},
  cause?: unknown,
): AppError {
  return new AppError(code, { ...details, reason }, cause);
}
