/** Every limit on what the peer of an open session may make us hold, do or send, with its reason. */

/** Fragments that a receiver holds ahead of a gap: at full size some 70 MB, of small ones what a gap may cost. */
export const MAX_SEQUENCE_AHEAD = 65_536;
/** Ranges of numbers seen, with gaps between them. A burst of lost packets leaves a few dozen. */
export const MAX_RANGES = 256;
/** Of these, what one acknowledgement lists: more would not fit its packet. */
export const MAX_ACK_RANGES = 100;
/**
 * Messages of a flow that wait for a fragment, at a receiver of media: what a sender is told; twice as much is refused. A key frame
 * has some hundred kilobytes.
 */
export const FLOW_CAPACITY_BYTES = 2 * 1024 * 1024;
/** The same before a publication was accepted, and for a client, to which servers send a few words. */
export const SMALL_FLOW_CAPACITY_BYTES = 64 * 1024;
/** All flows of a session together. */
export const MAX_SESSION_BUFFER_BYTES = 16 * 1024 * 1024;
/** Flows that a peer may have open, and whose ids are still taken after their end. */
export const MAX_RECEIVE_FLOWS = 32;
export const MAX_CLIENT_RECEIVE_FLOWS = 8;
/** A flow's metadata, which says what it is for (RFC 7016 §2.3.11.1.1). */
export const MAX_METADATA_BYTES = 512;
/** Option types from here on may be overlooked (RFC 7016 §2.3.11.1). */
export const FIRST_OPTIONAL_OPTION = 0x2000;
/** A ping's answer is no larger than the ping, and neither is worth more than this. */
export const MAX_PING_BYTES = 1_000;
export const MAX_PING_REPLIES_PER_SECOND = 10;
/** Nothing is acknowledged for so long though data waits, or nothing comes though we ask: the peer is gone. */
export const SILENCE_MS = 30_000;
