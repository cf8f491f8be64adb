/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format } from '../format.ts';

const size = (width: number, height: number) => `${width} × ${height}`;

const gives = (width: number, height: number, fps: number | undefined) =>
  fps === undefined
    ? `Камера передаёт ${size(width, height)}.`
    : `Камера передаёт ${size(width, height)}, ${format.number(fps)} fps.`;

export const sourceSettings = {
  size,

  camera: 'Разрешение и частота кадров',
  cameraSize: 'Разрешение',
  cameraRate: 'Частота кадров',
  automatic: 'Автоматически',
  rate: (fps: number) => `${format.number(fps)} fps`,
  /** What the camera sends, whatever was chosen. */
  gives,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `Такой настройки у камеры нет. ${gives(width, height, fps)}`,

  part: 'Область',
  region: 'Захватывать только часть экрана',
  regionNames: {
    x: 'X, левый край',
    y: 'Y, верхний край',
    width: 'Ш, ширина области',
    height: 'В, высота области',
  },
  selectRegion: 'Выбрать область…',
  regionTitle: 'Выбор области',
  regionHint: 'Обведите часть экрана, которую должны видеть зрители. Чтобы передвинуть рамку, перетащите её.',
  regionPicture: 'Захваченный экран',
  useRegion: 'Выбрать',

  gradient: 'Градиент',
  angle: 'Угол',
  stop: (number: number) => `Цвет ${number}`,
  stopAt: 'Позиция',
  stopAtName: (number: number) => `Позиция цвета ${number}`,
  addStop: 'Добавить цвет',
  removeStop: (number: number) => `Удалить цвет ${number}`,

  vertical: 'Вертикально',
  columnHeight: 'Высота столбца',
  scroll: 'Прокрутка',
  scrollDirection: 'Направление',
  scrollDirections: { left: 'Влево', right: 'Вправо', up: 'Вверх', down: 'Вниз' },
  speed: 'Скорость',
  pixelsASecond: 'px/с',
  window: 'Длина',
  windowName: 'Длина видимой части',
  gap: 'Промежуток',
  gapName: 'Промежуток перед повтором текста',
  scrollHint:
    'За кадр текст сдвигается на целое число пикселей, поэтому Upcast берёт ближайшую плавную скорость.',
};
