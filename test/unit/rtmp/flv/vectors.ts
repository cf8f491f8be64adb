/** FLV tags byte by byte, for the tables of the tests: each a whole tag with its trailing size. */
function hex(text: string): Uint8Array {
  const digits = text.replaceAll(/\s+/g, '');
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  );
}

function tag(type: number, timestamp: string, body: string): Uint8Array {
  const bytes = hex(body);
  const size = bytes.length.toString(16).padStart(6, '0');
  const total = (bytes.length + 11).toString(16).padStart(8, '0');
  return hex(`${type.toString(16).padStart(2, '0')} ${size} ${timestamp} 000000 ${body} ${total}`);
}

export const fileHeader = hex('46 4c 56 01 05 00 00 00 09 00 00 00 00');
export const avcRecord = hex(
  '01 64 00 0a ff e1 00 18 67 64 00 0a ac d9 44 26 c0 44 00 00 03 00 04 00 00 03 00 c8 3c 48 96 58 01 00 06 68 eb e3 cb 22 c0 fd f8 f8 00',
);
export const av1Record = hex('81 01 0c 00 0a 0b 00 00 00 0c 47 ff fe ff fc c0 20');

export const tags = {
  aacHeader: tag(8, '000000 00', 'af 00 12 10'),
  aacSbrHeader: tag(8, '000000 00', 'af 00 2b 11 88 00'),
  aacNoSbrHeader: tag(8, '000000 00', 'af 00 12 10 56 e5 00'),
  aacFrame: tag(8, '000017 00', 'af 01 21 10 04 28 00'),
  aacPending: tag(8, '000000 00', 'af 00'),
  avcHeader: tag(9, '000000 00', `17 00 000000 ${Buffer.from(avcRecord).toString('hex')}`),
  avcPending: tag(9, '000000 00', '17 00 000000'),
  avcKey: tag(9, '000028 00', '17 01 000050 00000002 6588'),
  avcDisposable: tag(9, '0000a0 00', '27 01 000028 00000008 019e636a431f6ec1'),
  avcReferenced: tag(9, '0000c8 00', '27 01 ffffd8 00000002 419a'),
  avcEnd: tag(9, '0000c8 00', '17 02 000000'),
  late: tag(8, 'fffff0 7f', 'af 01 21 10'),
  wrapped: tag(8, '000007 00', 'af 01 21 10'),
  av1Pending: tag(9, '000000 00', '90 61763031'),
  av1Header: tag(9, '000007 00', '90 61763031 81010c00 0a0b0000000c47fffefffcc020'),
  hevcFrame: tag(9, '000042 00', 'a1 68766331 000021 00000003 0201d0'),
  hevcKeyX: tag(9, '000063 00', '93 68766331 00000003 2601ad'),
  hevcEnd: tag(9, '000078 00', '92 68766331'),
  modEx: tag(9, '000028 00', 'a7 02 01e240 01 61763031 3200'),
  oneTrack: tag(9, '000000 00', '96 00 61766331 01 0142c01effe1000267420100 0168'),
  manyTracks: tag(9, '000028 00', '96 13 61766331 00 000006 000000026588 01 000006 000000026588'),
  manyCodecs: tag(9, '000028 00', '96 22 61766331 00 000000 68766331 01 000000'),
  colorInfo: tag(9, '000000 00', 'd4 68766331 0200 09 636f6c6f72496e666f 03 0000 09'),
  opusHeader: tag(8, '000000 00', '90 4f707573 4f707573486561640102380180bb0000000000'),
  channelConfig: tag(8, '000000 00', '94 4f707573 01 02 00000003'),
  opusFrame: tag(8, '000000 00', '91 4f707573 fcfffe'),
  audioTrack: tag(8, '000000 00', '95 00 6d703461 01 1210'),
  script: tag(18, '000000 00', '02 000a 6f6e4d65746144617461 08 00000000 000009'),
};
export type TagName = keyof typeof tags;

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

export const bodyOf = (name: TagName): Uint8Array => tags[name].subarray(11, -4);
