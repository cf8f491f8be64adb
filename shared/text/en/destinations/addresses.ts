/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, so none is a whole sentence. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const askForRtmp = (protocol: string) =>
  `Upcast doesn’t support ${protocol}; ask your service for its rtmp:// or rtmps:// address`;
const insecure = (protocol: string) =>
  `${protocol} isn’t secure and is no longer used; ask your service for its rtmps:// address`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: 'this is a web page; a server address starts with rtmp:// or rtmps://',
  empty: 'enter a server address',
  hasSpace: 'the server address contains a space or line break',
  badScheme: 'start the server address with rtmp:// or rtmps://',
  hashBehindHost: 'remove the “#” after the host in the server address',
  noApplication: 'the server address needs an application at the end, such as /live',
  unreadableHost:
    'Upcast can’t read the host in the server address; if it’s an IPv6 address, put it in brackets',
  noHost: (scheme: string) => `the server address has no host after ${scheme}://`,
  badPassword:
    'the password contains “#”, “/”, or “?”; use the username and password fields, or write “%23”, “%2F”, or “%3F” instead',
  badPort: 'the port in the server address must be from 1 to 65535',
  badIpv6: 'the IPv6 address in the server address isn’t valid',
  badHost: 'the host name in the server address isn’t valid',
  longHost: 'the host name in the server address is too long',
  longApplication: 'the application in the address is too long to send',
  longKey: 'the stream key is too long to send',
  badKey: 'the stream key contains a line break or control character',

  longPaste: 'what you pasted is too long for an address',
  twoServices: 'what you pasted has servers from two services; paste one service at a time',
  tooManyServers: 'what you pasted has more than two server addresses; paste only a server and its backup',
  unknownLabel: 'one line has an unknown label; paste the server and key into their own fields',
  moreThanServerAndKey: 'what you pasted is more than a server and key; paste each into its own field',
  numericKey: 'the stream key isn’t in quotes, so some digits may be wrong; paste it into its own field',

  notObsService: 'this isn’t an OBS service file',
  obsNotRtmp: 'this OBS service doesn’t use RTMP, and Upcast supports only RTMP',
  obsAutoServer:
    'OBS picks this server automatically, so the file doesn’t include it; enter the server yourself',
  noOutputs: (plugin: string, problem = '') =>
    `the ${plugin} file has no destinations that Upcast can import${problem === '' ? '' : `. ${problem}`}`,
  obsSettings: 'this OBS profile file doesn’t contain a server; import service.json from the same folder',
  longValue: 'one of its values is too long',
  output: (number: number) => `Destination ${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${name}: ${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(`Line ${format.number(line)}: ${problem}`),
  unreadable: 'unreadable',
  onlyFirstOutputs: (count: number) => `Upcast read only the first ${format.number(count)} destinations.`,
  onlyFirstLines: (count: number) => `Upcast read only the first ${format.number(count)} lines.`,
  onlyFirstAddresses: (count: number) => `Upcast read only the first ${format.number(count)} addresses.`,
  longLine: 'too long for an address',
  partOfJson: 'part of an incomplete JSON file',
  badName: 'Upcast can’t use the text before the address as a name',
  firstOfTwo: 'Upcast used only the first of two addresses',
  otherProtocol: 'doesn’t use RTMP',
  noServer: 'no server address',

  nginxControl: 'a value for nginx contains a control character',
  nginxLong: 'a value is too long for nginx',
  nginxDollar: 'paths for nginx can’t contain “$”; rename the file or folder',

  proxyTls: 'Upcast doesn’t support TLS to a proxy; use its http:// or socks5:// address',
  proxySocks4: 'Upcast doesn’t support SOCKS4; use a socks5:// or http:// proxy',
  proxyScheme: 'the proxy address must start with socks5:// or http://',
  proxyUnreadable: 'Upcast can’t read the proxy address; write it like socks5://proxy.example.com:1080',
  proxySystemType:
    'your system’s proxy is neither HTTP nor SOCKS5; choose another proxy or a direct connection for this destination',
  proxyPort: 'the proxy’s port must be from 1 to 65535',
  proxyPasswordNeedsProxy: '--proxy-password-file needs --proxy URL with a username in it',
  proxyPasswordNeedsUsername:
    'with --proxy-password-file, --proxy must include a username but no password, such as socks5://user@host:1080',
  proxyPasswordReadable:
    'every user on this computer can read the password in --proxy; use --proxy-password-file FILE, or add --key-in-arguments',
  inEnvironment: (name: string, reason: string) => `the ${name} environment variable: ${reason}`,
  proxyCredentials: 'the proxy’s username or password is too long; each can be up to 255 bytes',
};
