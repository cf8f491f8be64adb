/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: 'A stream is already running.',
  nothingLive: 'You’re not live.',
  streamEnding: 'The stream is ending.',
  notWaiting: 'This destination isn’t waiting to reconnect.',
  notRetrying: 'This destination isn’t reconnecting.',
  noBackupNow: 'This destination can’t switch to its backup now.',
  destinationNotLive: 'This destination isn’t live.',
  destinationUnknown: 'This destination doesn’t exist anymore.',
  alreadyRecording: 'Already recording.',
  notRecording: 'Nothing is being recorded.',
  recordingFolderFailed: (details) => `Couldn’t create the folder ${say(details, 'folder')}.`,
  diskFull: 'The disk is full.',
  diskTooSlow: 'The disk is too slow for this recording.',
  folderMissing: 'The recording folder doesn’t exist.',
  folderReadOnly: 'Upcast can’t write to the recording folder.',
  fileNameTooLong: 'The recording’s name is too long for this drive.',
  driveSilent: 'The recording drive isn’t responding.',
  tooManyRecordings: 'There are too many recordings with this name.',
  filesTooSmall:
    'This drive can’t hold files large enough for a recording. Choose a folder on another drive.',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? 'Couldn’t save the recording.'
      : `Couldn’t save the recording (${say(details, 'systemCode')}).`,
  notAcknowledged: (details) => `The server received nothing for ${say(details, 'seconds')} s.`,
  notAnswered: (details) => `The server didn’t respond for ${say(details, 'seconds')} s.`,
  nothingTaken: (details) => `The connection stalled for ${say(details, 'seconds')} s.`,
  serverAnswersOthers: 'The connection stalled, but the server still accepts new connections.',
  computerSlept: (details) => `This computer was asleep for ${say(details, 'seconds')} s.`,
  addressLost: 'This computer’s network address changed.',
  tooSlowForAudio: 'The connection is too slow even for audio.',
  publishTimeout: 'The server didn’t accept the stream in time.',
  closedHere: 'The connection was closed by Upcast.',
  gaveUp: 'You stopped retrying.',
  testWhileLive: 'Can’t test while live: the test would take bandwidth from your stream.',
  tooManyDestinations: (details) =>
    `That makes ${say(details, 'count')} destinations. The maximum is ${say(details, 'maximum')}: choose fewer.`,
  keyMissing: (details) => `${say(details, 'name')} needs a stream key.`,
  keyOfOtherServer: 'The saved key and password belong to another server.',
  keyReadByProxy: 'The new proxy could read the saved key: the connection to this server isn’t encrypted.',
  relayFolderIsLink: (details) => `${say(details, 'file')} is a link, not a folder. Choose another place.`,
  relayFolderFailed: 'Couldn’t create the folder for the relay.',
  relayNotWritten: 'Create the relay’s files first.',
  exportTooLarge: 'The file would be too large to import. Export fewer destinations.',
  fileNotOpen: 'The file isn’t open anymore. Choose it again.',
  fileNotSaved: 'Couldn’t save the file.',
  screenGone: (details) =>
    details['label'] === undefined
      ? 'The selected screen isn’t connected.'
      : `The screen “${say(details, 'label')}” isn’t connected.`,
  noScreen: 'There’s no screen to capture.',
  screensUnlisted: 'Couldn’t list the screens.',
  windowGone: (details) => `The window “${say(details, 'label')}” isn’t open.`,
  windowsAlike: (details) => `${say(details, 'count')} windows are named “${say(details, 'label')}”.`,
  windowUntitled: 'Upcast can’t find the saved window, because it has no title.',
  captureTargetGone: 'The captured window or screen is gone.',
  portTaken: (details) => `Another app is using port ${say(details, 'port')}.`,
  portUnusable: (details) => `Can’t use port ${say(details, 'port')} (${say(details, 'systemCode')}).`,
  ffmpegMissing: 'FFmpeg not found. Install FFmpeg, or set UPCAST_FFMPEG to its path.',
  ffmpegBroken:
    'The FFmpeg at UPCAST_FFMPEG doesn’t run. Fix the path, or unset UPCAST_FFMPEG so Upcast can find FFmpeg itself.',
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
