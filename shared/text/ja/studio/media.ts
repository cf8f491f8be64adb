/** Media sources. */
import { format } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: '再生中',
  waiting: '表示待ち',
  paused: '一時停止中',
  stopped: '停止中',
  ended: '終了',
};

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} / ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: '再生',
  play: '再生',
  pause: '一時停止',
  stop: '停止',
  restart: '最初から再生',
  next: '次のファイル',
  previous: '前のファイル',
  slider: '再生位置',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) => `${format.number(count)}個のファイルのプレイリスト`,
  playFile: (name: string) => `${name}を再生`,
  moveUp: (name: string) => `${name}を上へ移動`,
  moveDown: (name: string) => `${name}を下へ移動`,
  remove: (name: string) => `${name}を削除`,
  choose: '別のファイルを選択…',
  chooseSeveral: '別のファイルを選択…',
  add: 'ファイルを追加…',
  loop: 'ループ',
  shuffle: 'シャッフル',
  whenHidden: '非表示のとき',
  hiding: {
    restart: '停止し、表示時に最初から再生',
    pause: '一時停止し、表示時に再開',
    playOn: '再生を続ける',
  },
  atEnd: '再生終了時',
  ends: { nothing: '何も表示しない', lastPicture: '最後のフレームを残す' },
  speed: '速度',
};
