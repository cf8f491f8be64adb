/** What a codec configuration says about picture and sound, in the words of the rehearsal report. Pure. */
import { aacName, parseAudioSpecificConfig } from '../protocol/flv/aac.ts';
import {
  avcLevelName,
  avcProfileName,
  parseAvcConfiguration,
  parseAvcSequence,
} from '../protocol/flv/avc.ts';
import type { TagTrack } from '../protocol/flv/tag-body.ts';
import type { AudioFacts, VideoFacts } from './rehearsal-collector.ts';

const videoNames: Readonly<Record<string, string>> = {
  avc1: 'H.264',
  hvc1: 'HEVC',
  av01: 'AV1',
  vp09: 'VP9',
  vp08: 'VP8',
};
const audioNames: Readonly<Record<string, string>> = {
  mp4a: 'AAC',
  Opus: 'Opus',
  fLaC: 'FLAC',
  'ac-3': 'AC-3',
  'ec-3': 'E-AC-3',
  '.mp3': 'MP3',
};

/** @throws AppError `flv/bad-data` when an H.264 configuration is broken. */
export function readVideoFacts(track: TagTrack): VideoFacts {
  const codec = videoNames[track.codec] ?? track.codec;
  if (track.codec !== 'avc1') return { codec, profile: 'unknown', level: 'unknown', width: 0, height: 0 };
  const configuration = parseAvcConfiguration(track.data);
  const profile = avcProfileName(configuration.profileIdc, configuration.constraintFlags);
  const level = avcLevelName(configuration.levelIdc);
  const nal = configuration.spsList[0];
  if (!nal) return { codec, profile, level, width: 0, height: 0 };
  const { width, height } = parseAvcSequence(nal);
  return { codec, profile, level, width, height };
}

/** @throws AppError `flv/bad-data` when an AAC configuration is broken. */
export function readAudioFacts(track: TagTrack): AudioFacts {
  const codec = audioNames[track.codec] ?? track.codec;
  if (track.codec === 'Opus') return { codec, sampleRate: 48_000, channels: track.data[9] ?? 2 };
  if (track.codec !== 'mp4a') return { codec, sampleRate: 0, channels: 0 };
  const configuration = parseAudioSpecificConfig(track.data);
  return {
    codec: aacName(configuration),
    sampleRate: configuration.sampleRate,
    channels: configuration.channels,
  };
}
