/**
 * Every limit on what a peer may make us hold, do or show, with its reason. Nothing else in the protocol
 * core decides how much is too much.
 */

/** The message length field has 24 bits; nothing longer can be announced or sent. */
export const MAX_MESSAGE_BYTES = 0xffffff;

/**
 * One message, or one request of a tunnel, before the key was judged: a client has a connect and a publish to say, and strangers
 * are to hold little memory of ours.
 */
export const MAX_UNPUBLISHED_MESSAGE_BYTES = 64 * 1024;

/** A server has no reason to send a publisher more than a few kilobytes; 4 MiB forgives odd ones. */
export const MAX_SERVER_MESSAGE_BYTES = 4 * 1024 * 1024;

/** Commands and metadata are text: 1 MiB of AMF is an attack or a fault. */
export const MAX_AMF_MESSAGE_BYTES = 1024 * 1024;

/** Objects in objects. Real messages use three levels; decoding recurses, so this bounds the stack. */
export const MAX_AMF_DEPTH = 32;

/** Values in one message, references counted by what they stand for, so that shared graphs cannot explode. */
export const MAX_AMF_VALUES = 10_000;

/** Properties of one object. `onMetaData` of a long recording has a few dozen. */
export const MAX_AMF_PROPERTIES = 1_000;

/** Chunk streams that one peer may open. Encoders use six, the widest server (gortmplib) allows 64. */
export const MAX_CHUNK_STREAMS = 64;

/** Bytes of unfinished messages of one peer together, beyond the one that may be of the greatest length; at most as much again. */
export const MAX_PARTIAL_SLACK_BYTES = 4 * 1024 * 1024;

/** Chunk sizes start here on every connection (RTMP 1.0 §5.4.1). */
export const DEFAULT_CHUNK_SIZE_BYTES = 128;

/** Our outgoing size: few header bytes, and below what any server refuses (SRS warns above 65536). */
export const PUBLISH_CHUNK_SIZE_BYTES = 65_536;

/** A peer that asks to be acknowledged every byte would get a storm of acknowledgements. */
export const MIN_WINDOW_ACK_BYTES = 2_048;

/** What we ask of the other side; the value that most servers use. */
export const DEFAULT_WINDOW_ACK_BYTES = 2_500_000;

/** Pings answered in any one second of session time; the rest are counted and dropped. */
export const MAX_PING_ANSWERS_PER_SECOND = 64;

/** Other answers (bandwidth checks, `ping` calls) in one second, so that a flood cannot fill our output. */
export const MAX_CALL_ANSWERS_PER_SECOND = 16;

/** Message streams that one publisher may create at a receiver. */
export const MAX_MESSAGE_STREAMS = 16;

/** What is shown of a server's description. */
export const MAX_SERVER_WORDS_LENGTH = 300;

/** Reconnect requests reported in any one second; the rest are dropped. */
export const MAX_RECONNECT_REQUESTS_PER_SECOND = 1;

/** An AMF0 short string (the stream key, the application) holds no more. */
export const MAX_SHORT_STRING_BYTES = 0xffff;

/** Salts, challenges and nonces of an authentication challenge; longer ones are not real. */
export const MAX_AUTH_VALUE_LENGTH = 1_024;

/** An HTTP head of the tunnel. Real ones have 300 bytes. */
export const MAX_TUNNEL_HEAD_BYTES = 16 * 1024;

/** Body of one tunnel request or response. Red5 fills replies to 32 KiB; a key frame may be one request. */
export const MAX_TUNNEL_BODY_BYTES = 32 * 1024 * 1024;

/** FFmpeg takes session ids of at most 64 characters. */
export const MAX_TUNNEL_SESSION_ID_LENGTH = 64;
