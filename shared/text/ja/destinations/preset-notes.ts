/** What an imported destination has besides its server, for the person who imports it. */
const UNREADABLE = '読み取れない認証局';

const withSameKey = (isEncrypted: boolean): string => `同じキー${isEncrypted ? '' : '、暗号化なし'}`;

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) => `バックアップ: ${host} (${withSameKey(isEncrypted)})。`,
  bothServers: (host: string, isEncrypted: boolean) =>
    `${host}にも配信します (${withSameKey(isEncrypted)})。`,
  backupUnreadable: 'バックアップ: 読み取れないアドレス。',
  bothUnreadable: '読み取れないアドレスにも配信します。',
  authority: (subjects: string) =>
    subjects === UNREADABLE ? `${UNREADABLE}も信頼します。` : `次の認証局も信頼します: ${subjects}。`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) => `フィンガープリントが${fingerprint}で始まる証明書だけを受け入れます。`,
  localAddress: (address: string) => `ローカルアドレス${address}を使います。`,
  username: (name: string) => `${name}としてサインインします。`,
  noProxy: 'プロキシを使わずに直接接続します。',
  systemProxy: 'システムのプロキシを使います。',
  proxy: (host: string, canReadKey: boolean) =>
    `プロキシ${host}を使います${canReadKey ? ' (キーを読み取られる可能性があります)' : ''}。`,
  proxyUnreadable: 'アドレスを読み取れないプロキシを使います。',
  guessedEncoding: (encoding: string) =>
    `ファイルに文字コードの指定がないため、${encoding}として読み込みました。名前が正しいか確認してください。`,
  doubtful: (name: string) =>
    `「${name}」をインポートしませんでした: アドレス、キー、ユーザー名、パスワードのいずれかに、ファイルの文字コードによって変わる文字が含まれています。ファイルをUTF-8で保存してから、もう一度インポートしてください。`,
  doubtfulFile:
    'アドレス、キー、ユーザー名、パスワードのいずれかに、ファイルの文字コードによって変わる文字が含まれています。ファイルをUTF-8で保存してから、もう一度インポートしてください',
  cutLine: '最後の行をインポートしませんでした: その後が破損しているため、行が不完全な可能性があります。',
  cutFile:
    '最初の行より後が破損しているため、その行が不完全な可能性があります。ファイルを保存し直してください',
  richText:
    'これはリッチテキスト文書 (RTF) です。プレーンテキストで保存してから、もう一度インポートしてください',
};
