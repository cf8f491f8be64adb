/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return 'FFmpeg not found. Install FFmpeg, and Upcast will detect it automatically.';
    case 'videoStarting':
      return 'Video is starting…';
    case 'videoFailed':
      return 'No video. Choose another source.';
    case 'sourceMissing':
      return 'Add a source to the scene first.';
    case 'destinationMissing':
      return 'Add a destination, or rehearse first.';
    case 'destinationDisabled':
      return 'Turn on a destination, or rehearse first.';
    case 'keyMissing':
      return `${item.name} needs a stream key.`;
    case 'audioOff':
      return 'Your stream will be silent: no audio source is selected.';
    case 'audioFailed':
      return 'Your stream will be silent: the microphone isn’t available.';
    case 'muted':
      return 'Your microphone is muted.';
    case 'allMuted':
      return 'Your stream will be silent: all audio sources are muted.';
    case 'away':
      return 'Viewers will see “Be right back” until you turn it off.';
  }
}
