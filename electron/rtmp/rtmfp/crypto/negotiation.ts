/** What two sides agree on about HMACs and sequence numbers (RFC 7425 §4.3.4), each by three flags. */

export interface FeatureFlags {
  /** I send it in any case. */
  readonly always: boolean;
  /** I send it if you ask for it. */
  readonly onRequest: boolean;
  /** I ask you to send it. */
  readonly asks: boolean;
}

const bits = { always: 0x04, onRequest: 0x02, asks: 0x01 };

export const noFeature: FeatureFlags = { always: false, onRequest: false, asks: false };

export function readFlags(byte: number): FeatureFlags {
  return {
    always: (byte & bits.always) !== 0,
    onRequest: (byte & bits.onRequest) !== 0,
    asks: (byte & bits.asks) !== 0,
  };
}

export function flagsByte({ always, onRequest, asks }: FeatureFlags): number {
  return (always ? bits.always : 0) | (onRequest ? bits.onRequest : 0) | (asks ? bits.asks : 0);
}

export interface Agreement {
  readonly isSent: boolean;
  readonly isExpected: boolean;
}

/** Undefined where one side asks for what the other cannot do: there is no session then. */
export function agree(own: FeatureFlags, peer: FeatureFlags): Agreement | undefined {
  if (own.asks && !peer.always && !peer.onRequest) return undefined;
  if (peer.asks && !own.always && !own.onRequest) return undefined;
  return { isSent: own.always || peer.asks, isExpected: own.asks || peer.always };
}

/** What a responder answers to an initiator's flags: nothing unless somebody wants it, so that plain clients understand the answer. */
export function answerFlags(peer: FeatureFlags, isRequired: boolean): FeatureFlags {
  const isWanted = isRequired || peer.asks || peer.always;
  return isWanted ? { always: true, onRequest: true, asks: isRequired || peer.always } : noFeature;
}
