/** Media sources. */
import { format } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: 'Playing',
  waiting: 'Waiting to be shown',
  paused: 'Paused',
  stopped: 'Stopped',
  ended: 'Ended',
};

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} of ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: 'Playback',
  play: 'Play',
  pause: 'Pause',
  stop: 'Stop',
  restart: 'Restart',
  next: 'Next file',
  previous: 'Previous file',
  slider: 'Position',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) => `Playlist of ${format.count(count, { one: 'file', other: 'files' })}`,
  playFile: (name: string) => `Play ${name}`,
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  remove: (name: string) => `Remove ${name}`,
  choose: 'Choose another file…',
  chooseSeveral: 'Choose other files…',
  add: 'Add files…',
  loop: 'Loop',
  shuffle: 'Shuffle',
  whenHidden: 'When hidden',
  hiding: {
    restart: 'Stop, and restart when shown',
    pause: 'Pause, and resume when shown',
    playOn: 'Keep playing',
  },
  atEnd: 'When playback ends',
  ends: { nothing: 'Show nothing', lastPicture: 'Keep the last frame' },
  speed: 'Speed',
};
