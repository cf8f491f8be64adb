/** Whether an event needs the user, is good news, or is neither. Pure. */
import type { BroadcastEvent } from '../../shared/broadcast/statistics.ts';

export type EventTone = 'quiet' | 'good' | 'warn' | 'bad';

const tones: Readonly<Record<BroadcastEvent['kind'], EventTone>> = {
  broadcastStarted: 'quiet',
  broadcastEnded: 'quiet',
  destinationConnecting: 'quiet',
  destinationLive: 'good',
  destinationLost: 'warn',
  destinationReconnecting: 'warn',
  destinationFailed: 'bad',
  destinationEnded: 'quiet',
  serverSaid: 'quiet',
  bitrateChanged: 'quiet',
  encoderStarted: 'quiet',
  encoderRestarted: 'warn',
  recordingStarted: 'quiet',
  recordingEnded: 'quiet',
  recordingFailed: 'bad',
  codecUnconfirmed: 'warn',
  recordingSpaceLow: 'warn',
  captureWarning: 'warn',
};

export function eventTone(event: BroadcastEvent): EventTone {
  return tones[event.kind];
}
