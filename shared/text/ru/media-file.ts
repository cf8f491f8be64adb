/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, forms, skipped, times } from './format.ts';

const bytes = (count: number): string =>
  `${skipped(count)} ${format.count(count, forms('байт', 'байта', 'байт'))}`;
const tags = (count: number, one: string, many: string): string =>
  `${skipped(count)} ${format.count(count, forms(`${one} тег`, `${many} тега`, `${many} тегов`))}.`;

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) =>
    `В файле есть неверные размеры тегов (${format.number(notice.count)}), Upcast их не учитывает.`,
  wrongFlags: () => 'Заголовок файла не соответствует его звуку или видео, поэтому Upcast его не учитывает.',
  repeatedHeaders: (notice) =>
    `${skipped(notice.count)} ${format.count(notice.count, forms('лишний заголовок', 'лишних заголовка', 'лишних заголовков'))} внутри файла.`,
  bytesBetween: (notice) =>
    `Файл повреждён в ${format.count(notice.places ?? 1, { one: 'месте', other: 'местах' })}. ${bytes(notice.count)}.`,
  bytesAtEnd: (notice) => `${bytes(notice.count)} после последнего тега.`,
  cutTagBytes: (notice) => `Последний тег неполный. ${bytes(notice.count)}.`,
  unknownTags: (notice) =>
    `${skipped(notice.count)} ${format.count(notice.count, forms('тег', 'тега', 'тегов'))} неизвестного типа.`,
  encryptedTags: (notice) => tags(notice.count, 'зашифрованный', 'зашифрованных'),
  brokenTags: (notice) => tags(notice.count, 'нечитаемый', 'нечитаемых'),
  gaps: (notice) =>
    `Метки времени в файле перескакивают вперёд больше чем на ${format.seconds(notice.longestGapMs ?? 0)} (${times(notice.count)}). ${notice.count === 1 ? 'Upcast пропускает этот разрыв' : 'Upcast пропускает эти разрывы'}.`,
  restarts: (notice) =>
    `Метки времени в файле начинаются заново (${times(notice.count)}). Воспроизведение продолжается без разрыва.`,
  audioEncoded: (notice) =>
    `RTMP не передаёт звук этого файла${notice.codec === undefined ? '' : ` (${notice.codec})`}, поэтому Upcast преобразует его в AAC.`,
  videoRotated: (notice) =>
    `Файл предписывает повернуть видео на ${format.number(notice.count)}°, а RTMP не передаёт поворот: зрители увидят видео на боку или вверх ногами. Перед трансляцией преобразуйте файл, применив поворот.`,
  videoFormat: (notice) =>
    `Видео H.264 использует ${notice.codec === undefined ? 'необычный формат пикселей' : `формат пикселей ${notice.codec}`}, который многие сервисы не воспроизводят. Сначала преобразуйте видео в yuv420p.`,
  endsEarly: () => 'Файл обрывается, как будто запись прервалась. Upcast передал всё до этого места.',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
