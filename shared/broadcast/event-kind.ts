/** What an event is about, for scripts and for its colour. Knows nothing of an event's details. */
import type { EventCode } from './events.ts';

/** Coarser than the code of an event. */
export const eventKinds = [
  'broadcastStarted',
  'broadcastEnded',
  'destinationConnecting',
  'destinationLive',
  'destinationLost',
  'destinationReconnecting',
  'destinationFailed',
  'destinationEnded',
  'serverSaid',
  'codecUnconfirmed',
  'bitrateChanged',
  'encoderStarted',
  'encoderRestarted',
  'encoderFailed',
  'recordingStarted',
  'recordingEnded',
  'recordingFailed',
  'recordingSpaceLow',
  'captureWarning',
] as const;

export type EventKind = (typeof eventKinds)[number];

const kinds: Readonly<Record<EventCode, EventKind>> = {
  broadcastStarted: 'broadcastStarted',
  broadcastEnded: 'broadcastEnded',
  engineStopped: 'broadcastEnded',
  destinationConnecting: 'destinationConnecting',
  destinationMoving: 'destinationConnecting',
  destinationLive: 'destinationLive',
  destinationMoved: 'destinationLive',
  destinationLost: 'destinationLost',
  destinationReconnecting: 'destinationReconnecting',
  serverRefused: 'destinationReconnecting',
  moveFailed: 'destinationReconnecting',
  destinationFailed: 'destinationFailed',
  destinationEnded: 'destinationEnded',
  serverSaid: 'serverSaid',
  moveRefused: 'serverSaid',
  codecUnconfirmed: 'codecUnconfirmed',
  bitrateChanged: 'bitrateChanged',
  encoderStarted: 'encoderStarted',
  encoderSlowStart: 'captureWarning',
  encoderRestarted: 'encoderRestarted',
  encoderStalled: 'encoderRestarted',
  encoderChangeFailed: 'encoderRestarted',
  encoderFailed: 'encoderFailed',
  recordingStarted: 'recordingStarted',
  recordingSplit: 'recordingStarted',
  recordingEnded: 'recordingEnded',
  recordingNotStarted: 'recordingFailed',
  recordingFailed: 'recordingFailed',
  recordingSpaceLow: 'recordingSpaceLow',
  recordingTrackLost: 'captureWarning',
  encodingOverloaded: 'captureWarning',
  fileFormatKept: 'captureWarning',
  captureProblem: 'captureWarning',
};

export function kindOf(code: EventCode): EventKind {
  return kinds[code];
}
