/** Texts for what goes wrong on this computer: input, capture, encoder, recording, settings, Upcast itself. */
import type { ErrorDetails } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-codes.ts';
import type { ErrorTexts } from './error-text-types.ts';

type LocalCode = Exclude<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

function message(details: ErrorDetails, otherwise: string): string {
  const text = details['message'];
  if (typeof text !== 'string' || text === '') return otherwise;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`;
}

const keepsRunning = 'The stream goes on without it.';

export const localErrorTexts: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'One of the values is not possible.'),
    action: 'Correct the value and try again.',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'This is not an address Upcast can stream to.'),
    action: 'Use an address that begins with rtmp:// or rtmps://, as your service shows it.',
  }),
  'input/bad-key': (details) => ({
    title: message(details, 'The stream key has characters that a key cannot have.'),
    action: 'Copy the key from your service again, without spaces around it.',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'The file cannot be read.'),
    action: 'Choose another file.',
  }),
  'input/bad-message': (details) => ({
    title: message(details, 'The window asked for something that is not possible.'),
    action: 'Try again; if it happens again, restart Upcast.',
  }),
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'No camera was found.',
          doing: 'Upcast watches for one and lists it when it is plugged in.',
          action: 'Plug in a camera, or choose a screen, a window or the test picture.',
        }
      : {
          title: message(details, 'The chosen camera isn’t connected.'),
          doing: 'Upcast uses it again once it’s connected.',
          action: 'Plug it in, or choose another camera under Sources.',
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'No microphone was found.',
          doing: 'The stream carries silence.',
          action: 'Plug in a microphone, or choose no sound.',
        }
      : {
          title: message(details, 'The chosen microphone isn’t connected.'),
          doing: 'The stream carries silence until it’s connected.',
          action: 'Plug it in, or choose another microphone under Sound.',
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'There is no screen or window to show.'),
    doing: 'Upcast shows it again once it’s connected.',
    action: 'Choose another screen or window under Sources.',
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'The window was closed.'),
    doing: 'Viewers see its last picture. Upcast shows it again when it opens with the same title.',
    action: 'Open it again, or choose another window under Sources.',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'The window can’t be told from others.'),
    doing: 'No window is shown, so that viewers never see the wrong one.',
    action: 'Choose the window again under Sources.',
  }),
  'capture/permission-denied': () => ({
    title: 'The system did not let Upcast use the camera, the microphone or the screen.',
    doing: keepsRunning,
    action: 'Allow it in the system’s privacy settings, then choose the source again.',
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'The source was disconnected.'),
    doing:
      details['kind'] === 'microphone'
        ? 'The stream carries silence until it’s back.'
        : 'Viewers see its last picture until it’s back.',
    action: 'Plug it in again, or choose another one.',
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, 'The system’s sound stopped.'),
    doing: 'The stream carries silence. Upcast connects to the sound again.',
    action: 'If it isn’t back in 10 s, plug the microphone in again or restart PulseAudio or PipeWire.',
  }),
  'capture/file-unreadable': () => ({
    title: 'The media file cannot be played.',
    action: 'Choose another file or source.',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'The source could not be started.'),
    doing: keepsRunning,
    action: 'Choose it again, or close other programs that use it.',
  }),
  'encoder/not-found': () => ({
    title: 'ffmpeg was not found.',
    action: 'Install ffmpeg and try again; if UPCAST_FFMPEG is set, it must name one that runs.',
  }),
  'encoder/failed-to-start': (details) => ({
    title: message(details, 'The encoder did not start.'),
    action: 'Choose another encoder or a smaller picture in the settings.',
  }),
  'encoder/exited': () => ({
    title: 'The encoder stopped.',
    doing: 'Upcast starts it again.',
    action: 'If it happens again, choose another encoder in the settings.',
  }),
  'encoder/stalled': () => ({
    title: 'The encoder gives out no more frames.',
    doing: 'Upcast starts it again.',
    action: 'Choose a smaller picture or a faster preset in the settings.',
  }),
  'encoder/bad-output': () => ({
    title: 'The encoder gave out something that cannot be sent.',
    doing: 'Upcast starts it again.',
    action: 'Choose another encoder in the settings.',
  }),
  'encoder/unsupported': (details) => ({
    title: message(details, 'This encoder does not work on this computer.'),
    action: 'Choose “Automatic” as encoder in the settings.',
  }),
  'flv/bad-data': () => ({
    title: 'The media is damaged.',
    doing: 'What cannot be read is left out.',
    action: 'If it goes on, end the stream and begin anew.',
  }),
  'record/cannot-write': () => ({
    title: 'The recording cannot be written.',
    doing: 'The stream goes on.',
    action: 'Choose another folder in the settings.',
  }),
  'record/disk-full': () => ({
    title: 'The disk is full; the recording stopped.',
    doing: 'What was recorded is kept, and the stream goes on.',
    action: 'Free some space, then record again.',
  }),
  'settings/corrupt': () => ({
    title: 'The settings file was damaged.',
    doing: 'It was kept aside, and Upcast began with fresh settings.',
    action: 'Set up your destinations again.',
  }),
  'settings/newer-version': () => ({
    title: 'The settings were written by a newer Upcast.',
    doing: 'They were left as they are.',
    action: 'Start the newer Upcast, or begin with fresh settings.',
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'The settings could not be saved.'),
    doing: 'What was there before is untouched.',
    action: 'See whether the disk is full or write-protected.',
  }),
  'settings/no-keychain': () => ({
    title: 'This computer has no keychain that is unlocked.',
    doing: 'Stream keys are kept until Upcast ends, never on disk.',
    action: 'Unlock or install a keychain to keep them.',
  }),
  'settings/keys-locked': () => ({
    title: 'The saved stream keys can’t be opened.',
    doing: 'They stay saved. Keys you type now are kept until Upcast ends.',
    action: 'Unlock the keychain and start Upcast again.',
  }),
  'settings/no-key': () => ({
    title: 'The destination has no stream key.',
    action: 'Edit the destination and paste the key that your service shows.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(details, 'The saved key belongs to another server.'),
    action: 'Enter the stream key and the password again to use them with this server.',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'The passphrase does not open this file.',
    action: 'Type it again.',
  }),
  'remote/unauthorised': () => ({
    title: 'A remote control did not know the token.',
    action: 'Copy the token from the settings again.',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'A remote control asked from a place that is not allowed.'),
    action: 'Ask from a program on this computer, not from a web page.',
  }),
  'remote/not-found': (details) => ({
    title: message(details, 'A remote control asked for something that does not exist.'),
    action: 'See docs/remote-control.md for what can be asked.',
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'A remote control asked for too much at once.'),
    action: 'Close what is not used, and ask again.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'That is not possible right now.'),
    action: 'See what is missing in the window, then ask again.',
  }),
  'remote/port-taken': (details) => ({
    title: message(details, 'Another program uses this port.'),
    action: 'Switch it off, choose another port, and switch it on again.',
  }),
  'internal/engine-silent': () => ({
    title: 'The streaming engine doesn’t respond.',
    action: 'End the stream and go live again. If that doesn’t help, restart Upcast.',
  }),
  'internal/engine-exited': () => ({
    title: 'The streaming engine stopped unexpectedly.',
    doing: 'It was started again.',
    action: 'You can go live again at once.',
  }),
  'internal/aborted': () => ({
    title: 'This was cancelled.',
    action: 'Try again when you like.',
  }),
  'internal/bug': (details) => ({
    title: `Something in Upcast went wrong. ${message(details, '')}`.trim(),
    doing: keepsRunning,
    action: 'Try again; if it happens again, restart Upcast.',
  }),
};
