/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`Адрес или ключ не подходит: ${reason}`),
  tunnel: 'nginx не поддерживает RTMP через HTTP.',
  flows: 'nginx не поддерживает RTMFP.',
  signIn: 'Площадке нужны имя пользователя и пароль, а nginx не умеет их передавать.',
  noApplication: 'Для nginx нужно приложение в адресе, а в этом адресе его нет.',
  noKey: 'У площадки нет ключа потока.',
  longKey: 'Ключ потока слишком длинный для nginx.',
  badHost: 'nginx не может найти это имя хоста.',
  numericHost: 'nginx проверяет сертификаты по имени хоста, а этот адрес — IP-адрес.',
  pin: 'nginx не умеет проверять закреплённый сертификат.',
};

export const relayGuide = {
  install: 'Установка',
  installText: 'Установите nginx с модулями RTMP и stream. В Debian и Ubuntu:',
  copy: 'Копирование',
  copyText: (folder: string) =>
    `Скопируйте всю папку в ${folder} на сервере и разрешите её чтение только пользователю root. В папке keys/ лежат ваши ключи потоков.`,
  check: 'Проверка файлов',
  start: 'Запуск',
  stop: 'Остановка и перезагрузка',
  stopText:
    'nginx находит адреса хостов только при загрузке конфигурации. Если сервис переедет на другой адрес, перезагрузите nginx.',
  send: 'Трансляция на ретранслятор',
  sendText: (url: string) =>
    `Upcast ведёт трансляцию на ${url} с собственным ключом ретранслятора. nginx пересылает её, пока Upcast её отправляет.`,
  readmeTitle: 'Ретранслятор: одна трансляция на входе, по одной на каждую площадку на выходе.',
  readmeWarning: 'В keys/ лежат незашифрованные ключи потоков. Никому не передавайте эту папку.',
};
