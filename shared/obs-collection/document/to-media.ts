/** Sources of OBS that play files, as media sources, and what is lost on the way. Pure. */
import { isNetworkPath } from '../../studio/files/network-path.ts';
import { MAX_SOURCE_FILES } from '../../studio/drawn-inputs.ts';
import { MAX_MEDIA_SPEED, MIN_MEDIA_SPEED } from '../../studio/files/media-input.ts';
import type { ObsMedia } from '../collection.ts';
import type { ReportReason } from '../report.ts';
import type { FoundInput } from './found-input.ts';

/** Why a file can't be opened; undefined where nothing speaks against it. */
export function pathFault(path: string): Extract<ReportReason, 'networkFile' | 'noFile'> | undefined {
  if (isNetworkPath(path)) return 'networkFile';
  return /^(?:\/|[A-Za-z]:[\\/])[^\0]+$/.test(path) ? undefined : 'noFile';
}

export function toMedia(media: ObsMedia): FoundInput {
  const paths = media.paths.filter((path) => pathFault(path) === undefined).slice(0, MAX_SOURCE_FILES);
  if (paths.length === 0) {
    const faults = media.paths.map(pathFault);
    const reason = faults.includes('networkFile') ? 'networkFile' : 'noFile';
    return { input: undefined, loss: { reason, details: {} } };
  }
  const asked = media.speedPercent / 100;
  const speed = Math.min(Math.max(asked, MIN_MEDIA_SPEED), MAX_MEDIA_SPEED);
  const parts = [
    ...(paths.length < media.paths.length ? ['files'] : []),
    ...(speed === asked ? [] : ['speed']),
    ...media.otherParts,
  ];
  return {
    input: {
      type: 'media',
      paths,
      order: media.isShuffled ? 'random' : 'inTurn',
      isLooping: media.isLooping,
      whenHidden: media.whenHidden,
      atEnd: media.isClearedAtEnd ? 'nothing' : 'lastPicture',
      speed,
    },
    loss: parts.length === 0 ? undefined : { reason: 'mediaParts', details: { parts: parts.join(' ') } },
  };
}
