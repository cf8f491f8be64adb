/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { endSentence } from '../end-sentence.ts';
import { format } from './format.ts';
import { cause } from './errors/causes.ts';
import { goLive } from './go-live.ts';

export const events = {
  /** One or two sentences; the second says why. */
  sentence: (event: BroadcastEvent): string => {
    const error = causeToTell(event);
    const sentences = [happened(event), error === undefined ? '' : cause(error)];
    return sentences.filter((sentence) => sentence !== '').join(' ');
  },
};

/** A destination without a name has a small letter inside a sentence, and a capital where one begins. */
function happened(event: BroadcastEvent): string {
  if (event.isRehearsal === true) return rehearsed(event);
  const { destinationName } = event;
  if (destinationName !== undefined) return whatHappened(event, destinationName);
  return whatHappened(event, 'the destination').replace(/^the /, 'The ');
}

/** A rehearsal starts and ends; for all else its destination is the local test server. */
function rehearsed(event: BroadcastEvent): string {
  if (event.code === 'destinationLive')
    return event.details.isReturn ? 'Rehearsal resumed.' : 'Rehearsal started.';
  if (event.code === 'destinationEnded') return 'Rehearsal ended.';
  return whatHappened(event, 'the local test server').replace(/^the /, 'The ');
}

function whatHappened(event: BroadcastEvent, name: string): string {
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? 'Starting the stream.'
        : `Starting the stream to ${format.number(event.details.destinations)} destinations.`;
    case 'broadcastEnded':
      return {
        ended: 'Stream ended.',
        neverLive: 'Stream ended before it went live.',
        lost: 'Stream ended: every destination failed.',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? `Connecting to ${name} (attempt ${format.number(event.details.attempt)}).`
        : `Connecting to ${name}.`;
    case 'destinationMoving':
      return event.details.isBackup
        ? `Connecting to the backup server for ${name} while the stream continues.`
        : `Opening a new connection to ${name} while the stream continues.`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return `${name} switched to ${moveTarget(event.details)} without interruption.`;
    case 'destinationLost':
      return `Lost the connection to ${name}.`;
    case 'destinationReconnecting':
      return `Reconnecting to ${name} ${soon(event.details.delayMs)} (attempt ${format.number(event.details.attempt)}).`;
    case 'serverRefused':
      return event.details.isBackup
        ? `Can’t use the backup server for ${name}. Switching to the primary.`
        : `Can’t use the primary server for ${name}. Switching to the backup.`;
    case 'moveFailed':
      return `Couldn’t open a new connection to ${name}. Keeping the current one.`;
    case 'destinationFailed':
      return `The stream to ${name} failed. Upcast won’t retry.`;
    case 'destinationEnded':
      return `Ended the stream to ${name}.`;
    case 'serverSaid':
      return serverSaid(name, event.details);
    case 'moveRefused':
      return `${name} tried to redirect the stream. Staying on the current connection.`;
    case 'codecUnconfirmed':
      return `${name} didn’t confirm that it supports ${event.details.codec}. Check that video appears on your channel. If it doesn’t, use H.264, which works everywhere.`;
    case 'bitrateChanged':
      return event.details.isDown
        ? `Lowered the video bitrate to ${format.number(event.details.videoKbps)} kbps: the network couldn’t keep up.`
        : `Raised the video bitrate to ${format.number(event.details.videoKbps)} kbps: the network has recovered.`;
    case 'encoderStarted':
      return `Encoder ${event.details.encoder} started at ${format.number(event.details.videoKbps)} kbps.`;
    case 'encoderSlowStart':
      return 'Waiting for FFmpeg to start. Antivirus software may be scanning it.';
    case 'encoderRestarted':
      return 'The encoder failed, so Upcast restarted it.';
    case 'encoderStalled':
      return `The encoder produced no frames for ${format.seconds(event.details.seconds * 1000)}. Upcast restarted it.`;
    case 'encoderChangeFailed':
      return 'Couldn’t apply the new encoder settings. Keeping the previous ones.';
    case 'encoderFailed':
      return `The encoder stopped, and Upcast couldn’t restart it. ${whatEnds(event.details)} Choose another encoder in Settings.`;
    case 'recordingStarted':
      return `Recording to ${event.details.file}.`;
    case 'recordingSplit':
      return `The disk can’t hold a larger file. Recording continues in ${event.details.file}.`;
    case 'recordingEnded':
      return `Recording saved: ${event.details.file}.`;
    case 'recordingNotStarted':
      return 'Couldn’t start the recording.';
    case 'recordingFailed':
      return 'Recording stopped.';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return `Track ${event.details.track} stopped recording. The other tracks continue.`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return 'Couldn’t play the media file with the new settings. Playing it with the previous ones.';
    case 'captureProblem':
      // The cause says it all.
      return '';
    case 'savedSentence': {
      const { text } = event.details;
      return event.destinationName === undefined || text.includes(event.destinationName)
        ? text
        : `${event.destinationName}: ${text}`;
    }
    default:
      return missingCase(event);
  }
}

/** Streams of older versions don't say whether the engine was started again: it was. */
function engineStopped({ isRestarted = true }: { readonly isRestarted?: boolean | undefined }): string {
  return isRestarted
    ? 'The streaming engine stopped unexpectedly, which interrupted the stream. Upcast restarted the engine.'
    : 'The streaming engine keeps stopping, so the stream ended. Upcast starts the engine again when you go live.';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const backup = isBackup ? ' on its backup server' : '';
  return `${name} is live${isReturn ? ' again' : ''}${backup}${host === undefined ? '' : ` (redirected to ${host})`}.`;
}

function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return 'its backup server';
  return host === undefined ? 'a new connection' : `${host} (redirected)`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

function serverSaid(name: string, { words, times, isRepeated }: Said): string {
  if (isRepeated)
    return `${name} said “${words}” ${times === 1 ? 'again' : `${format.number(times)} more times`}.`;
  return times === 1
    ? endSentence(`${name} said: “${words}”`)
    : endSentence(`${name} sent ${format.number(times)} more messages. The last one was: “${words}”`);
}

function soon(delayMs: number): string {
  return delayMs < 500 ? 'now' : `in ${format.seconds(delayMs)}`;
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return 'The stream and the recording have ended.';
  return isOnAir ? 'The stream has ended.' : 'The recording has ended.';
}

function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [`${format.number(lagMs)} ms behind`] : []),
    ...(skippedFrames > 0
      ? [`${format.count(skippedFrames, { one: 'frame', other: 'frames' })} skipped`]
      : []),
  ];
  return facts.length === 0 ? 'Encoding overloaded.' : `Encoding overloaded: ${facts.join(', ')}.`;
}
