/** What goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from '../../error-text-types.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

/** ` live.example.com` after a noun in any case, or nothing. */
function host(details: ErrorDetails): string {
  return typeof details['host'] === 'string' && details['host'] !== '' ? ` ${details['host']}` : '';
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE =
  'Если вы подключены к общественной сети Wi-Fi, сначала откройте в браузере любую страницу и войдите в сеть.';
const NO_PROXY = 'подключитесь без прокси';
const CHOOSE_SERVER = 'Выберите другой сервер.';
const USE_RTMP = 'Используйте адрес сервера, который начинается с rtmp:// или rtmps://.';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => `Поиск сервера${host(details)} занял слишком много времени.`],
  ['tcp', (details) => `Подключение к серверу${host(details)} заняло слишком много времени.`],
  ['tls', (details) => lateAt(details, ' при установке защищённого соединения')],
  ['handshake', (details) => lateAt(details, ' при рукопожатии RTMP')],
  ['connect', (details) => lateAt(details, ' при открытии приложения RTMP')],
  ['publish', (details) => lateAt(details, ' после отправки ключа потока')],
]);

function lateAt(details: ErrorDetails, when: string): string {
  return `Сервер${host(details)} не ответил вовремя${when}.`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? lateAt(details, ''),
    action: 'Проверьте адрес и сеть или используйте резервный сервер.',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `Сервер${host(details)} не поддерживает ${needed} или новее.`,
      action:
        needed === 'TLS 1.3'
          ? 'Попросите администратора сервера включить TLS 1.3 или выберите для этой площадки минимальную версию TLS 1.2.'
          : `Попросите администратора сервера включить ${needed}. Более старые версии небезопасны.`,
    };
  if (details['isPlain'] === true)
    return {
      title: `Сервер${host(details)} ответил без шифрования.`,
      action: `Проверьте, что порт поддерживает RTMPS. ${SIGN_IN_PAGE}`,
    };
  return {
    title: 'Не удалось установить защищённое соединение.',
    action: 'Проверьте, что порт поддерживает RTMPS, а затем — минимальную версию TLS в настройках площадки.',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? ` ${details['server']}` : '';
  const isPrivate = details['isPrivate'] === true;
  const target = host(details) === '' ? 'другой сервер' : `хост${host(details)}`;
  return {
    title: `Сервер${server} хочет перенаправить трансляцию на ${target}${isPrivate ? ' в частной сети' : ''}.`,
    action: isPrivate
      ? 'Upcast не стал переходить: на этот хост ушёл бы ваш ключ потока. Узнайте у администратора сервера, верный ли это хост. Если верный, введите его адрес в настройках площадки.'
      : 'Upcast не стал переходить: на этот хост ушёл бы ваш ключ потока. Если вы доверяете хосту, нажмите «Разрешить хост». Если не уверены, спросите администратора сервера.',
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  [
    'signIn',
    'Откройте любую страницу в браузере на этом компьютере, выполните там вход и повторите попытку.',
  ],
  ['rules', `Попросите администратора прокси разрешить этот сервер и порт или ${NO_PROXY}.`],
  ['server', 'Прокси не может связаться с сервером. Проверьте адрес и порт сервера.'],
  ['otherProtocol', 'Проверьте адрес, порт и тип прокси: SOCKS5 и HTTP не взаимозаменяемы.'],
  ['silent', `Проверьте порт и тип прокси (SOCKS5 или HTTP) или ${NO_PROXY}.`],
  ['datagrams', `Используйте для этой площадки RTMPS или ${NO_PROXY}.`],
]);

