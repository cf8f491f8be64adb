/** Why a file can't be imported. */
import { format } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE =
  'Upcast импортирует площадки, экспортированные из Upcast, service.json из OBS и файлы obs-multi-rtmp и Aitum Multistream. Подходят и текстовые файлы с одним адресом в строке.';

export const presetFile = {
  notAFile: 'Upcast не может это прочитать. Выберите файл, а не папку.',
  unreadable: 'Не удалось прочитать файл.',
  tooLarge: (maximumBytes: number) => `Файл слишком большой. Максимум: ${format.bytes(maximumBytes)}.`,
  notText: `Это не текстовый файл. ${IMPORTABLE}`,
  damagedJson: 'Файл повреждён: он начинается как JSON, но неполон.',
  foreign: `Этот файл импортировать нельзя. ${IMPORTABLE}`,
  outputsUnreadable: 'Не удалось прочитать площадки в этом файле.',
  noAddress: 'В файле нет адресов серверов.',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `Не удалось прочитать ни одного адреса в файле. ${problem}`,
  newerVersion: (version: number, known: number) =>
    `Файл сохранён более новой версией Upcast (формат ${format.number(version)}; эта версия читает форматы до ${format.number(known)}). Чтобы импортировать его, обновите Upcast.`,
  damaged: (place: string) => (place === '' ? 'Файл повреждён.' : `Файл повреждён в месте «${place}».`),
  changedKeys: 'После сохранения файл повредили или изменили, поэтому ключи из него использовать нельзя.',
  tooSlow: 'Чтение файла заняло слишком много времени. Возможно, файл слишком большой.',
  tooMuchMemory: 'Для чтения файла понадобилось слишком много памяти. Возможно, файл слишком большой.',
  readerFailed: 'Не удалось прочитать файл. Повторите попытку.',
};
