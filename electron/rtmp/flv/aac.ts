/** AAC: AudioSpecificConfig (ISO 14496-3 1.6.2.1), for display and checks; the bytes are always passed on as they are. */
import { badData, BitReader } from './bit-reader.ts';

export interface AudioSpecificConfig {
  /** 2 is LC; 5 (SBR) and 29 (PS) give way to the core's type here. */
  readonly objectType: number;
  /** What a decoder puts out: the extension's rate where SBR is signalled. */
  readonly sampleRate: number;
  readonly coreSampleRate: number;
  /** 0 when the layout is inside the stream. */
  readonly channels: number;
  readonly hasSbr: boolean;
  readonly hasPs: boolean;
  /** Samples a frame of the core: 1024 or 960. */
  readonly frameSamples: number;
}

const RATES = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350];

/** @throws AppError `flv/bad-data` */
export function parseAudioSpecificConfig(bytes: Uint8Array): AudioSpecificConfig {
  const bits = new BitReader(bytes);
  let objectType = readObjectType(bits);
  const coreSampleRate = readRate(bits);
  const channelConfiguration = bits.read(4);
  let sampleRate = coreSampleRate;
  const hasPs = objectType === 29;
  let hasSbr = objectType === 5 || hasPs;
  if (hasSbr) {
    sampleRate = readRate(bits);
    objectType = readObjectType(bits);
  }
  const isShort = bits.flag();
  if (bits.flag()) bits.skip(14);
  bits.skip(1);
  if (
    !hasSbr &&
    bits.bitsLeft >= 17 &&
    bits.read(11) === 0x2b7 &&
    readObjectType(bits) === 5 &&
    bits.flag()
  ) {
    hasSbr = true;
    sampleRate = readRate(bits);
  }
  const channels = channelConfiguration === 7 ? 8 : channelConfiguration;
  return {
    objectType,
    sampleRate,
    coreSampleRate,
    channels,
    hasSbr,
    hasPs,
    frameSamples: isShort ? 960 : 1024,
  };
}

function readObjectType(bits: BitReader): number {
  const value = bits.read(5);
  return value === 31 ? bits.read(6) + 32 : value;
}

function readRate(bits: BitReader): number {
  const index = bits.read(4);
  const rate = index === 15 ? bits.read(24) : RATES[index];
  if (rate === undefined || rate === 0) throw badData('unknown AAC sampling rate');
  return rate;
}

/** e.g. `AAC-LC`. */
export function aacName(config: AudioSpecificConfig): string {
  if (config.hasPs) return 'HE-AAC v2';
  if (config.hasSbr) return 'HE-AAC';
  return config.objectType === 2 ? 'AAC-LC' : `AAC type ${config.objectType}`;
}
