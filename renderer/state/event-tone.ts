/** Whether an event needs the user, is good news, or is neither. Pure. */
import type { BroadcastEvent } from '../../shared/broadcast/statistics.ts';

export type EventTone = 'quiet' | 'good' | 'warn' | 'bad';

const tonesByKind: Readonly<Record<BroadcastEvent['kind'], EventTone>> = {
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
  encoderFailed: 'bad',
  recordingStarted: 'quiet',
  recordingEnded: 'quiet',
  recordingFailed: 'bad',
  codecUnconfirmed: 'warn',
  recordingSpaceLow: 'warn',
  captureWarning: 'warn',
};

const tones: ReadonlyMap<unknown, EventTone> = new Map(Object.entries(tonesByKind));

export function eventTone(event: BroadcastEvent): EventTone {
  return tones.get(event.kind) ?? 'quiet';
}
