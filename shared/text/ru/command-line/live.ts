/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { endSentence } from '../../end-sentence.ts';
import { format, forms, frames, gaps, reconnects } from '../format.ts';

export const live = {
  captureTimeout: 'Источник вовремя не передал видео.',
  captureGone: 'Процесс захвата неожиданно остановился.',
  captureNotLoaded: (reason: string) => endSentence(`Не удалось загрузить страницу захвата: ${reason}`),

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    `Завершено через ${format.seconds(endedMs - startedMs, 1)}: закодировано — ${format.count(encodedFrames, frames)}, пропущено — ${format.number(skippedFrames)}`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    `${destination.name}: в эфире ${format.seconds(destination.liveMs, 1)}, отправлено — ${format.count(destination.sentFrames, frames)}, ` +
    `потеряно — ${format.number(destination.droppedFrames)}, ${format.count(destination.reconnects, reconnects)}`,

  reportTitle: 'Отчёт о репетиции',
  received: (durationMs: number, protocol: string) => [
    'Получено',
    `${format.seconds(durationMs, 1)} по ${protocol}`,
  ],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      'Видео',
      `${video.codec} ${video.profile} ${video.level}, ${video.width}x${video.height}, ${format.number(video.fps, 2)} fps`,
    ],
    [
      '',
      `${format.count(video.frames, frames)}, ${format.count(video.gaps, gaps)}${video.hasBFrames ? ', B-кадры' : ''}`,
    ],
    ['', `в среднем ${format.number(video.averageKbps)} kbps, пик ${format.number(video.peakKbps)} kbps`],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    'Ключевые кадры',
    `каждые ${format.number(median, 3)} с (от ${format.number(minimum, 3)} до ${format.number(maximum, 3)})`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    'Звук',
    `${audio.codec} ${audio.sampleRate} Hz, ${format.count(audio.channels, forms('канал', 'канала', 'каналов'))}, ` +
      `${format.number(audio.averageKbps)} kbps, ${format.count(audio.gaps, gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    'Синхронность',
    `звук начинается на ${format.number(Math.abs(offsetMs))} мс ${offsetMs < 0 ? 'раньше' : 'позже'} видео, длина различается на ${format.number(differenceMs)} мс`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    'Задержка',
    `${format.number(median)} мс от захвата до приёмника (95% в пределах ${format.number(p95)} мс)`,
  ],
  recording: (path: string) => ['Запись', path],

  note: (sentence: string) => `примечание: ${sentence}`,
  liveOver: (protocol: string, cipher: string) => `В эфире по ${protocol}, ${cipher}`,
  live: 'В эфире',
  publishEnded: 'Завершено',
  codecUnconfirmed: (codec: string) =>
    `Сервер не подтвердил поддержку ${codec}. Проверьте, появилось ли видео на канале. Если нет, используйте H.264: он работает везде.`,
  sent: ({
    packets,
    bytes,
    mediaMs,
    tookMs,
  }: {
    packets: number;
    bytes: number;
    mediaMs: number;
    tookMs: number;
  }) =>
    `Отправлено: ${format.count(packets, forms('пакет', 'пакета', 'пакетов'))}, ${format.number(bytes / 1e6, 1)} MB, ` +
    `${format.seconds(mediaMs, 1)} материала за ${format.seconds(tookMs, 1)} (${format.number(bytes / 1000 / tookMs, 1)} MB/s)`,
};
