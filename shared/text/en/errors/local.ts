/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = 'Your stream continues without this source.';
/** A recording may be all there is. */
const IF_LIVE = 'If you’re live, your stream continues.';
const TRY_OR_RESTART = 'Try again. If this happens again, restart Upcast.';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? `${IF_LIVE} Allow Upcast under Windows Security > Virus & threat protection > Ransomware protection > Controlled folder access, or choose another folder in Settings.`
    : `${IF_LIVE} Choose another folder in Settings.`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'Something you entered isn’t valid.'),
    action: 'Correct this, then try again.',
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
    action: {
      otherFile: 'Choose another file.',
      ifThatFails: 'If that doesn’t help, choose another file.',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? 'Something went wrong.',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
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
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? 'Viewers see the page’s last frame.'
          : 'Viewers see the page’s last frame. Upcast will reload the page automatically.',
    }),
    action: {
      reload: 'Reload the page, or change its address.',
      address: 'Check the page’s address.',
      none: undefined,
    }[pageAdvice(details)],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? 'FFmpeg not found.',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? 'Then try again.'
        : 'Install FFmpeg and try again.',
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
    title: 'The disk is full.',
    action: `Anything recorded so far is saved. ${IF_LIVE} Free up space, then record again.`,
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
  'settings/newer-version': (details) => ({
    title: reason(details) ?? 'A newer version of Upcast saved your settings.',
    action: {
      openNewer: 'Upcast left your settings unchanged. Open the newer version to use or change them.',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'Couldn’t save your settings.'),
    action:
      reason(details) === undefined
        ? 'Data saved earlier is unchanged. Check whether the disk is full or read-only.'
        : 'Data saved earlier is unchanged.',
  }),
  'settings/no-keychain': () => ({
    title: 'Upcast can’t reach your system’s keychain.',
    action:
      'Upcast keeps stream keys only until you quit. To save them, unlock your keychain. On Linux, you may need to install a keychain first, such as GNOME Keyring.',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? 'Can’t open your saved stream keys.',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : `Unlock the keychain and restart Upcast. ${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: 'This destination has no stream key.',
    action: 'Edit the destination and paste the key your service shows.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(
      details,
      'The server or its certificate settings changed, so Upcast won’t reuse the saved key.',
    ),
    action: 'To continue anyway, enter the stream key and password again.',
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
    action: 'For available requests, see Remote control in the Upcast guide.',
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'A remote control app sent more than Upcast accepts.'),
    action: 'Send less, or close unused connections, then try again.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'Upcast can’t do that right now.'),
    action: {
      listed: 'Fix what’s listed above Go live, then try again.',
      ifWrong: 'If this looks wrong, try again in a moment.',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'Upcast can’t make this change.'),
    action: {
      check: 'Check your scenes and sources, then try again.',
      unchanged: 'Nothing has changed.',
      none: undefined,
    }[refusalAdvice(details)],
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
          doing:
            'Upcast restarted it. If you were live or recording, your stream or recording is restarting.',
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
