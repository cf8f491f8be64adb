/** The form of a destination, and of the proxy for all of them. */
import { format } from '../format.ts';

const SAVED_IN_KEYCHAIN = 'システムのキーチェーンで暗号化され、このコンピューターに保存されます。';
const KEPT_UNTIL_QUIT = 'システムのキーチェーンにアクセスできないため、終了するまでのみ保持されます。';

const kept = (isKept: boolean): string => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT);

export const destinationForm = {
  addTitle: '配信先を追加',
  edit: '配信先を編集',
  editTitle: (name: string) => `${name}を編集`,

  service: 'サービス',
  customService: 'カスタム',
  serviceGroups: { common: '主なサービス', more: 'その他のサービス', selfHosted: '自分のサーバー' },
  aboutService: (service: string) => `${service}について`,
  name: '名前',
  namePlaceholder: 'マイチャンネル',
  ingestServer: 'サーバー',
  serverRoles: {
    primary: 'プライマリ',
    backup: 'バックアップ',
    nearest: '最寄り',
    default: 'デフォルト',
    global: 'グローバル',
    automatic: '自動',
  },
  serverName: (server: string, isEncrypted: boolean) =>
    `${server} (${isEncrypted ? '暗号化' : '暗号化なし'})`,
  otherServer: 'その他 (下に入力)',

  server: 'サーバーアドレス',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: '暗号化されます。証明書とホスト名が検証されます。',
  serverNotEncrypted:
    '暗号化されません: ネットワーク上の第三者がストリームキーを読み取れます。サービスが対応している場合は、rtmps://を使ってください。',
  serverFlows:
    'RTMFPの暗号化ではサーバーが検証されないため、ネットワーク上の第三者からストリームキーを保護できません。サービスが対応している場合は、rtmps://を使ってください。',
  noAddress:
    'これはサーバーアドレスではありません。ストリームキーの場合は、「ストリームキー」の欄に貼り付けてください。',
  serverHint: 'サービスに表示されるアドレスを貼り付けてください。キーを含んでいてもかまいません。',

  secretPart: 'アドレスの秘密の部分',
  backupSecretPart: 'バックアップアドレスの秘密の部分',
  secretPartHint: (isKept: boolean) =>
    `アドレスの「?」より後の部分で、接続時にのみ送信されます。${kept(isKept)}`,
  secretPartRemoved: '保存すると、アドレスの秘密の部分が削除されます。',
  keepSecretPart: '秘密の部分を残す',
  removeSecretPart: '秘密の部分を削除',
  secretPartOfOldAddress:
    '保存されている秘密の部分は以前のアドレスのものです。保存すると削除されます。新しいアドレスに秘密の部分がある場合は、完全なアドレスを貼り付けてください。',
  badSecretPart: 'アドレスと同じように「?」で始め、空白は使わないでください。',

  streamKey: 'ストリームキー',
  keyHint: kept,
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [...(page === undefined ? [] : [`${page}を開いてください。`]), hint, kept(isKept)].join(' '),
  saved: '•••••••• 保存済み。入力すると置き換え',
  show: '表示',
  hide: '隠す',

  backup: 'バックアップサーバー',
  backupAddress: 'バックアップアドレス',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: 'バックアップを使う条件',
  backupFailover: 'プライマリサーバーに障害が起きたとき',
  backupBoth: 'プライマリサーバーと同時に',

  signIn: 'サインイン',
  username: 'ユーザー名',
  password: 'パスワード',
  passwordHint: 'サーバーが要求する場合のみ。',

  security: 'セキュリティとネットワーク',
  minimumTls: 'TLSの最低バージョン',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: 'ローカルアドレス',
  localAddressPlaceholder: '自動',
  authority: '認証局',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint: '自分のサーバー用です。この配信先では、システムの認証局に加えてこの認証局も信頼されます。',
  badAuthority: 'これはPEM証明書ではありません。「-----BEGIN CERTIFICATE-----」で始まる必要があります。',
  pin: '固定する証明書 (SHA-256)',
  pinHint: 'この証明書だけが、有効期間中に限り受け入れられます。',
  badPin: 'SHA-256フィンガープリントは16進数64桁です。',

  fieldNames: {
    key: 'ストリームキー',
    serverSecret: 'アドレスの秘密の部分',
    username: 'ユーザー名',
    password: 'パスワード',
    backupUrl: 'バックアップサーバー',
  },
  moved: (fields: readonly string[]) => `${format.list(fields)}を専用の欄に移動しました。`,
};

const PROXY_TYPES = 'SOCKS5またはHTTP。';

export const proxy = {
  title: 'すべての配信先のプロキシ',
  description: 'このコンピューター上のサーバーと、個別のプロキシ設定がある配信先には適用されません。',
  allHint: `${PROXY_TYPES}rtmp://の接続では、プロキシがストリームキーを読み取れます。`,
  section: 'プロキシ',
  mode: '接続',
  sameAsSettings: '設定と同じ',
  modes: { none: '直接接続', system: 'システムのプロキシ', own: '別のプロキシ' },
  systemHint:
    'システムのプロキシは、配信を開始するたびに確認されます。プロキシにパスワードが必要な場合は、「別のプロキシ」を選択してください。',
  hint: PROXY_TYPES,
  hintNotEncrypted: `${PROXY_TYPES}このサーバーへの接続は暗号化されないため、プロキシがストリームキーを読み取れます。`,
  hintEncrypted: `${PROXY_TYPES}接続は暗号化されるため、プロキシはストリームキーを読み取れません。`,
  hintFlows:
    'RTMFPはUDPを使うため、プロキシを通せません。直接接続するか、サーバーのrtmps://のアドレスを使ってください。',
  address: 'プロキシのアドレス',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: 'プロキシのユーザー名',
  password: 'プロキシのパスワード',
  passwordHint: 'プロキシが要求する場合のみ。',

  direct: '配信先には直接接続します。',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) =>
    `個別のプロキシ設定がない配信先には、${url ?? 'システムのプロキシ'}を経由して接続します。`,
  add: 'プロキシを追加',
  change: 'プロキシを変更',
};
