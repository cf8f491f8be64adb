import { describe, expect, it } from 'vitest';
import { aacName, parseAudioSpecificConfig } from '../../../../electron/rtmp/flv/aac.ts';
import { parseAv1Configuration, parseAv1Size } from '../../../../electron/rtmp/flv/av1.ts';
import {
  avcLevelName,
  avcProfileName,
  parseAvcConfiguration,
  parseAvcSequence,
} from '../../../../electron/rtmp/flv/avc.ts';
import {
  configurationSlot,
  PacketClassifier,
  presentationMs,
} from '../../../../electron/rtmp/flv/classify.ts';
import { parseHevcConfiguration } from '../../../../electron/rtmp/flv/hevc.ts';
import type { MediaPacket, ParsedPacket } from '../../../../electron/rtmp/flv/packet.ts';
import { parseAudioBody, parseVideoBody } from '../../../../electron/rtmp/flv/tag-body.ts';
import { av1Record, avcRecord, bodyOf } from './vectors.ts';
import type { TagName } from './vectors.ts';

function packet(kind: MediaPacket['kind'], name: TagName, timestampMs = 0): ParsedPacket {
  const result = new PacketClassifier().classify(kind, timestampMs, bodyOf(name));
  if (result === undefined) throw new Error(`${name} is not forwarded`);
  return result;
}

describe('H.264', () => {
  it('reads the configuration record and its SPS', () => {
    const record = parseAvcConfiguration(avcRecord);
    expect(record).toMatchObject({ profileIdc: 100, levelIdc: 10, nalLengthSize: 4 });
    expect(record.ppsList).toHaveLength(1);
    const sps = parseAvcSequence(record.spsList[0] ?? new Uint8Array());
    expect(sps).toMatchObject({ width: 64, height: 64, fps: 25, isInterlaced: false, reorderFrames: 2 });
  });

  it('names profiles and levels', () => {
    expect(avcProfileName(66, 0xc0)).toBe('Constrained Baseline');
    expect(avcProfileName(100, 0)).toBe('High');
    expect(avcLevelName(31)).toBe('3.1');
  });

  it.each([0, 5, 8, 20, 31])('refuses a record cut at %i bytes', (length) => {
    expect(() => parseAvcConfiguration(avcRecord.subarray(0, length))).toThrow(/flv\/bad-data/);
  });
});

describe('AAC', () => {
  it.each([
    ['aacHeader', { objectType: 2, sampleRate: 44100, channels: 2, hasSbr: false }, 'AAC-LC'],
    ['aacSbrHeader', { objectType: 2, sampleRate: 48000, coreSampleRate: 24000, hasSbr: true }, 'HE-AAC'],
    ['aacNoSbrHeader', { objectType: 2, sampleRate: 44100, hasSbr: false }, 'AAC-LC'],
  ] as const)('reads %s', (name, expected, label) => {
    const config = parseAudioSpecificConfig(bodyOf(name).subarray(2));
    expect(config).toMatchObject(expected);
    expect(aacName(config)).toBe(label);
  });
});

describe('AV1 and HEVC', () => {
  it('reads the AV1 record and the size in it', () => {
    const record = parseAv1Configuration(av1Record);
    expect(record).toMatchObject({ profile: 0, levelIndex: 1, bitDepth: 8, isMonochrome: false });
    expect(parseAv1Size(record.configObus)).toMatchObject({
      width: expect.any(Number),
      height: expect.any(Number),
    });
  });

  it('refuses an HEVC record of another version', () => {
    expect(() => parseHevcConfiguration(new Uint8Array(23))).toThrow(/flv\/bad-data/);
  });
});

describe('tag bodies', () => {
  it('signs and adds composition times', () => {
    expect(presentationMs(packet('video', 'avcKey', 40))).toBe(120);
    expect(presentationMs(packet('video', 'avcReferenced', 200))).toBe(160);
    expect(presentationMs(packet('video', 'hevcFrame', 66))).toBe(99);
    expect(presentationMs(packet('video', 'modEx', 40))).toBeCloseTo(40.123456);
  });

  it('takes multitrack apart', () => {
    expect(parseVideoBody(bodyOf('manyTracks')).tracks.map((track) => [track.trackId, track.codec])).toEqual([
      [0, 'avc1'],
      [1, 'avc1'],
    ]);
    expect(parseVideoBody(bodyOf('manyCodecs')).tracks.map((track) => track.codec)).toEqual(['avc1', 'hvc1']);
    expect(parseAudioBody(bodyOf('audioTrack'))).toMatchObject({
      isMultitrack: true,
      role: 'sequenceHeader',
    });
  });

  it('keeps each kind of configuration in a place of its own', () => {
    expect(configurationSlot(packet('video', 'avcHeader'))).toBe('video:sequenceHeader:0');
    expect(configurationSlot(packet('video', 'oneTrack'))).toBe('video:sequenceHeader:1');
    expect(configurationSlot(packet('video', 'colorInfo'))).toBe('video:metadata:0');
    expect(configurationSlot(packet('audio', 'channelConfig'))).toBe('audio:channelConfig:0');
    expect(configurationSlot(packet('video', 'avcKey'))).toBeUndefined();
  });

  it('drops nothing for reserved types', () => {
    expect(parseVideoBody(Uint8Array.of(0x8f)).role).toBe('unknown');
    expect(parseVideoBody(Uint8Array.of(0xd0, 1)).role).toBe('command');
    expect(parseAudioBody(Uint8Array.of(0x93)).role).toBe('unknown');
  });
});
