/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'Показать токен',
  title: 'Токен удалённого управления',
  description:
    'С этим токеном приложения на этом компьютере могут управлять Upcast. Не показывайте его в эфире.',
  copy: 'Копировать токен',
  copied: 'Токен скопирован.',
  close: 'Закрыть',
};
