/** What a test sends to the engine: a command becomes a request with an id, any other message goes as it is. */
import type { EngineCommand, ToEngine } from '../../../shared/ipc/engine-control.ts';

const noticeTypes: ReadonlySet<string> = new Set<ToEngine['type']>([
  ...(['command', 'configure', 'mediaPort', 'probeEncoders', 'useEncoders', 'playFile'] as const),
  ...(['testDestination', 'cancelTest', 'networkChanged'] as const),
]);

function isMessage(message: ToEngine | EngineCommand): message is ToEngine {
  return noticeTypes.has(message.type);
}

export function engineMessage(message: ToEngine | EngineCommand, requestId: number): ToEngine {
  return isMessage(message) ? message : { type: 'command', requestId, command: message };
}
