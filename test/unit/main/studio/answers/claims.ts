/** What an answer claims about the state: of a command that was done, and of each reason to refuse one. */
import type { DestinationView } from '../../../../../shared/broadcast/state.ts';
import { isRehearsal } from '../../../../../shared/broadcast/state.ts';
import type { ErrorRecord } from '../../../../../shared/errors/app-error.ts';
import type { ErrorReason } from '../../../../../shared/errors/error-reasons.ts';
import type { Command } from '../../../../../shared/studio/commands.ts';
import { channelOf, encodingOf } from '../../../../../shared/studio/document.ts';
import type { Shown } from './studio-stage.ts';

type Claim = (shown: Shown, command: Command, before: Shown) => boolean;

function idOf(command: Command): string | undefined {
  return 'id' in command ? command.id : undefined;
}

/** The destination's outputs: two where it is sent to two servers. */
function outputsOf({ destinations }: Shown, command: Command): readonly DestinationView[] {
  const id = idOf(command);
  return destinations.filter((view) => view.id === id || view.backupOf === id);
}

const isTrying = ({ state }: DestinationView): boolean =>
  state.phase === 'connecting' || state.phase === 'reconnecting';
const isPaused = ({ state }: DestinationView): boolean =>
  state.phase === 'failed' || (state.phase === 'reconnecting' && state.retryAtMs !== undefined);

/** The server of `one` that was connected to last. */
function newestServer({ attempts }: Shown): string | undefined {
  return attempts.findLast((url) => !url.includes('//two'));
}

/** Holds after every command that was done. */
export function isDoneTrue(command: Command, shown: Shown, before: Shown): boolean {
  const { broadcast, recorder, settings } = shown;
  const outputs = outputsOf(shown, command);
  switch (command.type) {
    case 'startStream':
      return broadcast.phase !== 'idle' && isRehearsal(shown) === (command.isRehearsal ?? false);
    case 'endStream':
      return broadcast.phase === 'stopping' || broadcast.phase === 'idle';
    case 'endStreamNow':
      return broadcast.phase === 'idle';
    case 'setDestinationEnabled': {
      const isSaved = settings.destinations.some(
        ({ id, isEnabled }) => id === command.id && isEnabled === command.isEnabled,
      );
      const isOpen = (broadcast.phase === 'starting' || broadcast.phase === 'live') && !isRehearsal(shown);
      const isThere = outputs.length > 0;
      return isSaved && (!isOpen || isThere === command.isEnabled);
    }
    case 'retryDestination':
      return shown.attempts.length > before.attempts.length;
    case 'giveUpDestination':
      return !outputs.some(isTrying) && liveIn(outputs) === liveIn(outputsOf(before, command));
    case 'useBackup':
      return (
        shown.attempts.length > before.attempts.length && newestServer(shown)?.includes('//backup') === true
      );
    case 'startRecording':
      return recorder.phase === 'waiting' || recorder.phase === 'recording';
    case 'stopRecording':
      return recorder.phase === 'off';
    case 'setEncoding':
      return encodingOf(settings.studio).videoKbps === command.profile.videoKbps;
    case 'setAudioLevel':
      return channelOf(settings.studio).isMuted === command.isMuted;
    case 'newCollection':
      return shown.collection.id !== before.collection.id;
    case 'duplicateCollection':
      return shown.collection.id === before.collection.id;
    case 'renameCollection':
      return shown.collection.name === command.name;
    case 'undo':
    case 'redo':
      return settings.studio !== before.settings.studio;
    default:
      throw new Error(`nothing is known of ${command.type}`);
  }
}

const liveIn = (outputs: readonly DestinationView[]): number =>
  outputs.filter(({ state }) => state.phase === 'live').length;

const refusals: Partial<Record<ErrorReason, Claim>> = {
  streamRunning: ({ broadcast }) => broadcast.phase !== 'idle',
  nothingLive: ({ broadcast }) => broadcast.phase === 'idle',
  notWaiting: (shown, command) =>
    outputsOf(shown, command).length > 0 && !outputsOf(shown, command).some(isPaused),
  notRetrying: (shown, command) =>
    outputsOf(shown, command).length > 0 && !outputsOf(shown, command).some(isTrying),
  noBackupNow: (shown, command) => {
    const saved = shown.settings.destinations.find(({ id }) => id === idOf(command));
    const isFailover = saved?.backupUrl !== undefined && saved.backupMode !== 'both';
    return !isFailover || shown.broadcast.phase === 'stopping' || isOnBackup(shown, command);
  },
  destinationNotLive: (shown, command) =>
    shown.broadcast.phase === 'idle' || outputsOf(shown, command).length === 0,
  destinationUnknown: (shown, command) =>
    !shown.settings.destinations.some(({ id }) => id === idOf(command)) &&
    outputsOf(shown, command).length === 0,
  alreadyRecording: ({ recorder }) => recorder.phase === 'waiting' || recorder.phase === 'recording',
  notRecording: ({ recorder }) => recorder.phase === 'off' || recorder.phase === 'failed',
  sourceUnknown: ({ settings }, command) =>
    !('sourceId' in command) || !settings.studio.sources.some(({ id }) => id === command.sourceId),
  collectionUnknown: ({ collection }, command) =>
    'collectionId' in command && command.collectionId !== collection.id,
  collectionOpen: ({ collection }, command) =>
    'collectionId' in command && command.collectionId === collection.id,
  nothingToUndo: () => true,
  nothingToRedo: () => true,
};

/** Live there, on the way there, or about to be. */
function isOnBackup(shown: Shown, command: Command): boolean {
  const [output] = outputsOf(shown, command);
  if (output === undefined || isPaused(output)) return false;
  return newestServer(shown)?.includes('//backup') === true;
}

const refusalCodes: ReadonlySet<string> = new Set(['studio/not-ready', 'studio/refused', 'remote/not-found']);

/** Whether a refusal says what the state shows. */
export function isRefusalTrue({ code, details }: ErrorRecord, command: Command, shown: Shown): boolean {
  if (!refusalCodes.has(code)) return false;
  const claim = refusals[details['reason'] as ErrorReason];
  return claim?.(shown, command, shown) ?? false;
}
