/** Media sources. */
import { format, zh } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: '正在播放',
  waiting: '等待显示',
  paused: '已暂停',
  stopped: '已停止',
  ended: '已结束',
};

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} / ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: '播放',
  play: '播放',
  pause: '暂停',
  stop: '停止',
  restart: '重新播放',
  next: '下一个文件',
  previous: '上一个文件',
  slider: '播放位置',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) => zh`${format.number(count)} 个文件的播放列表`,
  playFile: (name: string) => zh`播放 ${name}`,
  moveUp: (name: string) => zh`上移 ${name}`,
  moveDown: (name: string) => zh`下移 ${name}`,
  remove: (name: string) => zh`移除 ${name}`,
  choose: '选择其他文件…',
  chooseSeveral: '选择其他文件…',
  add: '添加文件…',
  loop: '循环',
  shuffle: '随机播放',
  whenHidden: '隐藏时',
  hiding: {
    restart: '停止，显示时重新播放',
    pause: '暂停，显示时继续',
    playOn: '继续播放',
  },
  atEnd: '播放结束时',
  ends: { nothing: '不显示内容', lastPicture: '保留最后一帧' },
  speed: '速度',
};
