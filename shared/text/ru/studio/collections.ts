/** Collections: scenes and sources under a name, of which one is open. */
import { files as fileCount, format, forms, sources as sourceCount } from '../format.ts';

export const collections = {
  title: 'Коллекции',
  /** Of the button that opens the menu. */
  open: (name: string) => `Коллекция: ${name}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: 'Без названия',
  add: 'Новая коллекция',
  all: 'Все коллекции…',
  import: 'Импорт…',
  exportOpen: 'Экспорт…',
  exported: (folder: string, files: number) =>
    files === 0
      ? `Экспортировано в папку «${folder}».`
      : `Экспортировано в папку «${folder}», ${format.count(files, fileCount)}.`,
  notExported: (names: readonly string[]) =>
    `Этих файлов найти не удалось, поэтому в экспорте их нет: ${format.list(names)}.`,
  exporting: (name: string) => `Экспорт: «${name}»`,
  copying: 'Копирование файлов',
  copied: (done: number, total: number) => `${format.bytes(done)} из ${format.bytes(total)}`,
  name: 'Название коллекции',
  list: 'Коллекции',
  isOpen: 'Открыта',
  switchTo: (name: string) => `Перейти в коллекцию ${name}`,
  rename: (name: string) => `Переименовать: ${name}`,
  duplicate: (name: string) => `Дублировать: ${name}`,
  remove: (name: string) => `Удалить: ${name}`,
  cannotRemoveOpen: 'Чтобы удалить эту коллекцию, перейдите в другую',
  removed: (name: string) => `Коллекция «${name}» удалена.`,
  hint: 'В коллекции хранятся сцены, источники и микшер. Настройки видео и площадки у всех коллекций общие.',
  question: (name: string) => `Перейти в коллекцию «${name}» прямо в эфире?`,
  newQuestion: 'Открыть новую коллекцию прямо в эфире?',
  consequences:
    'Зрители сразу увидят сцену той коллекции. Трансляция продолжится с теми же настройками видео. Источники, которые есть только в текущей коллекции, выключатся.',
  newConsequences:
    'Зрители будут видеть пустую сцену, пока вы не добавите источник. Трансляция продолжится с теми же настройками видео.',
  confirm: 'Перейти',
  confirmNew: 'Открыть',
};

export const collectionImport = {
  title: 'Импорт коллекции',
  titleOf: (name: string) => `Импорт: «${name}»`,
  hint: 'Выберите collection.json экспортированной коллекции или коллекцию сцен из OBS.',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `Из OBS: ${fileName}` : `Экспорт из Upcast: ${fileName}`,
  found: 'Из OBS на этом компьютере',
  chooseFile: 'Выбрать файл…',
  anotherFile: 'Выбрать другой файл…',
  import: 'Импортировать',
  contents: (scenes: number, sources: number, files: number) =>
    `${format.list([
      format.count(scenes, forms('сцена', 'сцены', 'сцен')),
      format.count(sources, sourceCount),
      format.count(files, fileCount),
    ])}.`,
  missing: (count: number) =>
    `${format.plural(count, { one: 'не найден', other: 'не найдено' })} ${format.count(count, fileCount)}`,
  locate: 'Найти…',
  devices: 'Выбор устройств',
  devicesHint: 'OBS обозначает устройства иначе, поэтому выберите их заново, сейчас или позже.',
  inObs: (device: string) => `В OBS: ${device}`,
  later: 'Выбрать позже',
  chooseScreen: 'Выбрать экран или окно…',
  changed: 'Импортируется с изменениями',
  left: 'Не импортируется',
  counted: (title: string, count: number) => `${title} (${format.number(count)})`,
  more: (count: number) => `И ещё ${format.number(count)}.`,
  consequences:
    'Импорт создаёт новую коллекцию. Исходная и другие ваши коллекции, а также настройки видео не меняются.',
};
