/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: 'Установите её через менеджер пакетов или скачайте .deb со страницы выпусков Upcast.',
  rpm: 'Установите её через менеджер пакетов или скачайте .rpm со страницы выпусков Upcast.',
  flatpak: 'Установите её через центр приложений или выполните: flatpak update',
  snap: 'Установите её через центр приложений или выполните: snap refresh',
  folder: 'Скачайте её со страницы выпусков Upcast.',
};

export const updates = {
  menu: 'Проверить обновления…',
  title: 'Обновления',
  version: (version: string) => `Upcast ${version}`,

  off: 'Эта сборка не проверяет обновления.',
  idle: 'Upcast ещё не проверял обновления.',
  newest: 'У вас последняя версия.',
  checking: 'Проверка обновлений…',
  available: (version: string) => `Доступна версия Upcast ${version}.`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) =>
    `Доступна версия Upcast ${version}. Upcast скачает её, когда не будет эфира и записи.`,
  downloading: (version: string, percent: number) => `Скачивание Upcast ${version}: ${percent}%`,
  ready: (version: string) => `Версия Upcast ${version} готова к установке.`,
  readyWhileBusy: 'Перезапустить можно, когда нет эфира и записи.',
  installing: 'Перезапуск…',

  check: 'Проверить',
  restart: 'Перезапустить и обновить',
  whatsNew: 'Что нового',
  noNotes: 'Описания этой версии нет.',
  automatic: 'Проверять обновления автоматически',
  automaticHint: 'Upcast узнаёт о последней версии у сервера обновлений и ничего не отправляет о вас.',
  channel: 'Канал обновлений',
  channels: { stable: 'Стабильный', beta: 'Бета' },

  installed: (version: string) => `Upcast обновлён до версии ${version}.`,
  goBack: (version: string) =>
    `Чтобы вернуться, установите Upcast ${version} снова. Прежние настройки лежат в папке before-update внутри папки настроек Upcast.`,
};
