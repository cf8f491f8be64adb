/** What the app's own dialogs and menus say, outside the window. */
export const main = {
  appName: 'Upcast',
  fileMenu: 'Файл',
  viewMenu: 'Вид',
  menu: { settings: 'Настройки…', pastStreams: 'Прошлые эфиры', guide: 'Руководство по Upcast' },
  cancel: 'Отмена',
  close: 'Закрыть',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: 'В эфире',
    /** On the icon in macOS' dock. */
    liveBadge: 'ЭФИР',
    reconnecting: (name: string) => `Переподключение: ${name}`,
    failed: (name: string) => `Трансляция остановлена: ${name}`,
    ended: 'Трансляция завершена',
    interrupted: 'Трансляция прервана',
    recordingStopped: 'Запись остановилась',
  },

  startFailed: 'Upcast не может запуститься.',
  startFailedAction:
    'Проверьте, есть ли место на диске и доступ на запись в папку настроек Upcast, затем откройте Upcast снова.',

  faultTitle: 'Upcast придётся закрыть.',
  faultDetail:
    'В Upcast произошла ошибка. Если шла трансляция, она завершена. Если шла запись, она сохранена. Чтобы продолжить, откройте Upcast снова.',

  liveTitle: 'Вы в эфире.',
  liveDetail: 'Если закрыть Upcast, трансляция завершится.',
  endAndClose: 'Завершить эфир и закрыть',
  keepStreaming: 'Остаться в эфире',

  windowFailsTitle: 'Окно Upcast постоянно даёт сбой.',
  windowFailsDetail:
    'За минуту Upcast трижды перезагрузил окно. Перезагрузите его ещё раз или закройте Upcast.',
  windowFailsLiveDetail:
    'За минуту Upcast трижды перезагрузил окно. Пока окно не перезагружено, в трансляции не будет нового видео.',
  reloadWindow: 'Перезагрузить окно',
  closeApp: 'Закрыть Upcast',

  trustTitle: (host: string, destination: string) => `Разрешить хост ${host} для площадки «${destination}»?`,
  trustDetail: (url: string, host: string) =>
    `Сервер ${url} хочет перенаправить эту трансляцию на ${host}. Туда же уйдёт ваш ключ потока. Разрешайте это, только если доверяете хосту ${host}.`,
  trustAllow: 'Разрешить',
  trustRefuse: 'Не разрешать',

  directTitle: 'Подключаться без прокси?',
  directDetail: 'Это действует для всех площадок без своей настройки прокси.',
  directConfirm: 'Подключаться напрямую',
  proxyTitle: (host: string, port: number) => `Подключаться через прокси ${host}, порт ${port}?`,
  proxyDetail:
    'Это действует для всех площадок без своей настройки прокси. При подключениях rtmp:// прокси может прочитать ключ потока; rtmps:// его защищает.',
  proxyConfirm: 'Использовать прокси',
  systemProxyTitle: 'Подключаться через системный прокси?',
  systemProxyConfirm: 'Использовать системный прокси',

  importTitle: 'Импорт площадок',
  importButton: 'Импортировать',
  importFilter: 'Площадки и списки адресов',
  allFiles: 'Все файлы',
  exportTitle: 'Экспорт площадок',
  exportFilter: 'Площадки Upcast',
  imageTitle: 'Выберите изображение',
  imageFilter: 'Изображения',
  mediaTitle: 'Выберите медиафайлы',
  mediaFilter: 'Видео и звук',
  stingerTitle: 'Выберите видео для стингера',
  slidesTitle: 'Выберите изображения для слайд-шоу',
  maskTitle: 'Выберите изображение для маски',
  lutTitle: 'Выберите LUT',
  lutFilter: 'Файлы LUT (.cube)',
  textTitle: 'Выберите текстовый файл',
  textFilter: 'Текстовые файлы',
  collectionTitle: 'Импорт коллекции',
  collectionFilter: 'Коллекции Upcast и OBS',
  copyFolderTitle: 'Выберите место для файлов коллекции',
  searchFolderTitle: 'Выберите папку, где искать недостающие файлы',
  exportCollectionTitle: 'Экспорт коллекции',
  exportCollectionButton: 'Экспортировать',
  relayFolderTitle: 'Выберите папку для файлов ретранслятора',
};
