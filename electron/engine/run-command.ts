/**
 * Runs one command of main in the engine, and refuses the one that has nothing to act on. Whoever carries a command out says whether
 * it did anything, and the answer follows from that alone, never from what the state looks like.
 */
import { missingCase } from '../../shared/assert.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../shared/errors/error-reasons.ts';
import type { Encoding } from '../../shared/encoding/encoding.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type { EngineCommand, RecordingPlan, StartBroadcast } from '../../shared/ipc/engine-control.ts';
import type { Broadcast } from './broadcast/broadcast.ts';
import type { Dispatched } from './outputs/link/link-set.ts';

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
      broadcast.requireRunning();
      actions.requireEncoding(command.destination.encodingId);
      return broadcast.addDestination(command.destination);
    case 'removeDestination':
      if (!broadcast.removeDestination(command.id)) throw notReady('destinationNotLive');
      return;
    case 'retryNow':
      return refuseUnlessDone(broadcast.retryNow(command.id), 'notWaiting');
    case 'giveUp':
      return refuseUnlessDone(broadcast.giveUp(command.id), 'notRetrying');
    case 'useBackup':
      return refuseUnlessDone(broadcast.useBackup(command.id), 'noBackupNow');
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

/** @throws AppError `studio/not-ready` when the destination isn't on air, or neither of its outputs did anything. */
function refuseUnlessDone(what: Dispatched, refusal: ErrorReason): void {
  if (what === 'unknown') throw notReady('destinationNotLive');
  if (what === 'ignored') throw notReady(refusal);
}
