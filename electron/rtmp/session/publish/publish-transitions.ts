/** The phases of a publish session as a literal table; a test walks the whole product. */
import type { PublishSessionPhase } from './publish-session-types.ts';

export const publishInputs = [
  'started',
  'handshakeCompleted',
  'connectAccepted',
  'streamCreated',
  'publishStarted',
  'refused',
  'serverUnpublished',
  'endedByUs',
  'failed',
] as const;
export type PublishInput = (typeof publishInputs)[number];

/** `ignored`: a peer may do it and it changes nothing. `illegal`: only a bug of ours can bring it about. */
export type PublishTransition = PublishSessionPhase | 'ignored' | 'illegal';

const beforeConnect = {
  connectAccepted: 'illegal',
  streamCreated: 'illegal',
  publishStarted: 'illegal',
  refused: 'illegal',
  serverUnpublished: 'illegal',
  endedByUs: 'ended',
  failed: 'failed',
} as const;

export const publishTransitions: Readonly<
  Record<PublishSessionPhase, Readonly<Record<PublishInput, PublishTransition>>>
> = {
  idle: { ...beforeConnect, started: 'handshake', handshakeCompleted: 'illegal' },
  handshake: { ...beforeConnect, started: 'illegal', handshakeCompleted: 'connecting' },
  connecting: {
    started: 'illegal',
    handshakeCompleted: 'illegal',
    connectAccepted: 'creatingStream',
    streamCreated: 'ignored',
    publishStarted: 'ignored',
    refused: 'failed',
    serverUnpublished: 'ignored',
    endedByUs: 'ended',
    failed: 'failed',
  },
  creatingStream: {
    started: 'illegal',
    handshakeCompleted: 'illegal',
    connectAccepted: 'ignored',
    streamCreated: 'creatingStream',
    publishStarted: 'publishing',
    refused: 'failed',
    serverUnpublished: 'ignored',
    endedByUs: 'ended',
    failed: 'failed',
  },
  publishing: {
    started: 'illegal',
    handshakeCompleted: 'illegal',
    connectAccepted: 'ignored',
    streamCreated: 'ignored',
    publishStarted: 'ignored',
    refused: 'failed',
    serverUnpublished: 'ended',
    endedByUs: 'ended',
    failed: 'failed',
  },
  ended: {
    started: 'illegal',
    handshakeCompleted: 'ignored',
    connectAccepted: 'ignored',
    streamCreated: 'ignored',
    publishStarted: 'ignored',
    refused: 'ignored',
    serverUnpublished: 'ignored',
    endedByUs: 'ignored',
    failed: 'failed',
  },
  failed: {
    started: 'illegal',
    handshakeCompleted: 'ignored',
    connectAccepted: 'ignored',
    streamCreated: 'ignored',
    publishStarted: 'ignored',
    refused: 'ignored',
    serverUnpublished: 'ignored',
    endedByUs: 'ignored',
    failed: 'ignored',
  },
};
