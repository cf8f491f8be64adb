/** Import and export of destinations, and the relay. */
import { format } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

export const presetExport = {
  title: '配信先をエクスポート',
  list: 'エクスポートする配信先',
  withKeys: 'ストリームキーとパスワードを含める',
  withKeysHint:
    'ストリームキーとパスワードはパスフレーズで暗号化されます。ファイルとパスフレーズを持つ人は誰でも、あなたのチャンネルに配信できます。失ったパスフレーズは復元できません。',
  withoutKeysHint:
    'キーとパスワードを含まないファイルは安全に共有できます。それぞれの人が自分のものを入力します。',
  passphrase: 'パスフレーズ',
  passphraseHint: (length: number) => `${format.number(length)}文字以上。`,
  passphraseShort: (length: number) =>
    `${format.number(length)}文字以上にしてください。複数の単語を使うのが最適です。`,
  repeat: 'パスフレーズを再入力',
  mismatch: 'パスフレーズが一致しません。',
  export: 'エクスポート…',
  exporting: 'エクスポート中…',
};

export const presetImport = {
  title: '配信先をインポート',
  list: 'ファイル内の配信先',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) =>
    `${{ upcast: 'Upcastの配信先', obs: 'OBSのサービス', list: 'アドレスのリスト' }[origin]}: ${fileName}`,
  chooseFile: 'ファイルを選択…',
  anotherFile: '別のファイルを選択…',
  waiting: `ファイルを選択してください。${IMPORTABLE}`,
  passphrase: 'パスフレーズ',
  passphraseHint:
    'このファイルのストリームキーは暗号化されています。パスフレーズがない場合、配信先はキーなしで追加されます。',
  unlock: 'キーのロックを解除',
  unlocking: 'ロックを解除中…',
  skipped: 'スキップ',
  addedOff: '新しい配信先は、オンにするまでオフのままです。',
  withKey: 'キーあり',
  encrypted: '暗号化あり',
  notEncrypted: '暗号化なし',
  duplicate: (host: string, name: string) => `${host} · ${name}として追加済み`,
  noteWithKey: (host: string) => `${host} · キーあり`,
  noteLocked: (host: string) => `${host} · キーはロック中`,
  noteWithoutKey: (host: string) => `${host} · キーなし`,
  add: '追加',
  addCount: (count: number, isLocked: boolean) =>
    `${format.number(count)}件を${isLocked ? 'キーなしで' : ''}追加`,
};

export const relay = {
  title: 'リレー経由で送信',
  description:
    'Upcastは自分のメディアサーバーに1つの配信を送り、サーバーがすべての配信先へ転送します。配信先がいくつあっても、アップロードは1回だけです。nginx用の設定ファイルが作成されます。',
  targets: 'リレーの配信先',
  forwardsTo: '転送先',
  noTargets: '先にストリームキーのある配信先を追加してください。',
  place: 'リレーの実行場所',
  places: { server: 'サーバー', local: 'このコンピューター' },
  localNote:
    'このコンピューター上のリレーでは、アップロード帯域を節約できません。動作の確認に使ってください。',
  host: 'サーバーのホスト名',
  hostPlaceholder: 'relay.example.org',
  port: 'ポート',
  certificate: 'サーバー上の証明書',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint: 'リレーへの接続を暗号化するには、証明書と秘密鍵を追加してください。',
  privateKey: 'サーバー上の秘密鍵',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: 'フォルダを選択して保存…',

  writtenTitle: 'リレー用ファイルを保存しました',
  writtenDescription: (folder: string) =>
    `ファイルは${folder}にあります。「keys」フォルダにはストリームキーが暗号化されずに含まれ、自分だけが読み取れます。`,
  addAndTest: '配信先として追加してテスト',
  noOutputs: 'リレーの転送先がありません。',
  outputs: (names: readonly string[]) => `リレーの転送先: ${format.list(names)}。`,
  leftOut: (name: string, why: string) => `「${name}」を除外しました。${why}`,
  check: '状態を確認',
  noResponse: '応答がありません。nginxは動作していますか？',
  waiting: '動作中です。配信を待っています。',
  forwarding: (outputs: number) => `配信を受信し、${format.number(outputs)}件の配信先に転送しています。`,
};
