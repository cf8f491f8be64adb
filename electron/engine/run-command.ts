/**
 * Runs one command of main in the engine, and refuses the one that has nothing to act on: a command is answered by what it did,
 * never by what the state looks like afterwards for another reason.
 */
import { isSameData } from '../../shared/is-same-data.ts';
import { missingCase } from '../../shared/assert.ts';
import type { DestinationState } from '../../shared/broadcast/state.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../shared/errors/error-reasons.ts';
import type { Encoding } from '../../shared/encoding/encoding.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type { EngineCommand, RecordingPlan, StartBroadcast } from '../../shared/ipc/engine-control.ts';
import type { Broadcast } from './broadcast/broadcast.ts';

export interface EngineActions {
  readonly start: (start: StartBroadcast) => Promise<void>;
  /** False when nothing is on air and no start is under way. */
  readonly stop: () => boolean;
  readonly endNow: () => boolean;
  /** @throws AppError `input/bad-message` unless the encoding runs. */
  readonly requireEncoding: (id: string) => void;
  readonly changeProfile: (encodingId: string, profile: EncodingProfile) => void;
  readonly startRecording: (recording: RecordingPlan, encoding: Encoding) => Promise<void>;
  readonly stopRecording: () => Promise<void>;
  readonly broadcast: () => Broadcast;
}

export function notReady(reason: ErrorReason): AppError {
  return withReason('studio/not-ready', reason);
}

/** Resolves when the command took effect. @throws AppError why it had none. */
export async function runCommand(command: EngineCommand, actions: EngineActions): Promise<void> {
  const broadcast = actions.broadcast();
  switch (command.type) {
    case 'startBroadcast':
      return await actions.start(command);
    case 'stopBroadcast':
      if (!actions.stop()) throw notReady('nothingLive');
      return;
    case 'endNow':
      if (!actions.endNow()) throw notReady('nothingLive');
      return;
    case 'addDestination':
      actions.requireEncoding(command.destination.encodingId);
      return broadcast.addDestination(command.destination);
    case 'removeDestination':
      if (stateOf(broadcast, command.id) === undefined) throw notReady('destinationNotLive');
      return broadcast.removeDestination(command.id);
    case 'retryNow': {
      const { id } = command;
      if (id === undefined) return broadcast.retryNow();
      return change(broadcast, id, () => broadcast.retryNow(id), 'notWaiting');
    }
    case 'giveUp':
      return change(broadcast, command.id, () => broadcast.giveUp(command.id), 'notRetrying');
    case 'useBackup':
      return change(broadcast, command.id, () => broadcast.useBackup(command.id), 'noBackupNow');
    case 'changeProfile':
      return actions.changeProfile(command.encodingId, command.profile);
    case 'startRecording':
      return await actions.startRecording(command.recording, command.encoding);
    case 'stopRecording':
      return await actions.stopRecording();
    default:
      missingCase(command);
  }
}

/** @throws AppError `studio/not-ready` when the destination isn't on air, or its state is the same afterwards. */
function change(broadcast: Broadcast, id: string, act: () => void, refusal: ErrorReason): void {
  const before = stateOf(broadcast, id);
  if (before === undefined) throw notReady('destinationNotLive');
  act();
  if (isSameData(before, stateOf(broadcast, id))) throw notReady(refusal);
}

function stateOf(broadcast: Broadcast, id: string): DestinationState | undefined {
  return broadcast.snapshot().destinations.find((view) => view.id === id)?.state;
}
