/** Type codes of chunks and the bits of User Data's flags (RFC 7016 §2.3). */

export const chunkTypes = {
  ping: 0x01,
  close: 0x0c,
  forwardedHello: 0x0f,
  userData: 0x10,
  nextUserData: 0x11,
  bufferProbe: 0x18,
  initiatorHello: 0x30,
  initiatorKeying: 0x38,
  pingReply: 0x41,
  closeAck: 0x4c,
  ackBitmap: 0x50,
  ackRanges: 0x51,
  flowException: 0x5e,
  responderHello: 0x70,
  redirect: 0x71,
  responderKeying: 0x78,
  cookieChange: 0x79,
} as const;

/** Type and length. */
export const CHUNK_HEAD_BYTES = 3;

export const userDataFlags = { options: 0x80, partMask: 0x30, abandoned: 0x02, final: 0x01 } as const;

/** By the two bits of a fragment's place. */
export const fragmentParts = ['whole', 'first', 'last', 'middle'] as const;
export const PART_SHIFT = 4;
