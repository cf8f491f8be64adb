/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, so none is a whole sentence. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const askForRtmp = (protocol: string) =>
  `Upcast no admite ${protocol}; pide a tu servicio su dirección rtmp:// o rtmps://`;
const insecure = (protocol: string) =>
  `${protocol} no es seguro y ya no se usa; pide a tu servicio su dirección rtmps://`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: 'esto es una página web; la dirección de un servidor empieza por rtmp:// o rtmps://',
  empty: 'escribe la dirección de un servidor',
  hasSpace: 'la dirección del servidor contiene un espacio o un salto de línea',
  badScheme: 'la dirección del servidor debe empezar por rtmp:// o rtmps://',
  hashBehindHost: 'quita el «#» que sigue al host en la dirección del servidor',
  noApplication: 'a la dirección del servidor le falta una aplicación al final, como /live',
  unreadableHost:
    'Upcast no puede leer el host de la dirección del servidor; si es una dirección IPv6, ponla entre corchetes',
  noHost: (scheme: string) => `la dirección del servidor no tiene ningún host después de ${scheme}://`,
  badPassword:
    'la contraseña contiene «#», «/» o «?»; usa los campos de usuario y contraseña, o escribe «%23», «%2F» o «%3F» en su lugar',
  badPort: 'el puerto de la dirección del servidor debe estar entre 1 y 65535',
  badIpv6: 'la dirección IPv6 de la dirección del servidor no es válida',
  badHost: 'el nombre de host de la dirección del servidor no es válido',
  longHost: 'el nombre de host de la dirección del servidor es demasiado largo',
  longApplication: 'la aplicación de la dirección es demasiado larga para enviarla',
  longKey: 'la clave de transmisión es demasiado larga para enviarla',
  badKey: 'la clave de transmisión contiene un salto de línea o un carácter de control',

  longPaste: 'lo que pegaste es demasiado largo para ser una dirección',
  twoServices: 'lo que pegaste tiene servidores de dos servicios; pega los de un servicio cada vez',
  tooManyServers:
    'lo que pegaste tiene más de dos direcciones de servidor; pega solo un servidor y el de respaldo',
  unknownLabel: 'una línea tiene una etiqueta desconocida; pega el servidor y la clave en sus propios campos',
  moreThanServerAndKey:
    'lo que pegaste es más que un servidor y una clave; pega cada cosa en su propio campo',
  numericKey:
    'la clave de transmisión no está entre comillas, así que algunas cifras pueden ser incorrectas; pégala en su propio campo',

  notObsService: 'esto no es un archivo de servicio de OBS',
  obsNotRtmp: 'este servicio de OBS no usa RTMP, y Upcast solo admite RTMP',
  obsAutoServer:
    'OBS elige este servidor automáticamente, así que el archivo no lo incluye; escribe el servidor a mano',
  noOutputs: (plugin: string, problem = '') =>
    `el archivo de ${plugin} no tiene destinos que Upcast pueda importar${problem === '' ? '' : `. ${problem}`}`,
  obsSettings:
    'este archivo de perfil de OBS no contiene ningún servidor; importa service.json de la misma carpeta',
  longValue: 'uno de sus valores es demasiado largo',
  output: (number: number) => `Destino ${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${name}: ${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(`Línea ${format.number(line)}: ${problem}`),
  unreadable: 'ilegible',
  onlyFirstOutputs: (count: number) => `Upcast solo leyó los primeros ${format.number(count)} destinos.`,
  onlyFirstLines: (count: number) => `Upcast solo leyó las primeras ${format.number(count)} líneas.`,
  onlyFirstAddresses: (count: number) => `Upcast solo leyó las primeras ${format.number(count)} direcciones.`,
  longLine: 'demasiado larga para ser una dirección',
  partOfJson: 'parte de un archivo JSON incompleto',
  badName: 'Upcast no puede usar como nombre el texto que precede a la dirección',
  firstOfTwo: 'Upcast solo usó la primera de dos direcciones',
  otherProtocol: 'no usa RTMP',
  noServer: 'sin dirección de servidor',

  nginxControl: 'un valor para nginx contiene un carácter de control',
  nginxLong: 'un valor es demasiado largo para nginx',
  nginxDollar: 'las rutas para nginx no pueden contener «$»; cambia el nombre del archivo o la carpeta',

  proxyTls: 'Upcast no admite TLS hasta un proxy; usa su dirección http:// o socks5://',
  proxySocks4: 'Upcast no admite SOCKS4; usa un proxy socks5:// o http://',
  proxyScheme: 'la dirección del proxy debe empezar por socks5:// o http://',
  proxyUnreadable:
    'Upcast no puede leer la dirección del proxy; escríbela así: socks5://proxy.example.com:1080',
  proxySystemType:
    'el proxy del sistema no es ni HTTP ni SOCKS5; elige otro proxy o una conexión directa para este destino',
  proxyPort: 'el puerto del proxy debe estar entre 1 y 65535',
  proxyPasswordNeedsProxy: '--proxy-password-file necesita --proxy URL con un nombre de usuario',
  proxyPasswordNeedsUsername:
    'con --proxy-password-file, --proxy debe incluir un nombre de usuario pero ninguna contraseña, como socks5://user@host:1080',
  proxyPasswordReadable:
    'todos los usuarios de este equipo pueden leer la contraseña de --proxy; usa --proxy-password-file FILE o añade --key-in-arguments',
  inEnvironment: (name: string, reason: string) => `la variable de entorno ${name}: ${reason}`,
  proxyCredentials:
    'el usuario o la contraseña del proxy es demasiado largo; cada uno puede tener 255 bytes como máximo',
};
