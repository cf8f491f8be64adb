/**
 * What both ends of a session make of protocol control and user control messages: each is taken in by the channel, and a
 * ping is answered, as far as its rate allows. What is left to tell is given back; the phase is none of its business.
 */
import { MAX_PING_ANSWERS_PER_SECOND } from '../limits.ts';
import type { ControlMessage } from '../message/control-message.ts';
import type { RtmpMessage } from '../message/message-types.ts';
import { RateLimit } from './rate-limit.ts';
import type { SessionChannel } from './session-channel.ts';

export type ControlOutcome =
  | { readonly type: 'chunkSizeChanged'; readonly bytes: number }
  | { readonly type: 'acknowledged'; readonly totalBytes: number }
  /** The peer's ping, by us. */
  | { readonly type: 'pingAnswered' }
  /** Our ping, by the peer. */
  | { readonly type: 'pongReceived' }
  /** Concerns the channel alone, or nobody. */
  | { readonly type: 'taken' }
  | { readonly type: 'ignored'; readonly reason: string }
  /** For the end itself to judge. */
  | Extract<ControlMessage, { readonly type: 'setPeerBandwidth' | 'setBufferLength' }>;

export class SessionControl {
  readonly #channel: SessionChannel;
  readonly #pings = new RateLimit(MAX_PING_ANSWERS_PER_SECOND);

  constructor(channel: SessionChannel) {
    this.#channel = channel;
  }

  /** @param nowMs monotonic. */
  take(message: RtmpMessage, nowMs: number): ControlOutcome {
    const control = this.#channel.takeControl(message);
    switch (control?.type) {
      case 'setChunkSize':
        return { type: 'chunkSizeChanged', bytes: this.#channel.peerChunkSizeBytes };
      case 'acknowledgement':
        return { type: 'acknowledged', totalBytes: this.#channel.peerAcknowledgedBytes };
      case 'pingRequest':
        if (!this.#pings.allows(nowMs)) return { type: 'ignored', reason: 'too many pings' };
        this.#channel.writeControl({ type: 'pingResponse', time: control.time });
        return { type: 'pingAnswered' };
      case 'pingResponse':
        return { type: 'pongReceived' };
      case 'setPeerBandwidth':
      case 'setBufferLength':
        return control;
      case 'windowAcknowledgementSize':
      case 'abort':
        return { type: 'taken' };
      default:
        return { type: 'ignored', reason: control?.type ?? 'unknown or too short' };
    }
  }
}
