/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, so none is a whole sentence. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const askForRtmp = (protocol: string) =>
  `Upcast не поддерживает ${protocol}; узнайте у сервиса адрес rtmp:// или rtmps://`;
const insecure = (protocol: string) =>
  `${protocol} небезопасен и больше не используется; узнайте у сервиса адрес rtmps://`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: 'это веб-страница; адрес сервера начинается с rtmp:// или rtmps://',
  empty: 'введите адрес сервера',
  hasSpace: 'в адресе сервера есть пробел или перенос строки',
  badScheme: 'адрес сервера должен начинаться с rtmp:// или rtmps://',
  hashBehindHost: 'удалите «#» после хоста в адресе сервера',
  noApplication: 'в конце адреса сервера нужно приложение, например /live',
  unreadableHost:
    'не удаётся прочитать хост в адресе сервера; если это адрес IPv6, возьмите его в квадратные скобки',
  noHost: (scheme: string) => `в адресе сервера нет хоста после ${scheme}://`,
  badPassword:
    'в пароле есть «#», «/» или «?»; используйте поля имени пользователя и пароля или пишите «%23», «%2F» или «%3F»',
  badPort: 'порт в адресе сервера должен быть от 1 до 65535',
  badIpv6: 'неправильный адрес IPv6 в адресе сервера',
  badHost: 'неправильное имя хоста в адресе сервера',
  longHost: 'имя хоста в адресе сервера слишком длинное',
  longApplication: 'приложение в адресе слишком длинное для отправки',
  longKey: 'ключ потока слишком длинный для отправки',
  badKey: 'в ключе потока есть перенос строки или управляющий символ',

  longPaste: 'вставленный текст слишком длинный для адреса',
  twoServices: 'во вставленном тексте серверы двух сервисов; вставляйте по одному сервису',
  tooManyServers:
    'во вставленном тексте больше двух адресов серверов; вставьте только сервер и его резервный сервер',
  unknownLabel: 'в одной из строк неизвестная подпись; вставьте сервер и ключ в их поля',
  moreThanServerAndKey: 'во вставленном тексте не только сервер и ключ; вставьте каждое значение в его поле',
  numericKey:
    'ключ потока не в кавычках, поэтому часть цифр может быть неверной; вставьте его в отдельное поле',

  notObsService: 'это не файл сервиса OBS',
  obsNotRtmp: 'этот сервис OBS не использует RTMP, а Upcast поддерживает только RTMP',
  obsAutoServer: 'OBS выбирает этот сервер автоматически, поэтому в файле его нет; введите сервер сами',
  noOutputs: (plugin: string, problem = '') =>
    `в файле ${plugin} нет площадок, которые Upcast может импортировать${problem === '' ? '' : `. ${problem}`}`,
  obsSettings: 'в этом файле профиля OBS нет сервера; импортируйте service.json из той же папки',
  longValue: 'одно из значений слишком длинное',
  output: (number: number) => `Площадка ${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${name}: ${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(`Строка ${format.number(line)}: ${problem}`),
  unreadable: 'не удаётся прочитать',
  onlyFirstOutputs: (count: number) => `Прочитаны только первые площадки: ${format.number(count)}.`,
  onlyFirstLines: (count: number) => `Прочитаны только первые строки: ${format.number(count)}.`,
  onlyFirstAddresses: (count: number) => `Прочитаны только первые адреса: ${format.number(count)}.`,
  longLine: 'слишком длинная для адреса',
  partOfJson: 'часть неполного файла JSON',
  badName: 'текст перед адресом не подходит в качестве названия',
  firstOfTwo: 'из двух адресов взят только первый',
  otherProtocol: 'не использует RTMP',
  noServer: 'нет адреса сервера',

  nginxControl: 'в значении для nginx есть управляющий символ',
  nginxLong: 'значение слишком длинное для nginx',
  nginxDollar: 'в путях для nginx не может быть «$»; переименуйте файл или папку',

  proxyTls: 'Upcast не поддерживает TLS до прокси; используйте его адрес http:// или socks5://',
  proxySocks4: 'Upcast не поддерживает SOCKS4; используйте прокси socks5:// или http://',
  proxyScheme: 'адрес прокси должен начинаться с socks5:// или http://',
  proxyUnreadable: 'не удаётся прочитать адрес прокси; пример: socks5://proxy.example.com:1080',
  proxySystemType:
    'системный прокси — не HTTP и не SOCKS5; выберите для этой площадки другой прокси или прямое подключение',
  proxyPort: 'порт прокси должен быть от 1 до 65535',
  proxyPasswordNeedsProxy: 'для --proxy-password-file нужен --proxy URL с именем пользователя',
  proxyPasswordNeedsUsername:
    'с --proxy-password-file в --proxy должно быть имя пользователя без пароля, например socks5://user@host:1080',
  proxyPasswordReadable:
    'любой пользователь этого компьютера может прочитать пароль в --proxy; укажите --proxy-password-file FILE или добавьте --key-in-arguments',
  inEnvironment: (name: string, reason: string) => `переменная среды ${name}: ${reason}`,
  proxyCredentials: 'имя пользователя или пароль прокси слишком длинные; максимум — 255 байт для каждого',
};
