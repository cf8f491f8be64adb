/** The first byte of a packet (RFC 7016 §2.2.4). */

export const packetFlags = {
  timeCritical: 0x80,
  timeCriticalReverse: 0x40,
  timestamp: 0x08,
  timestampEcho: 0x04,
  modeMask: 0x03,
} as const;

export const STARTUP_MODE = 3;

/** Flags and both timestamps. */
export const MAX_PACKET_HEAD_BYTES = 5;
