/** What a codec configuration says about picture and sound, in the words of the rehearsal report. Pure. */
import { aacName, parseAudioSpecificConfig } from '../flv/aac.ts';
import { parseAv1Configuration, parseAv1Size } from '../flv/av1.ts';
import { avcLevelName, avcProfileName, parseAvcConfiguration, parseAvcSequence } from '../flv/avc.ts';
import { parseHevcConfiguration, parseHevcSize } from '../flv/hevc.ts';
import type { TagTrack } from '../flv/tag-body.ts';

/** What a video codec configuration says; sizes in pixels. */
export interface VideoFacts {
  readonly codec: string;
  readonly profile: string;
  readonly level: string;
  readonly width: number;
  readonly height: number;
}

export interface AudioFacts {
  readonly codec: string;
  readonly sampleRate: number;
  readonly channels: number;
}

const videoNames: ReadonlyMap<string, string> = new Map<string, string>([
  ['avc1', 'H.264'],
  ['hvc1', 'HEVC'],
  ['av01', 'AV1'],
  ['vp09', 'VP9'],
  ['vp08', 'VP8'],
]);
const audioNames: ReadonlyMap<string, string> = new Map<string, string>([
  ['mp4a', 'AAC'],
  ['Opus', 'Opus'],
  ['fLaC', 'FLAC'],
  ['ac-3', 'AC-3'],
  ['ec-3', 'E-AC-3'],
  ['.mp3', 'MP3'],
]);

/** @throws AppError `flv/bad-data` when a configuration of H.264, HEVC or AV1 is broken. */
export function readVideoFacts(track: TagTrack): VideoFacts {
  const codec = videoNames.get(track.codec) ?? track.codec;
  if (track.codec === 'hvc1') return { codec, ...readHevc(track.data) };
  if (track.codec === 'av01') return { codec, ...readAv1(track.data) };
  if (track.codec !== 'avc1') return { codec, profile: 'unknown', level: 'unknown', width: 0, height: 0 };
  const configuration = parseAvcConfiguration(track.data);
  const profile = avcProfileName(configuration.profileIdc, configuration.constraintFlags);
  const level = avcLevelName(configuration.levelIdc);
  const nal = configuration.spsList[0];
  if (!nal) return { codec, profile, level, width: 0, height: 0 };
  const { width, height } = parseAvcSequence(nal);
  return { codec, profile, level, width, height };
}

const HEVC_SPS = 33;
const hevcProfiles: Readonly<Record<number, string>> = { 1: 'Main', 2: 'Main 10' };
const av1Profiles: Readonly<Record<number, string>> = { 0: 'Main', 1: 'High', 2: 'Professional' };

function readHevc(record: Uint8Array): Omit<VideoFacts, 'codec'> {
  const { profileIdc, levelIdc, units } = parseHevcConfiguration(record);
  const nal = units.find(({ type }) => type === HEVC_SPS)?.nal;
  const size = nal === undefined ? { width: 0, height: 0 } : parseHevcSize(nal);
  const level = (levelIdc / 30).toFixed(1);
  return { profile: hevcProfiles[profileIdc] ?? `profile ${profileIdc}`, level, ...size };
}

function readAv1(record: Uint8Array): Omit<VideoFacts, 'codec'> {
  const { profile, levelIndex, configObus } = parseAv1Configuration(record);
  const size = parseAv1Size(configObus) ?? { width: 0, height: 0 };
  // AV1 specification A.3: four minor levels to a major one, from 2.0 on.
  const level = `${2 + (levelIndex >> 2)}.${levelIndex & 3}`;
  return { profile: av1Profiles[profile] ?? `profile ${profile}`, level, ...size };
}

/** @throws AppError `flv/bad-data` when an AAC configuration is broken. */
export function readAudioFacts(track: TagTrack): AudioFacts {
  const codec = audioNames.get(track.codec) ?? track.codec;
  if (track.codec === 'Opus') return { codec, sampleRate: 48_000, channels: track.data[9] ?? 2 };
  if (track.codec !== 'mp4a') return { codec, sampleRate: 0, channels: 0 };
  const configuration = parseAudioSpecificConfig(track.data);
  return {
    codec: aacName(configuration),
    sampleRate: configuration.sampleRate,
    channels: configuration.channels,
  };
}
