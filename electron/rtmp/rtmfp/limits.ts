/** Every limit on what a peer of RTMFP may make us hold, do or send, with its reason. */

/** Options of one list, certificate or keying component. Real ones have five. */
export const MAX_RTMFP_OPTIONS = 16;

/** One datagram. Real ones have 1200 bytes, and startup packets of others up to 4256. */
export const MAX_DATAGRAM_BYTES = 8_192;

/** The longest that an initiator tries to open a session (RFC 7016 §3.5.1): a cookie must live as long. */
export const OPEN_TIMEOUT_MS = 95_000;
export const COOKIE_LIFETIME_MS = OPEN_TIMEOUT_MS + 5_000;

/** The first wait for an answer to a startup packet, and how much each further wait is longer (RFC 7016 §3.5.1). */
export const FIRST_RETRY_MS = 1_000;
export const RETRY_GROWTH_MS = 1_500;

/** Addresses that one attempt to open asks: redirects may point it at anybody. */
export const MAX_CANDIDATES = 8;

/** Of a responder's answers. Real certificates have 77 to 520 bytes, cookies 64 or 65, components up to 600. */
export const MAX_CERTIFICATE_BYTES = 1_024;
export const MAX_COOKIE_BYTES = 256;
export const MAX_COMPONENT_BYTES = 2_048;

/** Session packets that overtook the answer which opens their session, and wait for it. */
export const MAX_EARLY_DATAGRAMS = 18;

/** Hellos answered in any one second: to one address, and to all. Anybody may write any address into a datagram. */
export const MAX_HELLOS_PER_SECOND = 10;
export const MAX_ALL_HELLOS_PER_SECOND = 200;

/** Addresses whose hellos are counted one by one; they are forgotten together each second. */
export const MAX_COUNTED_ADDRESSES = 1_024;

/** An answer to an unproven address has at most so many times the bytes of its question. */
export const MAX_AMPLIFICATION = 3;

/** Key exchanges in any one second: each takes a millisecond or two. */
export const MAX_KEYINGS_PER_SECOND = 50;

/** Sessions that one responder holds, and those of them that have not sent a packet of their own yet. */
export const MAX_SESSIONS = 256;
export const MAX_UNPROVEN_SESSIONS = 16;

/** Datagrams that we send: they fit the smallest path of IPv6 whole. */
export const MAX_SENT_DATAGRAM_BYTES = 1_200;

/** A session whose initiator has the cookie but sends no packet of its own for so long is over. */
export const OPENING_MS = 15_000;

/** What is waited for after a server sent the stream to where it may not go: its hello may still come. */
export const REFUSED_REDIRECT_MS = 2_000;
