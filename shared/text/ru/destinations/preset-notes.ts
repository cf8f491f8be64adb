/** What an imported destination has besides its server, for the person who imports it. */
const UNREADABLE = 'нечитаемый центр сертификации';

const plain = (isEncrypted: boolean): string => (isEncrypted ? '' : ', без шифрования');

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) =>
    `Резервный сервер: ${host}, с тем же ключом${plain(isEncrypted)}.`,
  bothServers: (host: string, isEncrypted: boolean) =>
    `Трансляция идёт также на ${host}, с тем же ключом${plain(isEncrypted)}.`,
  backupUnreadable: 'Резервный сервер: нечитаемый адрес.',
  bothUnreadable: 'Трансляция идёт также на нечитаемый адрес.',
  authority: (subjects: string) =>
    subjects === UNREADABLE
      ? 'Доверяет также центру сертификации, который Upcast не может прочитать.'
      : `Доверяет также центру сертификации: ${subjects}.`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) =>
    `Принимает только сертификат, отпечаток которого начинается с ${fingerprint}.`,
  localAddress: (address: string) => `Использует локальный адрес ${address}.`,
  username: (name: string) => `Имя пользователя для входа: ${name}.`,
  noProxy: 'Подключается напрямую, без прокси.',
  systemProxy: 'Использует системный прокси.',
  proxy: (host: string, canReadKey: boolean) =>
    `Использует прокси ${host}${canReadKey ? ', который может прочитать ключ' : ''}.`,
  proxyUnreadable: 'Использует прокси с нечитаемым адресом.',
  guessedEncoding: (encoding: string) =>
    `Кодировка текста в файле не указана, поэтому Upcast прочитал его как ${encoding}. Проверьте, верны ли названия.`,
  doubtful: (name: string) =>
    `Площадка «${name}» не импортирована: в её адресе, ключе, имени пользователя или пароле есть символы, которые зависят от кодировки файла. Сохраните файл в UTF-8 и импортируйте снова.`,
  doubtfulFile:
    'в адресах, ключах, именах пользователей или паролях есть символы, которые зависят от кодировки файла. Сохраните файл в UTF-8 и импортируйте снова',
  cutLine: 'Последняя строка не импортирована: после неё файл повреждён, поэтому она может быть неполной.',
  cutFile:
    'файл повреждён после первой строки, поэтому эта строка может быть неполной. Сохраните файл заново',
  richText: 'это документ с форматированием (RTF). Сохраните его как обычный текст и импортируйте снова',
};
