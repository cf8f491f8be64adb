/** The form of a destination, and of the proxy for all of them. */
import { format } from '../format.ts';

const SAVED_IN_KEYCHAIN = 'Fica neste computador, criptografado com o chaveiro do sistema.';
const KEPT_UNTIL_QUIT =
  'O Upcast não consegue acessar o chaveiro do sistema, por isso guarda este dado só até você sair.';

export const destinationForm = {
  addTitle: 'Adicionar destino',
  edit: 'Editar destino',
  editTitle: (name: string) => `Editar ${name}`,

  service: 'Serviço',
  customService: 'Personalizado',
  serviceGroups: { common: 'Populares', more: 'Mais serviços', selfHosted: 'O seu próprio servidor' },
  aboutService: (service: string) => `Sobre ${service}`,
  name: 'Nome',
  namePlaceholder: 'Meu canal',
  ingestServer: 'Servidor',
  serverRoles: {
    primary: 'Principal',
    backup: 'Reserva',
    nearest: 'Mais próximo',
    default: 'Padrão',
    global: 'Mundial',
    automatic: 'Automático',
  },
  serverName: (server: string, isEncrypted: boolean) =>
    `${server} (${isEncrypted ? 'criptografado' : 'sem criptografia'})`,
  otherServer: 'Outro (digite abaixo)',

  server: 'Endereço do servidor',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: 'Criptografado. O Upcast verifica o certificado e o nome de host.',
  serverNotEncrypted:
    'Sem criptografia: outras pessoas na rede podem ler a sua chave de transmissão. Use rtmps:// se o seu serviço aceitar.',
  serverFlows:
    'A criptografia do RTMFP não verifica o servidor, por isso não protege a sua chave de transmissão de alguém na rede. Use rtmps:// se o seu serviço aceitar.',
  noAddress:
    'Isto não é o endereço de um servidor. Se for a sua chave de transmissão, cole-a no campo Chave de transmissão.',
  serverHint: 'Cole o endereço que o seu serviço mostra, com ou sem a chave.',

  secretPart: 'Parte secreta do endereço',
  backupSecretPart: 'Parte secreta do endereço reserva',
  secretPartHint: (isKept: boolean) =>
    `A parte do endereço depois de “?”, enviada só ao conectar. ${isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT}`,
  secretPartRemoved: 'O Upcast removerá a parte secreta do endereço quando você salvar.',
  keepSecretPart: 'Manter a parte secreta',
  removeSecretPart: 'Remover a parte secreta',
  secretPartOfOldAddress:
    'A parte secreta salva pertence ao endereço antigo. O Upcast a removerá quando você salvar. Se o novo endereço tiver uma, cole o endereço completo.',
  badSecretPart: 'Comece com “?”, como no endereço, e não use espaços.',

  streamKey: 'Chave de transmissão',
  keyHint: (isKept: boolean): string => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT),
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [
      ...(page === undefined ? [] : [`Acesse ${page}.`]),
      hint,
      isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT,
    ].join(' '),
  saved: '•••••••• salva; digite para trocar',
  show: 'Mostrar',
  hide: 'Ocultar',

  backup: 'Servidor reserva',
  backupAddress: 'Endereço reserva',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: 'Quando usar o reserva',
  backupFailover: 'Se o servidor principal falhar',
  backupBoth: 'Junto com o servidor principal',

  signIn: 'Login',
  username: 'Usuário',
  password: 'Senha',
  passwordHint: 'Só para servidores que a exigem.',

  security: 'Segurança e rede',
  minimumTls: 'Versão mínima do TLS',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: 'Endereço local',
  localAddressPlaceholder: 'Automático',
  authority: 'Autoridade de certificação',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint:
    'Para o seu próprio servidor. Neste destino, o Upcast confia nesta autoridade além das autoridades do sistema.',
  badAuthority: 'Isto não é um certificado PEM. Ele deve começar com “-----BEGIN CERTIFICATE-----”.',
  pin: 'Certificado fixado (SHA-256)',
  pinHint: 'O Upcast aceita só este certificado, e só enquanto ele for válido.',
  badPin: 'Uma impressão digital SHA-256 tem 64 dígitos hexadecimais.',

  fieldNames: {
    key: 'chave de transmissão',
    serverSecret: 'parte secreta do endereço',
    username: 'usuário',
    password: 'senha',
    backupUrl: 'servidor reserva',
  },
  moved: (fields: readonly string[]) =>
    format.plural(fields.length, {
      one: `O Upcast moveu este dado para o próprio campo: ${format.list(fields)}.`,
      many: `O Upcast moveu estes dados para os próprios campos: ${format.list(fields)}.`,
      other: `O Upcast moveu estes dados para os próprios campos: ${format.list(fields)}.`,
    }),
};

const PROXY_TYPES = 'SOCKS5 ou HTTP.';

export const proxy = {
  title: 'Proxy para todos os destinos',
  description:
    'Não vale para servidores deste computador nem para destinos com a própria configuração de proxy.',
  allHint: `${PROXY_TYPES} Em conexões rtmp://, o proxy pode ler a sua chave de transmissão.`,
  section: 'Proxy',
  mode: 'Conexão',
  sameAsSettings: 'Como em Configurações',
  modes: { none: 'Direta', system: 'Proxy do sistema', own: 'Outro proxy' },
  systemHint:
    'O Upcast consulta o proxy do sistema sempre que você transmite. Se o proxy precisar de senha, escolha Outro proxy.',
  hint: PROXY_TYPES,
  hintNotEncrypted: `${PROXY_TYPES} A conexão com este servidor não é criptografada, por isso o proxy pode ler a sua chave de transmissão.`,
  hintEncrypted: `${PROXY_TYPES} A conexão é criptografada, por isso o proxy não pode ler a sua chave de transmissão.`,
  hintFlows:
    'Proxies não transportam RTMFP, que usa UDP. Conecte diretamente ou use o endereço rtmps:// do servidor.',
  address: 'Endereço do proxy',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: 'Usuário do proxy',
  password: 'Senha do proxy',
  passwordHint: 'Só para proxies que a exigem.',

  direct: 'Os destinos se conectam diretamente.',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) =>
    `Os destinos se conectam por ${url ?? 'meio do proxy do sistema'}, a menos que tenham a própria configuração de proxy.`,
  add: 'Adicionar proxy',
  change: 'Mudar proxy',
};
