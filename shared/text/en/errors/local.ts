/** What goes wrong on this computer: input, capture, encoder, recording, settings, Upcast itself. */
import { endSentence } from '../../end-sentence.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { capture } from '../inputs.ts';
import { reason } from './reasons.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<ErrorCode, `transport/${string}` | `rtmp/${string}` | `update/${string}`>;

function message(details: ErrorDetails, otherwise: string): string {
  const exact = reason(details);
  if (exact !== undefined) return exact;
  const text = details['message'];
  if (typeof text !== 'string' || text === '') return otherwise;
  return endSentence(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = 'Your stream continues without this source.';
const TRY_OR_RESTART = 'Try again. If this happens again, restart Upcast.';

/** With other channels the stream has their sound. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'The channel' : 'Your stream';
  return `${what} is silent${until === '' ? '' : ` ${until}`}.`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return 'Turn on Upcast under System Settings > Privacy & Security > Screen & System Audio Recording, then quit Upcast and open it again.';
  const page = kind === 'microphone' ? 'Microphone' : 'Camera';
  if (system === 'mac')
    return `Turn on Upcast under System Settings > Privacy & Security > ${page}, then choose the source again.`;
  if (system === 'windows')
    return `Turn on access for desktop apps under Settings > Privacy & security > ${page}, then choose the source again.`;
  return 'Allow access in your system’s privacy settings, then choose the source again.';
}

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return 'Your stream isn’t affected.';
  return why === 'folderProtected'
    ? 'Your stream isn’t affected. Allow Upcast under Windows Security > Ransomware protection > Controlled folder access, or choose another folder in Settings.'
    : 'Your stream isn’t affected. Choose another folder in Settings.';
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'Something you entered isn’t valid.'),
    action: 'Correct what you entered, then try again.',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'Upcast can’t stream to this address.'),
    action: 'Use an address that starts with rtmp:// or rtmps://, as your service shows it.',
  }),
  'input/bad-key': (details) => ({
    title: message(details, 'This isn’t a valid stream key.'),
    action: 'Copy the key from your service again, without spaces around it.',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'Can’t read the file.'),
    action: 'Choose another file.',
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? 'Something went wrong.',
    action: TRY_OR_RESTART,
  }),
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'No camera found.',
          doing: 'Upcast lists a camera as soon as you plug one in.',
          action: 'Plug in a camera, or choose a screen, a window, or the test pattern.',
        }
      : {
          title: message(details, 'The selected camera isn’t connected.'),
          ...(isOneOfSeveral(details)
            ? {
                doing: 'Upcast uses none of these cameras, so viewers never see the wrong one.',
                action: 'Choose one of these cameras under Sources.',
              }
            : {
                doing: 'Upcast will use the camera as soon as it’s connected.',
                action: 'Connect the camera, or choose another one under Sources.',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'No microphone found.',
          doing: silent(details),
          action: 'Plug in a microphone, or choose No audio.',
        }
      : {
          title: message(details, 'The selected microphone isn’t connected.'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: 'Choose one of these microphones under Audio.' }
            : {
                doing: silent(details, 'until the microphone is connected'),
                action: 'Connect the microphone, or choose another one under Audio.',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'There’s no screen or window to capture.'),
    doing: 'Upcast resumes when the screen or window is back.',
    action: 'Choose another screen or window under Sources.',
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'The window was closed.'),
    doing:
      'Viewers see the window’s last frame. Upcast captures the window again when it reopens with the same title.',
    action: 'Reopen the window, or choose another one under Sources.',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'Upcast can’t tell which window to capture.'),
    doing: 'Upcast shows no window, so viewers never see the wrong one.',
    action: 'Choose the window or screen again under Sources.',
  }),
  'capture/permission-denied': (details) => ({
    title: message(
      details,
      'Upcast isn’t allowed to use the camera or microphone, or to capture the screen.',
    ),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'Source disconnected.'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, 'until the microphone is back')
        : 'Viewers see the source’s last frame until the source is back.',
    action: 'Reconnect the source, or choose another one.',
  }),
  'capture/muted': (details) => ({
    title: message(details, 'The device is turned off.'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, 'until the microphone is unmuted'),
          action: 'Unmute the microphone with its own switch, on the keyboard, or in your system’s settings.',
        }
      : {
          doing: 'Viewers see no new video from the camera.',
          action:
            'Open the camera’s shutter, or turn the camera on with its key or in your system’s settings.',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)} Upcast is reconnecting to the audio service.`,
    action:
      'If the audio isn’t back within 10 seconds, reconnect the microphone, or restart PulseAudio or PipeWire.',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, 'Can’t capture desktop audio.'),
    doing: 'The channel is silent.',
    action: 'Remove the channel, or route the audio to a virtual microphone and add that.',
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'Can’t play on the monitoring device.'),
    doing: 'You hear nothing. Your stream isn’t affected.',
    action: 'Connect the device, or choose another one under Program audio.',
  }),
  'capture/monitor-loop': () => ({
    title: 'Monitoring is off, because desktop audio would capture what you hear.',
    doing: 'You hear nothing. Your stream isn’t affected.',
    action: 'Choose a monitoring device other than your system’s default, under Program audio.',
  }),
  'capture/file-unreadable': () => ({
    title: 'Can’t play the media file.',
    action: 'Choose another file or source.',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'Couldn’t start the source.'),
    doing: STREAM_CONTINUES,
    action: 'Close other apps that use this source, then choose it again.',
  }),
  'source/bad-image': (details) => ({
    title: message(details, 'Can’t show this image.'),
    doing: STREAM_CONTINUES,
    action: 'Choose another image, or save this one again as PNG or JPEG.',
  }),
  'source/bad-lut': () => ({
    title: 'Can’t read this LUT.',
    doing: 'The filter has no effect.',
    action: 'Choose another .cube file.',
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, 'Can’t read the source’s file.'),
    doing:
      'Viewers see the last version Upcast could read. Upcast will show the file again as soon as it can read it.',
    action: 'Put the file back where it was, or choose another one.',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? 'Can’t show this page.',
    doing:
      details['isGivenUp'] === true
        ? 'Viewers see the page’s last frame.'
        : 'Viewers see the page’s last frame. Upcast will reload the page automatically.',
    action:
      details['isGivenUp'] === true ? 'Reload the page, or change its address.' : 'Check the page’s address.',
  }),
  'encoder/not-found': () => ({
    title: 'FFmpeg not found.',
    action: 'Install FFmpeg and try again. If UPCAST_FFMPEG is set, check that it points to a working copy.',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? 'The encoder didn’t start.',
    action: 'Choose another encoder or a lower resolution in Settings.',
  }),
  'encoder/exited': () => ({
    title: 'The encoder stopped.',
    action: 'If this happens again, choose another encoder in Settings.',
  }),
  'encoder/stalled': () => ({
    title: 'The encoder stopped responding.',
    action: 'Choose a lower resolution or a faster CPU preset in Settings.',
  }),
  'encoder/bad-output': () => ({
    title: 'The encoder produced invalid output.',
    action: 'Choose another encoder in Settings.',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? 'This encoder doesn’t work on this computer.',
    action:
      reason(details) === undefined
        ? 'Set the encoder to Automatic in Settings.'
        : 'Then choose the encoder again in Settings.',
  }),
  'flv/bad-data': () => ({
    title: 'Upcast skipped some damaged data in the stream.',
    action: 'If this keeps happening, end the stream and go live again.',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: 'Couldn’t save the recording.',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: 'The disk is full, so recording stopped.',
    action:
      'The recording up to this point is saved, and your stream isn’t affected. Free up space, then record again.',
  }),
  'report/gone': () => ({
    title: 'This report no longer exists.',
    action: 'Close this list and open it again.',
  }),
  'report/unreadable': () => ({
    title: 'Couldn’t read this report.',
    action: 'Other reports aren’t affected. Delete this one if you don’t need it.',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, 'The settings file is damaged.'),
    action: 'If something is missing, set it up again.',
  }),
  'settings/newer-version': () => ({
    title: 'A newer version of Upcast saved your settings.',
    action: 'Upcast left your settings unchanged. Open the newer version to use or change them.',
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'Couldn’t save your settings.'),
    action: 'Data saved earlier is unchanged. Check whether the disk is full or read-only.',
  }),
  'settings/no-keychain': () => ({
    title: 'Upcast can’t reach your system’s keychain.',
    action:
      'Upcast keeps stream keys only until you quit. To save them, unlock your keychain. On Linux, you may need to install a keychain first, such as GNOME Keyring.',
  }),
  'settings/keys-locked': () => ({
    title: 'Can’t open your saved stream keys.',
    action:
      'The keys are still saved. Unlock the keychain and restart Upcast. Upcast keeps keys you enter now only until you quit.',
  }),
  'settings/no-key': () => ({
    title: 'This destination has no stream key.',
    action: 'Edit the destination and paste the key your service shows.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(details, 'The saved key belongs to another server.'),
    action: 'Enter the stream key and password again to use them with this server.',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'Wrong passphrase.',
    action: 'Try again.',
  }),
  'remote/unauthorized': () => ({
    title: 'A remote control app used the wrong token.',
    action: 'Copy the token from Settings again.',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'Upcast blocked a remote control request.'),
    action: 'Connect from an app on this computer, not from a web page.',
  }),
  'remote/not-found': (details) => ({
    title: message(details, 'A remote control app asked for something that doesn’t exist.'),
    action: 'See docs/remote-control.md for available requests.',
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'A remote control app sent more than Upcast accepts.'),
    action: 'Send less, or close unused connections, then try again.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'Upcast can’t do that right now.'),
    action:
      reason(details) === undefined
        ? 'Fix what’s listed above Go live, then try again.'
        : 'Something may have just changed. Check what Upcast shows now, then try again if you need to.',
  }),
  'studio/refused': (details) => ({
    title: message(details, 'Upcast can’t make this change.'),
    action: 'Check your scenes and sources, then try again.',
  }),
  'remote/port-taken': (details) => ({
    title: message(details, 'Another app is using this port.'),
    action: 'Turn off remote control, choose another port, and turn remote control on again.',
  }),
  'internal/engine-silent': () => ({
    title: 'The streaming engine isn’t responding.',
    action: 'End the stream and go live again. If that doesn’t help, restart Upcast.',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: 'The streaming engine keeps stopping.',
          action: 'Go live to start it again. If it stops again, restart Upcast.',
        }
      : {
          title: 'The streaming engine stopped unexpectedly.',
          doing: 'Upcast restarted it. If you were live or recording, that starts again now.',
          action: 'If this happens again, save the diagnostics from the Help menu.',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: 'Canceled.',
    action: 'Try again whenever you’re ready.',
  }),
  'internal/bug': (details) => ({
    title: `Something went wrong in Upcast. ${message(details, '')}`.trim(),
    doing: 'Your stream isn’t affected.',
    action: TRY_OR_RESTART,
  }),
};
