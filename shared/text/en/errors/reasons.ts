/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import { endSentence } from '../../end-sentence.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', 'the disk is full'],
  ['readOnly', 'the disk is read-only'],
  ['fault', 'the disk reported an error'],
  ['notAllowed', 'Upcast isn’t allowed to write there'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return (
    diskCauses.get(disk) ?? (systemCode === undefined ? 'the disk reported an error' : String(systemCode))
  );
}

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT = 'If you enter keys now, Upcast keeps them only until you quit.';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: 'A stream is already running.',
  nothingLive: 'You’re not live.',
  streamEnding: 'The stream is ending.',
  notWaiting: 'This destination isn’t waiting to reconnect.',
  notRetrying: 'This destination isn’t reconnecting.',
  noBackupNow: 'This destination can’t switch to its backup now.',
  destinationNotLive: 'This destination isn’t live.',
  destinationUnknown: 'This destination no longer exists.',
  sceneUnknown: 'This scene no longer exists.',
  sourceUnknown: 'This source no longer exists.',
  itemUnknown: 'This source is no longer in the scene.',
  canvasUnknown: 'This canvas no longer exists.',
  studioModeOff: 'Studio mode is off. Turn on studio mode first.',
  lastScene: 'You can’t remove your only scene. Add another one first.',
  sceneInItself: 'A scene can’t contain itself.',
  notAGroup: 'This source isn’t a group.',
  sourceWithoutVideo: 'This source has no video.',
  tooManyScenes: (details) => `You’ve reached the maximum of ${say(details, 'maximum')} scenes.`,
  tooManySources: (details) => `You’ve reached the maximum of ${say(details, 'maximum')} sources.`,
  tooManyItems: (details) => `This scene has reached the maximum of ${say(details, 'maximum')} sources.`,
  filterUnknown: 'This filter no longer exists.',
  tooManyFilters: (details) => `You’ve reached the maximum of ${say(details, 'maximum')} filters here.`,
  filterMisplaced: 'Audio filters go on a mixer channel, video filters on a source or scene.',
  channelUnknown: 'This channel is no longer in the mixer.',
  channelThere: 'This source is already in the mixer.',
  sourceWithoutAudio: 'This source has no audio.',
  fileOnNetwork:
    'Upcast can’t open files from a network path. Map the network folder to a drive letter, or copy the file to this computer.',
  fileNotChosen: 'Upcast opens only files that you chose yourself. Choose the file again.',
  nothingToUndo: 'Nothing to undo.',
  nothingToRedo: 'Nothing to redo.',
  tooManyMedia: (details) =>
    `You’ve reached the maximum of ${say(details, 'maximum')} open media sources. Stop one first.`,
  noUpdate: 'There’s no update to install.',
  updateWhileLive: 'You’re live or recording. Update when you’re done.',
  restartWhileLive: 'You’re live or recording. Restart when you’re done.',
  noWindow: 'Upcast’s window is loading. Try again.',
  pageNotTyped: 'Upcast opens only pages whose address you entered. Enter the address again.',
  alreadyRecording: 'Upcast is already recording.',
  notRecording: 'Upcast isn’t recording.',
  recordingEnding: 'Upcast is still saving the last recording.',
  recordingFolderFailed: (details) => `Couldn’t create the folder ${say(details, 'folder')}.`,
  diskFull: 'The disk is full.',
  diskTooSlow: 'The disk is too slow for this recording.',
  folderMissing: 'The recording folder doesn’t exist.',
  folderProtected: 'Windows didn’t let Upcast write to the recording folder.',
  folderReadOnly: 'Upcast can’t write to the recording folder.',
  fileNameTooLong: 'The recording’s name is too long for this disk.',
  driveSilent: 'The recording disk isn’t responding.',
  tooManyRecordings: 'There are too many recordings with this name. Change the file name in Settings.',
  filesTooSmall: 'This disk can’t hold files large enough for a recording. Choose a folder on another disk.',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? 'Couldn’t save the recording.'
      : `Your system reported the error ${say(details, 'systemCode')}.`,
  notAcknowledged: (details) => `The server received nothing for ${say(details, 'seconds')} s.`,
  notAnswered: (details) => `The server didn’t respond for ${say(details, 'seconds')} s.`,
  nothingTaken: (details) => `The connection stalled for ${say(details, 'seconds')} s.`,
  serverAnswersOthers: 'The connection stalled, but the server still accepts new connections.',
  computerSlept: (details) => `This computer was asleep for ${say(details, 'seconds')} s.`,
  addressLost: 'This computer’s network address changed.',
  tooSlowForAudio: 'The connection is too slow even for audio.',
  publishTimeout: 'The server didn’t accept the stream in time.',
  closedHere: 'Upcast closed the connection.',
  gaveUp: 'You stopped retrying.',
  testWhileLive: 'Can’t test while a stream is running: the test would take bandwidth from the stream.',
  tooManyDestinations: (details) =>
    `That would be ${say(details, 'count')} destinations. The maximum is ${say(details, 'maximum')}. Choose fewer.`,
  keyMissing: (details) => `${say(details, 'name')} needs a stream key.`,
  keyOfOtherServer:
    'The server or its certificate settings changed, so Upcast won’t reuse the saved key and password.',
  keyReadByProxy: 'The connection to this server isn’t encrypted, so the new proxy could read the saved key.',
  relayFolderIsLink: (details) => `${say(details, 'file')} is a link, not a folder. Choose another folder.`,
  relayFolderIsOpen:
    'On Windows, the relay folder must be in your user folder. Anywhere else, other users could read the stream keys. Choose another folder.',
  relayFolderFailed: 'Couldn’t create the folder for the relay.',
  relayNotWritten: 'Save the relay files first.',
  exportTooLarge: 'The file would be too large to import. Export fewer destinations.',
  fileNotOpen: 'The file is no longer open. Choose it again.',
  fileNotSaved: 'Couldn’t save the file.',
  screenGone: (details) =>
    details['label'] === undefined
      ? 'The selected screen isn’t connected.'
      : `The screen “${say(details, 'label')}” isn’t connected.`,
  noScreen: 'There’s no screen to capture.',
  screensUnlisted: 'Couldn’t list the screens.',
  windowGone: (details) => `The window “${say(details, 'label')}” isn’t open.`,
  windowsAlike: (details) => `${say(details, 'count')} windows are named “${say(details, 'label')}”.`,
  windowUntitled: 'The window you selected has no title, so Upcast can’t find it again.',
  captureTargetGone: 'The captured window or screen is gone.',
  captureAskedAnew: 'Your desktop asks you which screen or window to share each time Upcast starts.',
  applicationAudioElsewhere: 'Upcast can capture a single app’s audio only on Linux.',
  soundToolsMissing: 'Capturing the audio of a single app needs pactl and parec, which aren’t installed.',
  soundServerSilent: 'Can’t reach PulseAudio or PipeWire.',
  portTaken: (details) => `Another app is using port ${say(details, 'port')}.`,
  portUnusable: (details) => `Can’t use port ${say(details, 'port')} (${say(details, 'systemCode')}).`,
  ffmpegMissing: 'FFmpeg not found. Install FFmpeg.',
  ffmpegBroken:
    'The copy of FFmpeg that UPCAST_FFMPEG points to doesn’t run. Fix the path, or unset UPCAST_FFMPEG so Upcast can find FFmpeg itself.',
  fileIsFolder: 'This is a folder. Choose a media file in it.',
  fileEmpty: 'The file is empty.',
  fileUnnamed: 'No file chosen.',
  fileMissing: (details) => `${say(details, 'path')} doesn’t exist.`,
  fileNotAllowed: (details) => `You don’t have permission to read ${say(details, 'path')}.`,
  fileLinkLoop: (details) => `${say(details, 'path')} is a link to itself.`,
  fileNotOpened: (details) => `Couldn’t open ${say(details, 'path')}.`,
  fileNotRead: 'Couldn’t read the file.',
  fileNoMedia: 'The file has no video or audio.',
  fileNoVideo: 'The file has no video.',
  fileIndexMissing: 'The file’s index is missing. The recording was probably cut off.',
  fileFormatRefused: 'Upcast can’t open files in this format.',
  fileNotMedia: 'FFmpeg found no video in the file.',
  fileCodecNotCarried: (details) =>
    `The file’s video is ${say(details, 'codec')}, which RTMP can’t carry. Convert the file to H.264 first.`,
  fileCodecNeedsFfmpeg: (details) =>
    `The file’s video is ${say(details, 'codec')}, which needs FFmpeg 6.1 or later. You have FFmpeg ${say(details, 'version')}.`,
  fileFrameTimeout: 'No video frame arrived from the file in time.',
  fileNotPlain: (details) => `${say(details, 'path')} isn’t a file that Upcast can read.`,
  fileTooLarge: (details) => `${say(details, 'path')} is larger than ${say(details, 'megabytes')} MB.`,
  fileSilent: 'The disk with the file isn’t responding.',
  ffmpegStopped: 'FFmpeg stopped reading the file.',
  ffmpegSaid: (details) => endSentence(`FFmpeg couldn’t read the file: ${say(details, 'words')}`),
  ffmpegNotStarted: 'FFmpeg didn’t start.',
  settingsAside: (details) =>
    `Your settings file is damaged, so Upcast started with default settings. Upcast kept the damaged file as ${say(details, 'file')}.`,
  settingsStuck: (details) =>
    `${say(details, 'file')} is damaged, and Upcast couldn’t move it out of the way. Upcast won’t save changes until you rename the file and restart Upcast.`,
  settingsUnread: (details) => `Couldn’t read the saved settings in ${say(details, 'file')}.`,
  settingsBusy: 'Another copy of Upcast is saving its settings. Try again in a moment.',
  keysAside: (details) =>
    `Your keychain couldn’t open the saved stream keys. Enter the keys again. Upcast kept the old file as ${say(details, 'file')}.`,
  keysStuck: (details) =>
    `Your keychain couldn’t open the saved stream keys, and Upcast couldn’t move ${say(details, 'file')} out of the way. ${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) => `Couldn’t open the stream keys saved in ${say(details, 'file')}.`,
  keysFileLocked: (details) =>
    `Couldn’t read ${say(details, 'file')}. Your stream keys are still saved there.`,
  keychainRefused: 'Your keychain couldn’t open the saved stream keys. The keys are still saved.',
  keychainNotWritten:
    'Your keychain couldn’t encrypt the stream keys, so Upcast keeps them only until you quit.',
  addressSecretHeld: (details) =>
    `Upcast removed a password or token from the settings file. It was in the server address of ${say(details, 'names')}. Without a keychain, Upcast keeps the password or token only until you quit. After that, paste the full address again.`,
  addressSecretInFile:
    'A server address contains a password or token that Upcast couldn’t encrypt. The password or token is still in the settings file.',
  notSaved: (details) => `Couldn’t save ${say(details, 'file')}: ${diskCause(details)}.`,
  reportsNotChanged: (details) => `Couldn’t update the saved reports: ${diskCause(details)}.`,
  authorityNotPem:
    'The certificate authority isn’t in PEM format. It must start with BEGIN CERTIFICATE and end with END CERTIFICATE.',
  authorityUnreadable:
    'Couldn’t read the certificate authority. The certificate may be incomplete or damaged.',
  keyTooLong: (details) =>
    `The stream key is too long. The maximum is ${say(details, 'maximumBytes')} bytes.`,
  addressTooLong: (details) =>
    `The server address is too long. The maximum is ${say(details, 'maximumBytes')} bytes.`,
  codecFixed: (details) =>
    `Can’t switch from ${say(details, 'from')} to ${say(details, 'to')} while you’re live. End the stream first.`,
  imageUnknown: 'This file isn’t an image that Upcast can show.',
  imageDamaged: 'The image file is damaged or incomplete.',
  imageTooLarge: (details) =>
    `The image is too large: ${say(details, 'width')} × ${say(details, 'height')} pixels.`,
  imageTooManyFrames: (details) => `The animation has too many frames: ${say(details, 'frames')}.`,
  imageTooComplex: 'The SVG image takes too long to draw.',
  pageAddressBad: 'The page’s address must start with http:// or https://.',
  pageAddressMissing: 'This page’s address isn’t saved on this computer. Enter it again.',
  pageNotLoaded: (details) => `Can’t load the page from ${say(details, 'host')} (${say(details, 'cause')}).`,
  pageAnswered: (details) =>
    `Can’t load the page from ${say(details, 'host')}: HTTP ${say(details, 'status')}.`,
  pageCrashed: (details) => `The page from ${say(details, 'host')} crashed.`,
  pageClosed: (details) => `The page from ${say(details, 'host')} closed itself.`,
  pageHung: (details) => `The page from ${say(details, 'host')} stopped responding, so Upcast closed it.`,
  pageMemory: (details) =>
    `The page from ${say(details, 'host')} used more than ${say(details, 'megabytes')} MB of memory, so Upcast closed it.`,
  pageFlood: (details) => `The page from ${say(details, 'host')} kept Upcast too busy, so Upcast closed it.`,
  collectionTooLarge: 'This collection is too large to import.',
  collectionDamaged: 'The collection is damaged: its JSON is incomplete.',
  collectionForeign: 'This isn’t a collection Upcast can import.',
  collectionUnknown: 'This collection no longer exists.',
  collectionBusy:
    'Another collection is still being exported or imported. Wait until it’s done, or cancel it.',
  collectionOpen: 'You can’t delete the collection that’s open. Switch to another one first.',
  collectionsFixed:
    'You can’t switch collections when Upcast runs without a window. Start Upcast with --collection FILE to use another one.',
  tooManyCollections: (details) =>
    `You’ve reached the maximum of ${say(details, 'maximum')} collections. Delete one first.`,
  collectionFromBackup: (details) =>
    `The collection “${say(details, 'name')}” is damaged, so Upcast opened its backup. Recent changes may be missing. Upcast kept the damaged file as ${say(details, 'file')}.`,
  collectionAside: (details) =>
    `A collection is damaged and has no backup. Upcast kept the damaged file as ${say(details, 'file')}.`,
  collectionStuck: (details) => `Couldn’t read the collection in ${say(details, 'file')}.`,
  collectionNewer: (details) =>
    `A newer version of Upcast saved the collection “${say(details, 'name')}”. Update Upcast to open the collection.`,
  importNewer: 'A newer version of Upcast saved this collection. Update Upcast to import it.',
  collectionUnfit: 'The collection is damaged.',
  exportFolderTaken: (details) => `“${say(details, 'folder')}” already exists. Choose another name.`,
  exportNotWritten: (details) => `Couldn’t export the collection: ${diskCause(details)}.`,
  importNotCopied: (details) => `Couldn’t copy the collection’s files: ${diskCause(details)}.`,
  collectionsNotChanged: (details) => `Couldn’t change the saved collections: ${diskCause(details)}.`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
