/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, without its period. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const askForRtmp = (protocol: string) =>
  `Upcast ne prend pas en charge ${protocol} ; demandez à votre service son adresse en rtmp:// ou rtmps://`;
const insecure = (protocol: string) =>
  `${protocol} n’est pas sécurisé et n’est plus utilisé ; demandez à votre service son adresse en rtmps://`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: 'c’est une page web ; l’adresse d’un serveur commence par rtmp:// ou rtmps://',
  empty: 'saisissez l’adresse d’un serveur',
  hasSpace: 'l’adresse du serveur contient une espace ou un retour à la ligne',
  badScheme: 'l’adresse du serveur doit commencer par rtmp:// ou rtmps://',
  hashBehindHost: 'retirez le « # » après l’hôte dans l’adresse du serveur',
  noApplication: 'l’adresse du serveur doit se terminer par une application, comme /live',
  unreadableHost:
    'Upcast ne peut pas lire l’hôte dans l’adresse du serveur ; si c’est une adresse IPv6, mettez-la entre crochets',
  noHost: (scheme: string) => `l’adresse du serveur n’a pas d’hôte après ${scheme}://`,
  badPassword:
    'le mot de passe contient « # », « / » ou « ? » ; utilisez les champs du nom d’utilisateur et du mot de passe, ou écrivez « %23 », « %2F » ou « %3F »',
  badPort: 'le port dans l’adresse du serveur doit être compris entre 1 et 65535',
  badIpv6: 'l’adresse IPv6 dans l’adresse du serveur n’est pas valide',
  badHost: 'le nom d’hôte dans l’adresse du serveur n’est pas valide',
  longHost: 'le nom d’hôte dans l’adresse du serveur est trop long',
  longApplication: 'l’application dans l’adresse est trop longue pour être envoyée',
  longKey: 'la clé de stream est trop longue pour être envoyée',
  badKey: 'la clé de stream contient un retour à la ligne ou un caractère de contrôle',

  longPaste: 'le texte collé est trop long pour une adresse',
  twoServices: 'le texte collé contient les serveurs de deux services ; collez un service à la fois',
  tooManyServers:
    'le texte collé contient plus de deux adresses de serveur ; collez seulement un serveur et son serveur de secours',
  unknownLabel: 'une ligne a un libellé inconnu ; collez le serveur et la clé dans leurs champs',
  moreThanServerAndKey:
    'le texte collé contient plus qu’un serveur et une clé ; collez chacun dans son champ',
  numericKey:
    'la clé de stream n’est pas entre guillemets, certains de ses chiffres peuvent donc être faux ; collez-la dans son champ',

  notObsService: 'ce n’est pas un fichier de service d’OBS',
  obsNotRtmp: 'ce service d’OBS n’utilise pas RTMP, et Upcast ne prend en charge que RTMP',
  obsAutoServer:
    'OBS choisit ce serveur automatiquement, le fichier ne le contient donc pas ; saisissez le serveur vous-même',
  noOutputs: (plugin: string, problem = '') =>
    `le fichier ${plugin} ne contient aucune destination qu’Upcast puisse importer${problem === '' ? '' : `. ${problem}`}`,
  obsSettings:
    'ce fichier de profil d’OBS ne contient pas de serveur ; importez le fichier service.json du même dossier',
  longValue: 'une de ses valeurs est trop longue',
  output: (number: number) => `Destination ${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${name} : ${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(`Ligne ${format.number(line)} : ${problem}`),
  unreadable: 'illisible',
  onlyFirstOutputs: (count: number) =>
    `Upcast n’a lu que les ${format.number(count)} premières destinations.`,
  onlyFirstLines: (count: number) => `Upcast n’a lu que les ${format.number(count)} premières lignes.`,
  onlyFirstAddresses: (count: number) => `Upcast n’a lu que les ${format.number(count)} premières adresses.`,
  longLine: 'trop longue pour une adresse',
  partOfJson: 'fait partie d’un fichier JSON incomplet',
  badName: 'Upcast ne peut pas utiliser comme nom le texte qui précède l’adresse',
  firstOfTwo: 'Upcast n’a utilisé que la première des deux adresses',
  otherProtocol: 'n’utilise pas RTMP',
  noServer: 'aucune adresse de serveur',

  nginxControl: 'une valeur destinée à nginx contient un caractère de contrôle',
  nginxLong: 'une valeur est trop longue pour nginx',
  nginxDollar:
    'les chemins destinés à nginx ne peuvent pas contenir « $ » ; renommez le fichier ou le dossier',

  proxyTls: 'Upcast ne prend pas en charge TLS vers un proxy ; utilisez son adresse en http:// ou socks5://',
  proxySocks4: 'Upcast ne prend pas en charge SOCKS4 ; utilisez un proxy en socks5:// ou http://',
  proxyScheme: 'l’adresse du proxy doit commencer par socks5:// ou http://',
  proxyUnreadable:
    'Upcast ne peut pas lire l’adresse du proxy ; écrivez-la sous la forme socks5://proxy.example.com:1080',
  proxySystemType:
    'le proxy de votre système n’est ni HTTP ni SOCKS5 ; choisissez un autre proxy ou une connexion directe pour cette destination',
  proxyPort: 'le port du proxy doit être compris entre 1 et 65535',
  proxyPasswordNeedsProxy: '--proxy-password-file nécessite --proxy URL avec un nom d’utilisateur',
  proxyPasswordNeedsUsername:
    'avec --proxy-password-file, --proxy doit contenir un nom d’utilisateur mais pas de mot de passe, par exemple socks5://user@host:1080',
  proxyPasswordReadable:
    'tout utilisateur de cet ordinateur peut lire le mot de passe dans --proxy ; utilisez --proxy-password-file FILE, ou ajoutez --key-in-arguments',
  inEnvironment: (name: string, reason: string) => `la variable d’environnement ${name} : ${reason}`,
  proxyCredentials:
    'le nom d’utilisateur ou le mot de passe du proxy est trop long ; chacun peut faire 255 octets au plus',
};