function proxyRefused(details: ErrorDetails): ErrorText {
  const what: ReadonlyMap<unknown, string> = new Map([
    ['silent', 'принимает соединения, но не отвечает'],
    ['signIn', 'ответил веб-страницей — вероятно, страницей входа'],
    ['datagrams', 'не передаёт RTMFP, который работает по UDP'],
  ]);
  return {
    title: `Прокси${host(details)} ${what.get(details['reason']) ?? 'не подключился к серверу'}.`,
    action: proxyActions.get(details['reason']) ?? `Проверьте адрес и тип прокси или ${NO_PROXY}.`,
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `Прокси${host(details)} требует способ входа, который Upcast не поддерживает${otherMethods === '' ? '' : ` (${otherMethods})`}.`,
      action: `Upcast входит по имени пользователя и паролю. Попросите администратора прокси разрешить это (аутентификация Basic) или ${NO_PROXY}.`,
    };
  return {
    title:
      hasLogin === true
        ? `Прокси${host(details)} отклонил имя пользователя или пароль.`
        : `Прокси${host(details)} требует имя пользователя и пароль.`,
    action: 'Введите имя пользователя и пароль прокси в этой площадке или в разделе «Прокси» настроек.',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: `Сервер${host(details)} ответил как веб-сайт, а не как сервер трансляций.`,
    action: `${action} ${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `Не удаётся найти сервер${host(details)}.`,
    action: 'Проверьте, нет ли опечаток в адресе сервера, и проверьте подключение к интернету.',
  }),
  'transport/refused': (details) => ({
    title: `Сервер${host(details)} отклонил подключение.`,
    action: 'Проверьте порт в адресе и убедитесь, что сервер работает.',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: `Нет связи с сервером${host(details)} в локальной сети.`,
          action:
            'Включите Upcast в разделе «Системные настройки» > «Конфиденциальность и безопасность» > «Локальная сеть». Если он включён, проверьте, что сервер работает.',
        }
      : {
          title: `Из этой сети нет связи с сервером${host(details)}.`,
          action: 'Проверьте сеть, VPN или брандмауэр.',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'Сервер разорвал соединение.',
    action: 'Если это повторяется, проверьте ключ потока и скорость отдачи.',
  }),
  'transport/closed': () => ({
    title: 'Сервер закрыл соединение.',
    action:
      'Если это повторяется, проверьте ключ потока и убедитесь, что с ним не ведёт трансляцию кто-то ещё.',
  }),
  'transport/stalled': () => ({
    title: 'Сервер перестал принимать данные.',
    action: 'Если сеть медленная, уменьшите битрейт или используйте резервный сервер.',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `Нет связи с прокси${host(details)}.`,
    action: `Убедитесь, что прокси работает, а его адрес и порт указаны верно, или ${NO_PROXY}.`,
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, USE_RTMP)
      : {
          title: 'Сервер не поддерживает RTMP через HTTP.',
          action: USE_RTMP,
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'Срок действия сертификата сервера истёк.',
    action:
      'Проверьте часы на этом компьютере. Если они идут верно, сертификат должен обновить администратор сервера.',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'Срок действия сертификата сервера ещё не наступил.',
    action: 'Проверьте часы на этом компьютере.',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title:
      host(details) === ''
        ? 'Сертификат сервера выдан не этому хосту.'
        : `Сертификат сервера выдан не хосту${host(details)}.`,
    action: `Укажите имя хоста, которому выдан сертификат. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'Этот компьютер не доверяет сертификату сервера.',
    action:
      isChainMissing === true
        ? 'Возможно, сервер передаёт не всю цепочку сертификатов. Попросите его администратора проверить это. Для своего сервера можно добавить центр сертификации в разделе «Безопасность и сеть» этой площадки.'
        : `Если это ваш сервер, добавьте его центр сертификации в разделе «Безопасность и сеть» этой площадки. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'Сертификат сервера не совпадает с закреплённым.',
    action: 'Если у сервера новый сертификат, обновите закреплённый сертификат в этой площадке.',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Проверьте адрес и порт.')
      : { title: 'По этому адресу нет сервера RTMP.', action: 'Проверьте адрес и порт.' },
  'rtmp/wants-encryption': () => ({
    title: 'Сервер требует зашифрованного соединения.',
    action: 'Используйте адрес сервера, который начинается с rtmps://.',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'Рукопожатие RTMP не удалось.',
    action: 'Проверьте, что по этому адресу находится сервер RTMP.',
  }),
  'rtmp/protocol': () => ({
    title: 'Сервер прислал неправильное сообщение RTMP.',
    action: CHOOSE_SERVER,
  }),
  'rtmp/limit': () => ({
    title: 'Сервер прислал слишком много данных.',
    action: CHOOSE_SERVER,
  }),
  'rtmp/bad-amf': () => ({
    title: 'Сервер прислал ответ, который Upcast не может прочитать.',
    action: CHOOSE_SERVER,
  }),
  'rtmp/connect-rejected': () => ({
    title: 'Сервер отклонил подключение.',
    action: 'Проверьте адрес и убедитесь, что вашему аккаунту разрешены трансляции.',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'На сервере нет приложения RTMP с таким именем.',
    action:
      'Проверьте часть адреса после хоста — часто это «live» или «app». Если она верна, возможно, сервер принимает трансляции только из определённых программ.',
  }),
  'rtmp/key-refused': () => ({
    title: 'Сервер отклонил ключ потока.',
    action:
      'Скопируйте ключ из сервиса ещё раз и сохраните его в этой площадке. Если этот ключ использует другое приложение или устройство, сначала остановите его.',
  }),
  'rtmp/cut-after-publish': () => ({
    title: 'Соединение закрылось при запуске трансляции.',
    action:
      'Повторите попытку. Если это повторяется, скопируйте ключ из сервиса и сохраните его в этой площадке. Если этот ключ использует другое приложение или устройство, сначала остановите его.',
  }),
  'rtmp/name-in-use': () => ({
    title: 'С этим ключом уже идёт трансляция.',
    action:
      'Завершите другую трансляцию. Если она только что закончилась, подождите минуту, пока сервер это заметит.',
  }),
  'rtmp/authentication-required': () => ({
    title: 'Сервер требует имя пользователя и пароль.',
    action: 'Введите имя пользователя и пароль в разделе «Вход» этой площадки.',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'Сервер отклонил имя пользователя или пароль.',
    action: 'Введите имя пользователя и пароль в этой площадке ещё раз.',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `Сервер${host(details)} не поддерживает ${typeof details['codec'] === 'string' ? details['codec'] : 'этот кодек'}.`,
    action: 'Завершите трансляцию и выберите в настройках кодировщик H.264. Его поддерживают все серверы.',
  }),
  'rtmp/server-error': () => ({
    title: 'Сервер сообщил о внутренней ошибке.',
    action: 'Подождите немного или используйте резервный сервер.',
  }),
  'rtmp/server-ended': () => ({
    title: 'Сервер завершил трансляцию.',
    action: 'Посмотрите в панели управления сервиса, не завершил ли кто-то трансляцию там.',
  }),
};
