/** Times and sizes of an open session, with their source. Milliseconds and bytes. */

/** Timestamps count steps of 4 ms, modulo 2^16 (RFC 7016 §2.2.4). */
export const TIMESTAMP_TICK_MS = 4;
/** An echo of an older timestamp is not sent (§3.5.2.2). */
export const MAX_ECHO_AGE_MS = 128_000;
/** Retransmission timeout: at first, at least, at most, and its growth (§3.5.2.2, §3.5.3). */
export const FIRST_TIMEOUT_MS = 3_000;
export const MIN_TIMEOUT_MS = 250;
export const MAX_TIMEOUT_MS = 10_000;
export const TIMEOUT_GROWTH = Math.SQRT2;
/** What the peer may wait with an acknowledgement, added to each measured timeout. */
export const ACK_DELAY_MS = 200;
/** Data packets that are acknowledged by one acknowledgement (§3.6.3.4). */
export const PACKETS_PER_ACK = 2;
/** Later packets acknowledged before a fragment counts as lost (§3.5.1.2). */
export const NAKS_OF_A_LOSS = 3;
/** Packets that may leave at once (§3.5.2.3). */
export const MAX_BURST_PACKETS = 6;
/** Buffer probes: the first, and at most so far apart (§3.6.2.9.1). */
export const FIRST_PROBE_MS = 1_000;
export const MAX_PROBE_MS = 60_000;
/** A finished flow's id stays taken at its sender and its receiver (§3.6.2.2, §3.6.3.1). */
export const SENDER_LINGER_MS = 130_000;
export const RECEIVER_LINGER_MS = 120_000;
/** How long real-time data counts after the last packet of it (§3.5.2.1). */
export const TIME_CRITICAL_MS = 800;
/** Close requests are repeated; then the session ends without an answer (§3.5.5). */
export const CLOSE_RETRY_MS = 5_000;
export const NEAR_CLOSE_MS = 90_000;
export const FAR_CLOSE_LINGER_MS = 19_000;
/** Path pings are so far apart, and their replies good for so long (§3.5.4.2). */
export const PATH_PING_MS = 1_000;
export const PATH_PING_LIFETIME_MS = 120_000;
/** User data of one fragment: with the longest header and a flow's first options, one fits a datagram of 1200 bytes. */
export const FRAGMENT_BYTES = 1_128;
/** What a sender assumes of a receiver until its first acknowledgement (§3.6.2.3.1). */
export const FIRST_WINDOW_BYTES = 65_536;
export const BLOCK_BYTES = 1_024;
