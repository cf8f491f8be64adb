/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, without its period. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const askForRtmp = (protocol: string) =>
  `Upcast unterstützt ${protocol} nicht; frag deinen Dienst nach seiner Adresse mit rtmp:// oder rtmps://`;
const insecure = (protocol: string) =>
  `${protocol} ist nicht sicher und wird nicht mehr genutzt; frag deinen Dienst nach seiner Adresse mit rtmps://`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: 'Das ist eine Webseite; eine Serveradresse beginnt mit rtmp:// oder rtmps://',
  empty: 'Gib eine Serveradresse ein',
  hasSpace: 'Die Serveradresse enthält ein Leerzeichen oder einen Zeilenumbruch',
  badScheme: 'Beginne die Serveradresse mit rtmp:// oder rtmps://',
  hashBehindHost: 'Entferne das „#“ nach dem Host in der Serveradresse',
  noApplication: 'Die Serveradresse braucht am Ende eine Anwendung, zum Beispiel /live',
  unreadableHost:
    'Upcast kann den Host in der Serveradresse nicht lesen; ist er eine IPv6-Adresse, setze ihn in eckige Klammern',
  noHost: (scheme: string) => `Die Serveradresse hat nach ${scheme}:// keinen Host`,
  badPassword:
    'Das Passwort enthält „#“, „/“ oder „?“; nutze die Felder für Benutzername und Passwort oder schreib stattdessen „%23“, „%2F“ oder „%3F“',
  badPort: 'Der Port in der Serveradresse muss zwischen 1 und 65535 liegen',
  badIpv6: 'Die IPv6-Adresse in der Serveradresse ist ungültig',
  badHost: 'Der Hostname in der Serveradresse ist ungültig',
  longHost: 'Der Hostname in der Serveradresse ist zu lang',
  longApplication: 'Die Anwendung in der Adresse ist zu lang zum Senden',
  longKey: 'Der Stream-Schlüssel ist zu lang zum Senden',
  badKey: 'Der Stream-Schlüssel enthält einen Zeilenumbruch oder ein Steuerzeichen',

  longPaste: 'Der eingefügte Text ist zu lang für eine Adresse',
  twoServices: 'Der eingefügte Text enthält Server von zwei Diensten; füge einen Dienst nach dem anderen ein',
  tooManyServers:
    'Der eingefügte Text enthält mehr als zwei Serveradressen; füge nur einen Server und sein Backup ein',
  unknownLabel:
    'Eine Zeile hat eine unbekannte Beschriftung; füge Server und Schlüssel in ihre eigenen Felder ein',
  moreThanServerAndKey:
    'Der eingefügte Text enthält mehr als Server und Schlüssel; füge beides in eigene Felder ein',
  numericKey:
    'Der Stream-Schlüssel steht nicht in Anführungszeichen, daher sind einige Ziffern vielleicht falsch; füge ihn in sein eigenes Feld ein',

  notObsService: 'Das ist keine Dienstdatei von OBS',
  obsNotRtmp: 'Dieser OBS-Dienst nutzt kein RTMP, und Upcast unterstützt nur RTMP',
  obsAutoServer:
    'OBS wählt diesen Server automatisch, daher steht er nicht in der Datei; gib den Server selbst ein',
  noOutputs: (plugin: string, problem = '') =>
    `Die Datei von ${plugin} enthält keine Ziele, die Upcast importieren kann${problem === '' ? '' : `. ${problem}`}`,
  obsSettings:
    'Diese Profildatei von OBS enthält keinen Server; importiere service.json aus demselben Ordner',
  longValue: 'Einer der Werte ist zu lang',
  output: (number: number) => `Ziel ${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${name}: ${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(`Zeile ${format.number(line)}: ${problem}`),
  unreadable: 'unlesbar',
  onlyFirstOutputs: (count: number) => `Upcast hat nur die ersten ${format.number(count)} Ziele gelesen.`,
  onlyFirstLines: (count: number) => `Upcast hat nur die ersten ${format.number(count)} Zeilen gelesen.`,
  onlyFirstAddresses: (count: number) =>
    `Upcast hat nur die ersten ${format.number(count)} Adressen gelesen.`,
  longLine: 'zu lang für eine Adresse',
  partOfJson: 'Teil einer unvollständigen JSON-Datei',
  badName: 'Upcast kann den Text vor der Adresse nicht als Namen nutzen',
  firstOfTwo: 'Upcast hat nur die erste von zwei Adressen genutzt',
  otherProtocol: 'nutzt kein RTMP',
  noServer: 'keine Serveradresse',

  nginxControl: 'Ein Wert für nginx enthält ein Steuerzeichen',
  nginxLong: 'Ein Wert ist zu lang für nginx',
  nginxDollar: 'Pfade für nginx dürfen kein „$“ enthalten; benenne die Datei oder den Ordner um',

  proxyTls: 'Upcast unterstützt kein TLS zu einem Proxy; nutze seine Adresse mit http:// oder socks5://',
  proxySocks4: 'Upcast unterstützt SOCKS4 nicht; nutze einen Proxy mit socks5:// oder http://',
  proxyScheme: 'Die Proxy-Adresse muss mit socks5:// oder http:// beginnen',
  proxyUnreadable:
    'Upcast kann die Proxy-Adresse nicht lesen; schreib sie wie socks5://proxy.example.com:1080',
  proxySystemType:
    'Der Proxy deines Systems ist weder HTTP noch SOCKS5; wähle für dieses Ziel einen anderen Proxy oder eine direkte Verbindung',
  proxyPort: 'Der Port des Proxys muss zwischen 1 und 65535 liegen',
  proxyPasswordNeedsProxy: '--proxy-password-file braucht --proxy URL mit einem Benutzernamen darin',
  proxyPasswordNeedsUsername:
    'Mit --proxy-password-file muss --proxy einen Benutzernamen, aber kein Passwort enthalten, zum Beispiel socks5://user@host:1080',
  proxyPasswordReadable:
    'Jeder Benutzer dieses Computers kann das Passwort in --proxy lesen; nutze --proxy-password-file FILE oder ergänze --key-in-arguments',
  inEnvironment: (name: string, reason: string) => `Umgebungsvariable ${name}: ${reason}`,
  proxyCredentials:
    'Benutzername oder Passwort des Proxys ist zu lang; beide dürfen höchstens 255 Bytes haben',
};
