/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return 'Install pulseaudio-utils, which also works with PipeWire. Upcast will then capture the app automatically.';
    case 'applicationAudioElsewhere':
      return 'Remove the channel, or route the app’s audio to a virtual microphone and add that.';
    default:
      return 'Upcast keeps trying. If the audio doesn’t come back, restart PulseAudio or PipeWire.';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = 'Your stream continues without this source.';

/** With other channels the stream has their sound. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'The channel' : 'Your stream';
  return `${what} is silent${until === '' ? '' : ` ${until}`}.`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return 'Turn on Upcast under System Settings > Privacy & Security > Screen & System Audio Recording, then restart Upcast.';
  const page = kind === 'microphone' ? 'Microphone' : 'Camera';
  if (system === 'mac')
    return `Turn on Upcast under System Settings > Privacy & Security > ${page}, then choose the source again.`;
  if (system === 'windows')
    return `Turn on access for desktop apps under Settings > Privacy & security > ${page}, then choose the source again.`;
  return 'Allow access in your system’s privacy settings, then choose the source again.';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
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
    ...(details['reason'] === 'screensUnlisted'
      ? { action: 'Try again in a moment. If that doesn’t help, restart Upcast.' }
      : {
          doing: 'Upcast will capture the screen or window again when it’s back.',
          action: 'Choose another screen or window under Sources.',
        }),
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
            'Open the camera’s shutter, or turn on the camera with its key on your keyboard or in your system’s settings.',
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
  'capture/no-application-audio': (details) => ({
    title: message(details, 'Can’t capture the audio of a single app.'),
    doing: 'The channel is silent.',
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'Can’t play audio on the monitoring device.'),
    doing: 'You hear nothing. Your stream isn’t affected.',
    action: 'Connect the device, or choose another one under Program audio.',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? 'Monitoring is off, because desktop audio may capture what you hear.'
        : 'Monitoring is off, because desktop audio would capture what you hear.',
    doing: 'You hear nothing. Your stream isn’t affected.',
    action:
      isUnknown === true
        ? 'Install pulseaudio-utils so that Upcast can tell which device desktop audio captures, or remove desktop audio.'
        : 'Choose a monitoring device other than your system’s default, under Program audio.',
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
};
