/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, so none is a whole sentence. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const askForRtmp = (protocol: string) =>
  `o Upcast não aceita ${protocol}; peça ao seu serviço o endereço rtmp:// ou rtmps://`;
const insecure = (protocol: string) =>
  `${protocol} não é seguro e não é mais usado; peça ao seu serviço o endereço rtmps://`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: 'isto é uma página da web; o endereço de um servidor começa com rtmp:// ou rtmps://',
  empty: 'digite o endereço de um servidor',
  hasSpace: 'o endereço do servidor contém um espaço ou uma quebra de linha',
  badScheme: 'o endereço do servidor deve começar com rtmp:// ou rtmps://',
  hashBehindHost: 'remova o “#” depois do host no endereço do servidor',
  noApplication: 'falta uma aplicação no fim do endereço do servidor, como /live',
  unreadableHost:
    'o Upcast não consegue ler o host no endereço do servidor; se for um endereço IPv6, coloque-o entre colchetes',
  noHost: (scheme: string) => `o endereço do servidor não tem host depois de ${scheme}://`,
  badPassword:
    'a senha contém “#”, “/” ou “?”; use os campos de usuário e senha, ou escreva “%23”, “%2F” ou “%3F” no lugar',
  badPort: 'a porta no endereço do servidor deve ser de 1 a 65535',
  badIpv6: 'o endereço IPv6 no endereço do servidor não é válido',
  badHost: 'o nome de host no endereço do servidor não é válido',
  longHost: 'o nome de host no endereço do servidor é longo demais',
  longApplication: 'a aplicação no endereço é longa demais para enviar',
  longKey: 'a chave de transmissão é longa demais para enviar',
  badKey: 'a chave de transmissão contém uma quebra de linha ou um caractere de controle',

  longPaste: 'o que você colou é longo demais para um endereço',
  twoServices: 'o que você colou tem servidores de dois serviços; cole um serviço por vez',
  tooManyServers:
    'o que você colou tem mais de dois endereços de servidor; cole só um servidor e o reserva dele',
  unknownLabel: 'uma linha tem um rótulo desconhecido; cole o servidor e a chave nos próprios campos',
  moreThanServerAndKey: 'o que você colou é mais que um servidor e uma chave; cole cada um no próprio campo',
  numericKey:
    'a chave de transmissão não está entre aspas, por isso alguns dígitos podem estar errados; cole-a no próprio campo',

  notObsService: 'isto não é um arquivo de serviço do OBS',
  obsNotRtmp: 'este serviço do OBS não usa RTMP, e o Upcast só aceita RTMP',
  obsAutoServer:
    'o OBS escolhe este servidor automaticamente, por isso o arquivo não o inclui; digite o servidor você mesmo',
  noOutputs: (plugin: string, problem = '') =>
    `o arquivo de ${plugin} não tem destinos que o Upcast possa importar${problem === '' ? '' : `. ${problem}`}`,
  obsSettings: 'este arquivo de perfil do OBS não contém um servidor; importe service.json da mesma pasta',
  longValue: 'um dos valores é longo demais',
  output: (number: number) => `Destino ${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${name}: ${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(`Linha ${format.number(line)}: ${problem}`),
  unreadable: 'ilegível',
  onlyFirstOutputs: (count: number) => `O Upcast leu só os primeiros ${format.number(count)} destinos.`,
  onlyFirstLines: (count: number) => `O Upcast leu só as primeiras ${format.number(count)} linhas.`,
  onlyFirstAddresses: (count: number) => `O Upcast leu só os primeiros ${format.number(count)} endereços.`,
  longLine: 'longa demais para um endereço',
  partOfJson: 'parte de um arquivo JSON incompleto',
  badName: 'o Upcast não pode usar como nome o texto antes do endereço',
  firstOfTwo: 'o Upcast usou só o primeiro de dois endereços',
  otherProtocol: 'não usa RTMP',
  noServer: 'sem endereço de servidor',

  nginxControl: 'um valor para o nginx contém um caractere de controle',
  nginxLong: 'um valor é longo demais para o nginx',
  nginxDollar: 'caminhos para o nginx não podem conter “$”; renomeie o arquivo ou a pasta',

  proxyTls: 'o Upcast não aceita TLS até um proxy; use o endereço http:// ou socks5:// dele',
  proxySocks4: 'o Upcast não aceita SOCKS4; use um proxy socks5:// ou http://',
  proxyScheme: 'o endereço do proxy deve começar com socks5:// ou http://',
  proxyUnreadable:
    'o Upcast não consegue ler o endereço do proxy; escreva assim: socks5://proxy.example.com:1080',
  proxySystemType:
    'o proxy do sistema não é HTTP nem SOCKS5; escolha outro proxy ou uma conexão direta para este destino',
  proxyPort: 'a porta do proxy deve ser de 1 a 65535',
  proxyPasswordNeedsProxy: '--proxy-password-file precisa de --proxy URL com um nome de usuário',
  proxyPasswordNeedsUsername:
    'com --proxy-password-file, --proxy deve incluir um nome de usuário mas nenhuma senha, como socks5://user@host:1080',
  proxyPasswordReadable:
    'todos os usuários deste computador podem ler a senha em --proxy; use --proxy-password-file FILE ou adicione --key-in-arguments',
  inEnvironment: (name: string, reason: string) => `a variável de ambiente ${name}: ${reason}`,
  proxyCredentials: 'o usuário ou a senha do proxy é longo demais; cada um pode ter até 255 bytes',
};
