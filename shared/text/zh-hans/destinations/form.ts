/** The form of a destination, and of the proxy for all of them. */
import { format, zh } from '../format.ts';

const SAVED_IN_KEYCHAIN = '使用系统钥匙串加密后保存在此电脑上。';
const KEPT_UNTIL_QUIT = '无法访问系统钥匙串，因此只保留到退出 Upcast 为止。';

const kept = (isKept: boolean): string => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT);

export const destinationForm = {
  addTitle: '添加推流目标',
  edit: '编辑推流目标',
  editTitle: (name: string) => zh`编辑 ${name}`,

  service: '平台',
  customService: '自定义',
  serviceGroups: { common: '热门', more: '更多平台', selfHosted: '自己的服务器' },
  aboutService: (service: string) => zh`关于 ${service}`,
  name: '名称',
  namePlaceholder: '我的频道',
  ingestServer: '服务器',
  serverRoles: {
    primary: '主服务器',
    backup: '备用服务器',
    nearest: '最近',
    default: '默认',
    global: '全球',
    automatic: '自动',
  },
  serverName: (server: string, isEncrypted: boolean) => `${server}（${isEncrypted ? '加密' : '未加密'}）`,
  otherServer: '其他（在下方输入）',

  server: '服务器地址',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: '已加密。Upcast 会验证证书和主机名。',
  serverNotEncrypted: '未加密：网络上的其他人可以读取推流码。如果平台支持，请使用 rtmps://。',
  serverFlows: 'RTMFP 的加密不验证服务器，因此无法防止网络上的人读取推流码。如果平台支持，请使用 rtmps://。',
  noAddress: '这不是服务器地址。如果是推流码，请粘贴到“推流码”字段。',
  serverHint: '粘贴平台显示的地址，包含或不包含推流码均可。',

  secretPart: '地址的机密部分',
  backupSecretPart: '备用地址的机密部分',
  secretPartHint: (isKept: boolean) => `地址中“?”之后的部分，仅在连接时发送。${kept(isKept)}`,
  secretPartRemoved: '保存时，Upcast 会移除地址的机密部分。',
  keepSecretPart: '保留机密部分',
  removeSecretPart: '移除机密部分',
  secretPartOfOldAddress:
    '已保存的机密部分属于旧地址。保存时，Upcast 会将其移除。如果新地址也有机密部分，请粘贴完整地址。',
  badSecretPart: '请像地址中那样以“?”开头，并且不要使用空格。',

  streamKey: '推流码',
  keyHint: kept,
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [...(page === undefined ? [] : [`请前往 ${page}。`]), hint, kept(isKept)].join(' '),
  saved: '•••••••• 已保存；输入即可替换',
  show: '显示',
  hide: '隐藏',

  backup: '备用服务器',
  backupAddress: '备用地址',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: '何时使用备用',
  backupFailover: '主服务器出现故障时',
  backupBoth: '与主服务器同时使用',

  signIn: '登录',
  username: '用户名',
  password: '密码',
  passwordHint: '仅用于要求登录的服务器。',

  security: '安全和网络',
  minimumTls: '最低 TLS 版本',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: '本地地址',
  localAddressPlaceholder: '自动',
  authority: '证书颁发机构',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint: '用于自己的服务器。除系统的颁发机构外，Upcast 还会为此推流目标信任这个颁发机构。',
  badAuthority: '这不是 PEM 证书。证书应以“-----BEGIN CERTIFICATE-----”开头。',
  pin: '固定的证书 (SHA-256)',
  pinHint: 'Upcast 只接受此证书，并且仅在其有效期内接受。',
  badPin: 'SHA-256 指纹有 64 个十六进制数字。',

  fieldNames: {
    key: '推流码',
    serverSecret: '地址的机密部分',
    username: '用户名',
    password: '密码',
    backupUrl: '备用服务器',
  },
  moved: (fields: readonly string[]) => zh`Upcast 已将${format.list(fields)}移到单独的字段。`,
};

const PROXY_TYPES = 'SOCKS5 或 HTTP。';

export const proxy = {
  title: '所有推流目标的代理',
  description: '不适用于这台电脑上的服务器，也不适用于单独设置了代理的推流目标。',
  allHint: zh`${PROXY_TYPES}使用 rtmp:// 连接时，代理可以读取推流码。`,
  section: '代理',
  mode: '连接',
  sameAsSettings: '与“设置”相同',
  modes: { none: '直接连接', system: '系统代理', own: '其他代理' },
  systemHint: '每次开始直播时，Upcast 都会查询系统代理。如果代理需要密码，请选择“其他代理”。',
  hint: PROXY_TYPES,
  hintNotEncrypted: zh`${PROXY_TYPES}此服务器的连接未加密，因此代理可以读取推流码。`,
  hintEncrypted: zh`${PROXY_TYPES}连接已加密，因此代理无法读取推流码。`,
  hintFlows: 'RTMFP 使用 UDP，代理无法传输。请直接连接，或使用服务器的 rtmps:// 地址。',
  address: '代理地址',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: '代理用户名',
  password: '代理密码',
  passwordHint: '仅用于要求登录的代理。',

  direct: '推流目标直接连接。',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) => zh`除非单独设置了代理，否则推流目标通过${url ?? '系统代理'}连接。`,
  add: '添加代理',
  change: '更改代理',
};
