/**
 * The byte vectors of the protocol reference, amf, chunk streams and messages, transcribed by a script.
 * `bytes` is hexadecimal. What each of them means stands in the tests that read them.
 */

export const vectors = {
  V01: { name: 'Number 1', bytes: '003ff0000000000000' },
  V02: { name: 'Number 1935 and -2500000.5', bytes: '00409e3c000000000000c14312d040000000' },
  V03: { name: 'Booleans true, false, and a non-canonical true (0x7f)', bytes: '01010100017f' },
  V04: { name: 'Strings: "live", empty, and two-byte UTF-8', bytes: '0200046c697665020000020002c3a9' },
  V05: { name: 'null, undefined', bytes: '0506' },
  V06: { name: 'Object {code:"ok", n:2}', bytes: '030004636f64650200026f6b00016e004000000000000000000009' },
  V07: {
    name: 'ECMA array with a wrong (too small) count',
    bytes: '080000000100086475726174696f6e000000000000000000000673746572656f0101000009',
  },
  V08: { name: 'ECMA array, count 0, no properties', bytes: '0800000000000009' },
  V09: { name: 'Strict array ["av01", "*", null]', bytes: '0a00000003020004617630310200012a05' },
  V10: { name: 'Date 2020-01-01T00:00:00Z', bytes: '0b4276f5e66e8000000000' },
  V11: { name: 'Long string "key" (legal although short)', bytes: '0c000000036b6579' },
  V12: {
    name: 'Reference: second argument is the same object as the first',
    bytes: '03000161003ff0000000000000000009070000',
  },
  V13: { name: 'Typed object Foo{x:1}', bytes: '100003466f6f000178003ff0000000000000000009' },
  V14: {
    name: 'Unfinished object (malformed; must not read past the end)',
    bytes: '0300036170700200046c697665',
  },
  V15: { name: 'Bad: string longer than the buffer', bytes: '02ffff61' },
  V16: { name: 'Bad: strict array with count 2^32-1', bytes: '0affffffff05' },
  V18: { name: 'AMF3 string "live"', bytes: '06096c697665' },
  V19: {
    name: 'AMF3 dynamic object {code:"ok", level:"ok"} with a string reference',
    bytes: '0a0b0109636f646506056f6b0b6c6576656c060201',
  },
  V20: {
    name: 'AMF3 sealed object, then a second one by trait reference, in an array',
    bytes: '0905010a1301037804010a010402',
  },
  V21: { name: 'AMF3 integer -1', bytes: '04ffffffff' },
  V22: {
    name: 'Type-17 command payload that mixes AMF0 and AMF3',
    bytes:
      '000200075f726573756c74003ff000000000000005110a0b0109636f6465063b4e6574436f6e6e656374696f6e2e436f' +
      '6e6e6563742e5375636365737301',
  },
  V24: { name: 'Set Chunk Size 4096', bytes: '02000000000004010000000000001000' },
  V25: { name: 'Abort csid 6', bytes: '02000000000004020000000000000006' },
  V26: { name: 'Acknowledgement 1 048 576', bytes: '02000000000004030000000000100000' },
  V27: { name: 'Window Acknowledgement Size 2 500 000', bytes: '020000000000040500000000002625a0' },
  V28: { name: 'Set Peer Bandwidth 2 500 000, dynamic', bytes: '020000000000050600000000002625a002' },
  V29: { name: 'User control: Stream Begin, stream 1', bytes: '020000000000060400000000000000000001' },
  V30: {
    name: 'User control: Set Buffer Length, stream 1, 3000 ms',
    bytes: '0200000000000a040000000000030000000100000bb8',
  },
  V31: { name: 'User control: Ping Request 0x12345678', bytes: '020000000000060400000000000612345678' },
  V32: { name: 'User control: the matching Ping Response', bytes: '020000000000060400000000000712345678' },
  V33: {
    name: 'connect as sent by FFmpeg 5.1 (captured), default chunk size 128',
    bytes:
      '030000000000961400000000020007636f6e6e656374003ff00000000000000300036170700200096c6976652f696e73' +
      '7400047479706502000a6e6f6e707269766174650008666c617368566572020024464d4c452f332e302028636f6d7061' +
      '7469626c653b204c61766635392e32372e313030290005746355726c02002072746d703a2f2f3132372e302ec3302e31' +
      '3a31393335312f6c6976652f696e7374000009',
  },
  V34: {
    name: 'connect payload with Enhanced RTMP capabilities (payload only)',
    bytes:
      '020007636f6e6e656374003ff00000000000000300036170700200046c69766500047479706502000a6e6f6e70726976' +
      '6174650008666c617368566572020008464d4c452f332e300005746355726c02000d72746d703a2f2f682f6c69766500' +
      '0a666f757243634c6973740a00000002020004687663310200044f7075730012766964656f466f75724363496e666f4d' +
      '6170030004687663310040000000000000000000090012617564696f466f75724363496e666f4d61700300044f707573' +
      '0040000000000000000000090006636170734578004008000000000000000009',
  },
  V35: { name: 'releaseStream header as FFmpeg compresses it (header only)', bytes: '4300000000002f14' },
  V36: {
    name: 'createStream, transaction 4 (payload)',
    bytes: '02000c63726561746553747265616d00401000000000000005',
  },
  V37: {
    name: '_result of createStream (payload)',
    bytes: '0200075f726573756c7400401000000000000005003ff0000000000000',
  },
  V38: {
    name: 'publish on stream 1, csid 8 (complete chunk)',
    bytes: '0800000000002114010000000200077075626c697368004014000000000000050200036b65790200046c697665',
  },
  V39: {
    name: 'onStatus NetStream.Publish.Start (payload)',
    bytes:
      '0200086f6e537461747573000000000000000000050300056c6576656c0200067374617475730004636f64650200174e' +
      '657453747265616d2e5075626c6973682e5374617274000009',
  },
  V40: {
    name: 'onStatus ReconnectRequest (payload, stream 0)',
    bytes:
      '0200086f6e537461747573000000000000000000050300056c6576656c0200067374617475730004636f64650200264e' +
      '6574436f6e6e656374696f6e2e436f6e6e6563742e5265636f6e6e656374526571756573740005746355726c0200172f' +
      '2f3139322e302e322e302f7265616c74696d65617070000009',
  },
  V41: {
    name: 'Metadata wrapper sent before FLV script data (payload prefix)',
    bytes: '02000d40736574446174614672616d6502000a6f6e4d657461446174610800000000000009',
  },
  V42: {
    name: 'fmt 0 with timestamp exactly 0xFFFFFF (extension required)',
    bytes: '06ffffff000004090100000000ffffff00000000',
  },
  V43: { name: 'fmt 0 with timestamp 0xFFFFFE (no extension)', bytes: '06fffffe000004090100000000000000' },
  V44: {
    name: 'Split message with extended timestamp 0x01000000, chunk size 4',
    bytes: '04ffffff00000608010000000100000000010203c4010000000405',
  },
  V45: {
    name: 'Same message from a peer that omits the repeated field',
    bytes: '04ffffff00000608010000000100000000010203c40405',
  },
  V46: {
    name: 'fmt 1 with an extended delta, captured from FFmpeg (headers only)',
    bytes: '44ffffff00011a08010058e9c4010058e9',
  },
  V47: {
    name: 'Wrap at 2^32 with a delta',
    bytes: '06ffffff0000040901000000fffffff000000000460000200000040900000000',
  },
  V48: {
    name: 'fmt 3 that starts a new message (legal, from the specification example 1 pattern)',
    bytes: '030003e80000020801000000aaaa83000014bbbbc3cccc',
  },
} as const;
