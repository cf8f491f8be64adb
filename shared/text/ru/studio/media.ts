/** Media sources. */
import { format } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: 'Воспроизведение',
  waiting: 'Ждёт показа',
  paused: 'Пауза',
  stopped: 'Остановлено',
  ended: 'Закончилось',
};

/** In the genitive, after `Плейлист из`. */
const fileCount = { one: 'файла', other: 'файлов' };

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} из ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: 'Воспроизведение',
  play: 'Пуск',
  pause: 'Пауза',
  stop: 'Стоп',
  restart: 'Сначала',
  next: 'Следующий файл',
  previous: 'Предыдущий файл',
  slider: 'Позиция',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) => `Плейлист из ${format.count(count, fileCount)}`,
  playFile: (name: string) => `Воспроизвести: ${name}`,
  moveUp: (name: string) => `Выше: ${name}`,
  moveDown: (name: string) => `Ниже: ${name}`,
  remove: (name: string) => `Удалить: ${name}`,
  choose: 'Выбрать другой файл…',
  chooseSeveral: 'Выбрать другие файлы…',
  add: 'Добавить файлы…',
  loop: 'Повтор',
  shuffle: 'Вперемешку',
  whenHidden: 'Когда скрыто',
  hiding: {
    restart: 'Стоп, при показе сначала',
    pause: 'Пауза, при показе дальше',
    playOn: 'Воспроизводить дальше',
  },
  atEnd: 'По окончании',
  ends: { nothing: 'Ничего не показывать', lastPicture: 'Оставить последний кадр' },
  speed: 'Скорость',
};
