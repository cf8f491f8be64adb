/** Reads sources that play files, one or a list of them. An address is a secret, and no file. Pure. */
import { flagAt, memberOf, numberAt, objectsAt, textAt } from '../json/fields.ts';
import { addressless, hostOf } from '../json/hosts.ts';
import type { JsonObject } from '../json/parse-json.ts';
import type { ObsInput, ObsMedia } from '../collection.ts';

const SPEED = { least: 1, most: 200, otherwise: 100 };

export function readMedia(settings: JsonObject): ObsInput {
  if (!flagAt(settings, 'is_local_file'))
    return { type: 'later', family: 'media', details: { host: hostOf(textAt(settings, 'input')) } };
  return {
    type: 'media',
    media: {
      paths: [addressless(textAt(settings, 'local_file'))],
      isLooping: flagAt(settings, 'looping'),
      isShuffled: false,
      whenHidden: flagAt(settings, 'restart_on_activate') ? 'restart' : 'playOn',
      isClearedAtEnd: flagAt(settings, 'clear_on_media_end'),
      speedPercent: numberAt(settings, 'speed_percent', SPEED),
      otherParts: [
        ...(flagAt(settings, 'color_range') ? ['colorRange'] : []),
        ...(flagAt(settings, 'linear_alpha') ? ['linearAlpha'] : []),
        ...(textAt(settings, 'ffmpeg_options').trim() === '' ? [] : ['options']),
      ],
    },
  };
}

const behaviours: ReadonlyMap<unknown, ObsMedia['whenHidden']> = new Map([
  ['pause_unpause', 'pause'],
  ['always_play', 'playOn'],
]);

export function readPlaylist(settings: JsonObject): ObsInput {
  return {
    type: 'media',
    media: {
      paths: objectsAt(settings, 'playlist').map(({ value }) => addressless(textAt(value, 'value'))),
      isLooping: flagAt(settings, 'loop'),
      isShuffled: flagAt(settings, 'shuffle'),
      whenHidden: behaviours.get(memberOf(settings, 'playback_behavior')) ?? 'restart',
      isClearedAtEnd: true,
      speedPercent: 100,
      otherParts: flagAt(settings, 'subtitle_enable') ? ['subtitles'] : [],
    },
  };
}
