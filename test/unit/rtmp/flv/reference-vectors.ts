/**
 * The byte vectors of the protocol reference for FLV: the file header, and whole tags with their trailing size, transcribed by a
 * script. `bytes` is hexadecimal. What each of them means stands in the tests that read them.
 */

export const flvVectors = {
  V49: { name: 'FLV header + PreviousTagSize0', bytes: '464c5601050000000900000000' },
  V50: {
    name: 'Script tag: onMetaData {width:640, height:360}',
    bytes:
      '120000360000000000000002000a6f6e4d65746144617461080000000200057769647468004084000000000000000668' +
      '656967687400407680000000000000000900000041',
  },
  V51: {
    name: 'AAC sequence header (AAC-LC, 44.1 kHz, stereo)',
    bytes: '0800000400000000000000af0012100000000f',
  },
  V52: {
    name: 'AAC sequence header, HE-AAC v1, 24 kHz core / 48 kHz, stereo (explicit signalling)',
    bytes: '0800000600000000000000af002b11880000000011',
  },
  V53: {
    name: 'AAC sequence header as the FFmpeg AAC encoder writes it',
    bytes: '0800000700000000000000af00121056e50000000012',
  },
  V54: { name: 'AAC raw frame at t=23', bytes: '0800000700001700000000af01211004280000000012' },
  V55: {
    name: 'AVC sequence header (avcC, High profile, from ffmpeg + libx264)',
    bytes:
      '090000320000000000000017000000000164000affe100186764000aacd94426c044000003000400000300c83c489658' +
      '01000668ebe3cb22c0fdf8f8000000003d',
  },
  V56: {
    name: 'AVC key frame, t=40, composition offset +80 ms',
    bytes: '0900000b00002800000000170100005000000002658800000016',
  },
  V57: {
    name: 'AVC inter frame, t=160, composition offset +40 ms (from ffmpeg)',
    bytes: '090000110000a000000000270100002800000008019e636a431f6ec10000001c',
  },
  V58: {
    name: 'AVC inter frame, t=200, composition offset -40 ms (synthetic)',
    bytes: '0900000b0000c8000000002701ffffd800000002419a00000016',
  },
  V59: { name: 'AVC end of sequence', bytes: '090000050000c800000000170200000000000010' },
  V60: { name: '31-bit timestamp: 0x7ffffff0', bytes: '08000004fffff07f000000af0121100000000f' },
  V61: {
    name: 'Enhanced: empty AV1 sequence start as FFmpeg 8 writes it first',
    bytes: '0900000500000000000000906176303100000010',
  },
  V62: {
    name: 'Enhanced: AV1 sequence start with av1C (from a real FFmpeg 8 file)',
    bytes: '0900001600000700000000906176303181010c000a0b0000000c47fffefffcc02000000021',
  },
  V63: {
    name: 'Enhanced: HEVC CodedFrames with composition offset 33',
    bytes: '0900000f00004200000000a168766331000021000000030201d00000001a',
  },
  V64: {
    name: 'Enhanced: HEVC CodedFramesX (offset implied 0)',
    bytes: '0900000c000063000000009368766331000000032601ad00000017',
  },
  V65: { name: 'Enhanced: HEVC sequence end', bytes: '0900000500007800000000926876633100000010' },
  V66: {
    name: 'Enhanced: ModEx TimestampOffsetNano 123456 ns, then AV1 CodedFrames',
    bytes: '0900000c00002800000000a70201e2400161763031320000000017',
  },
  V67: {
    name: 'Enhanced: multitrack, OneTrack, track 1, avc1 sequence start (as FFmpeg writes)',
    bytes: '0900001500000000000000960061766331010142c01effe1000267420100016800000020',
  },
  V68: {
    name: 'Enhanced: multitrack, ManyTracks, two avc1 tracks, CodedFramesX',
    bytes: '0900001a00002800000000961361766331000000060000000265880100000600000002658800000025',
  },
  V69: {
    name: 'Enhanced: multitrack, ManyTracksManyCodecs, SequenceEnd style bodies of size 0',
    bytes: '09000012000028000000009622617663310000000068766331010000000000001d',
  },
  V70: {
    name: 'Enhanced: video Metadata (HDR colorInfo)',
    bytes:
      '0900009100000000000000d468766331020009636f6c6f72496e666f03000b636f6c6f72436f6e666967030008626974' +
      '4465707468004024000000000000000e636f6c6f725072696d617269657300402200000000000000177472616e736665' +
      '7243686172616374657269737469637300403000000000000000126d6174726978436f656666696369656e7473004022' +
      '0000000000000000090000090000009c',
  },
  V71: {
    name: 'Enhanced audio: Opus sequence start (ID header)',
    bytes: '0800001800000000000000904f7075734f707573486561640102380180bb000000000000000023',
  },
  V72: {
    name: 'Enhanced audio: MultichannelConfig, stereo, native order',
    bytes: '0800000b00000000000000944f70757301020000000300000016',
  },
  V73: { name: 'Enhanced audio: Opus coded frame', bytes: '0800000800000000000000914f707573fcfffe00000013' },
  V74: {
    name: 'Enhanced audio: multitrack OneTrack, mp4a track 1 sequence start',
    bytes: '080000090000000000000095006d70346101121000000014',
  },
} as const;
