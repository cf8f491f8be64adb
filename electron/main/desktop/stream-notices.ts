/** What somebody who doesn't see the window must know: a destination that dropped, a stream or a recording that ended by itself. Pure. */
import type { DestinationView, EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { describeError } from '../../../shared/text/error-text.ts';
import { texts } from '../../../shared/text/text.ts';

export interface StreamNotice {
  readonly title: string;
  readonly text: string;
}

export type NoticedState = Pick<EngineSnapshot, 'broadcast' | 'destinations' | 'recorder'>;

/** Of what has changed since. A rehearsal reaches nobody. */
export function noticesOf(before: NoticedState, now: NoticedState): readonly StreamNotice[] {
  const phases = new Map(before.destinations.map(({ id, state }) => [id, state.phase]));
  return [
    ...now.destinations.flatMap((destination) => destinationNotice(phases.get(destination.id), destination)),
    ...streamNotice(before, now),
    ...recordingNotice(before, now),
  ];
}

function destinationNotice(
  before: DestinationView['state']['phase'] | undefined,
  { kind, name, state }: DestinationView,
): readonly StreamNotice[] {
  if (kind !== 'destination' || before === undefined || before === state.phase) return [];
  const { notices } = texts.main;
  if (state.phase === 'reconnecting' && before === 'live')
    return [{ title: notices.reconnecting(name), text: describeError(state.cause).title }];
  if (state.phase === 'failed')
    return [{ title: notices.failed(name), text: describeError(state.error).title }];
  return [];
}

function streamNotice(before: NoticedState, { broadcast }: NoticedState): readonly StreamNotice[] {
  if (before.broadcast.phase === 'idle' || broadcast.phase !== 'idle' || broadcast.lastError === undefined)
    return [];
  const { notices } = texts.main;
  const { code, details } = broadcast.lastError;
  // The stream begins again by itself with the new engine.
  const goesOn = code === 'internal/engine-exited' && details['isRestarted'] === true;
  return [
    { title: goesOn ? notices.interrupted : notices.ended, text: describeError(broadcast.lastError).title },
  ];
}

function recordingNotice(before: NoticedState, { recorder }: NoticedState): readonly StreamNotice[] {
  if (before.recorder.phase === 'failed' || recorder.phase !== 'failed') return [];
  return [{ title: texts.main.notices.recordingStopped, text: describeError(recorder.error).title }];
}
