/** The phases of a receive session as a literal table; a test walks the whole product. */
import type { ReceiveSessionPhase } from './receive-session-types.ts';

/** What the publisher does, and what the caller answers. */
export const receiveInputs = [
  'handshakeCompleted',
  'connectRequested',
  'connectAccepted',
  'connectRejected',
  'publishRequested',
  'publishAccepted',
  'publishRejected',
  'unpublished',
  'failed',
] as const;
export type ReceiveInput = (typeof receiveInputs)[number];

/** `ignored`: a peer may do it and it changes nothing. `illegal`: only a bug of ours can bring it about. */
export type ReceiveTransition = ReceiveSessionPhase | 'ignored' | 'illegal';

/** No answer is awaited. */
const noAnswer = {
  handshakeCompleted: 'illegal',
  connectRequested: 'ignored',
  connectAccepted: 'illegal',
  connectRejected: 'illegal',
  publishRequested: 'ignored',
  publishAccepted: 'illegal',
  publishRejected: 'illegal',
  unpublished: 'ignored',
  failed: 'failed',
} as const;

export const receiveTransitions: Readonly<
  Record<ReceiveSessionPhase, Readonly<Record<ReceiveInput, ReceiveTransition>>>
> = {
  handshake: {
    ...noAnswer,
    handshakeCompleted: 'connecting',
    connectRequested: 'illegal',
    publishRequested: 'illegal',
    unpublished: 'illegal',
  },
  connecting: { ...noAnswer, connectRequested: 'connectRequested' },
  connectRequested: { ...noAnswer, connectAccepted: 'connected', connectRejected: 'ended' },
  connected: { ...noAnswer, publishRequested: 'publishRequested' },
  publishRequested: { ...noAnswer, publishAccepted: 'publishing', publishRejected: 'connected' },
  publishing: { ...noAnswer, unpublished: 'connected' },
  ended: noAnswer,
  failed: {
    handshakeCompleted: 'illegal',
    connectRequested: 'illegal',
    connectAccepted: 'ignored',
    connectRejected: 'ignored',
    publishRequested: 'illegal',
    publishAccepted: 'ignored',
    publishRejected: 'ignored',
    unpublished: 'illegal',
    failed: 'ignored',
  },
};
