/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return 'FFmpeg не найден. Установите FFmpeg, и Upcast обнаружит его автоматически.';
    case 'videoStarting':
      return 'Видео запускается…';
    case 'videoFailed':
      return 'Нет видео. Выберите другой источник.';
    case 'sourceMissing':
      return 'Сначала добавьте источник в сцену.';
    case 'destinationMissing':
      return 'Добавьте площадку или проведите репетицию.';
    case 'destinationDisabled':
      return 'Включите площадку или проведите репетицию.';
    case 'keyMissing':
      return `Площадке «${item.name}» нужен ключ потока.`;
    case 'audioOff':
      return 'Трансляция будет без звука: источник звука не выбран.';
    case 'audioFailed':
      return 'Трансляция будет без звука: микрофон недоступен.';
    case 'muted':
      return 'Микрофон заглушён.';
    case 'allMuted':
      return 'Трансляция будет без звука: все источники звука заглушены.';
    case 'away':
      return 'Зрители будут видеть «Скоро вернусь», пока вы не выключите заставку.';
  }
}
