/**
 * What a server's answer means to a publisher: `_result`, `_error` and `onStatus`, as servers really send them, read by what the publisher
 * awaits. Pure: the session acts on it.
 */
import { missingCase } from '../../../../shared/assert.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { amfProperties, amfString } from '../../amf/amf-value.ts';
import type { AmfValue } from '../../amf/amf-value.ts';
import type { Command } from '../../message/command.ts';
import { parseCapabilities } from '../capabilities.ts';
import { transactions } from './publish-commands.ts';
import type { PublishSessionPhase, RtmpCapabilities } from './publish-session-types.ts';
import type { CleanWords } from '../server-words.ts';
import { readStatus } from './server-status.ts';
import type { ServerStatus } from './server-status.ts';
import { judgeStatus } from './status-judgement.ts';

export type ServerAnswer =
  | {
      readonly type: 'connectAccepted';
      readonly serverProperties: ReadonlyMap<string, AmfValue>;
      readonly capabilities: RtmpCapabilities | undefined;
    }
  | { readonly type: 'streamCreated'; readonly streamId: number }
  | { readonly type: 'publishStarted'; readonly status: ServerStatus }
  | { readonly type: 'refused'; readonly stage: 'connect' | 'publish'; readonly status: ServerStatus }
  | { readonly type: 'reconnectRequested'; readonly tcUrl: string | undefined; readonly description: string }
  | { readonly type: 'unpublished' | 'closeRequested' | 'statusReceived'; readonly status: ServerStatus }
  | { readonly type: 'ignored'; readonly reason: string };

export interface AwaitingPublisher {
  readonly phase: PublishSessionPhase;
  readonly streamId: number | undefined;
  /** Takes the stream key out of the server's words. */
  readonly clean: CleanWords;
}

/** @throws AppError `rtmp/protocol` for a stream without a valid number. */
export function readAnswer(command: Command, publisher: AwaitingPublisher): ServerAnswer {
  const status = readStatus(command, publisher.clean);
  switch (command.name) {
    case '_result':
      return readResult(command, status, publisher);
    case '_error':
      return readError(command, status, publisher.phase);
    default:
      return readOnStatus(status, publisher.phase);
  }
}

function readResult(command: Command, status: ServerStatus, publisher: AwaitingPublisher): ServerAnswer {
  switch (command.transactionId) {
    case transactions.connect:
      return readConnectResult(command, status, publisher.phase);
    case transactions.createStream:
      return readCreateStreamResult(command, publisher);
    case transactions.publish:
      return { type: 'publishStarted', status };
    default:
      return { type: 'ignored', reason: 'a result of no consequence' };
  }
}

function readConnectResult(command: Command, status: ServerStatus, phase: PublishSessionPhase): ServerAnswer {
  if (phase !== 'connecting') return { type: 'ignored', reason: 'a second connect result' };
  if (status.code !== '' && status.code !== 'NetConnection.Connect.Success') {
    return { type: 'refused', stage: 'connect', status };
  }
  const serverProperties = amfProperties(command.values[0]) ?? new Map<string, AmfValue>();
  const information = amfProperties(command.values[1]);
  const capabilities = parseCapabilities(serverProperties) ?? (information && parseCapabilities(information));
  return { type: 'connectAccepted', serverProperties, capabilities };
}

function readCreateStreamResult(
  { values }: Command,
  { phase, streamId: known }: AwaitingPublisher,
): ServerAnswer {
  if (phase !== 'creatingStream' || known !== undefined) {
    return { type: 'ignored', reason: 'a stream that was not asked for' };
  }
  const streamId = values[1];
  const isNumber = typeof streamId === 'number' && Number.isInteger(streamId);
  if (!isNumber || streamId < 1 || streamId > 0xffffffff) {
    throw new AppError('rtmp/protocol', { message: 'the server created a stream without a valid number' });
  }
  return { type: 'streamCreated', streamId };
}

function readError(command: Command, status: ServerStatus, phase: PublishSessionPhase): ServerAnswer {
  const { transactionId } = command;
  if (transactionId === transactions.connect && phase === 'connecting') {
    return { type: 'refused', stage: 'connect', status };
  }
  const isFatal = transactionId === transactions.createStream || transactionId === transactions.publish;
  if (isFatal && phase === 'creatingStream') return { type: 'refused', stage: 'publish', status };
  return { type: 'statusReceived', status };
}

function readOnStatus(status: ServerStatus, phase: PublishSessionPhase): ServerAnswer {
  const judgement = judgeStatus(status.code, status.level, phase === 'publishing');
  switch (judgement) {
    case 'publishStarted':
    case 'unpublished':
    case 'closeRequested':
      return { type: judgement, status };
    case 'refused':
      if (phase === 'ended') return { type: 'statusReceived', status };
      return { type: 'refused', stage: phase === 'connecting' ? 'connect' : 'publish', status };
    case 'reconnectRequested': {
      const tcUrl = amfString(status.information, 'tcUrl');
      return { type: 'reconnectRequested', tcUrl, description: status.description };
    }
    case 'informational':
      return { type: 'statusReceived', status };
    default:
      return missingCase(judgement);
  }
}
