/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'サーバーを検索中',
  tcp: '接続中',
  tls: '接続を暗号化中',
  handshake: 'RTMPハンドシェイク中',
  connect: 'RTMPアプリケーションを開いています',
  publish: 'ストリームキーを送信中',
};

const attempt = (count: number) => `(${format.number(count)}回目)`;

export const card = {
  off: 'オフ',
  waitsForRehearsal: 'リハーサル中は一時停止',
  keyMissing: 'ストリームキーが未保存',
  ready: '準備完了',
  readyAt: (host: string) => `準備完了 · ${host}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}… ${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => `配信中 ${elapsed}`,
  liveOnBackup: (elapsed: string) => `配信中 ${elapsed} · バックアップサーバー`,
  reconnectingIn: (seconds: number, count: number) =>
    `${format.number(seconds)}秒後に再接続 ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined ? `再接続中… ${attempt(count)}` : `再接続: ${steps[step]}… ${attempt(count)}`,
  ending: (seconds: number) => `終了中… 最大${format.number(seconds)}秒`,
  movedTo: (host: string) => `サーバーがこの配信を${host}へ転送しました。`,
  heldBack: 'ネットワークが追いつかず、フレームをドロップしています。',
  dropped: (frames: number) => `ドロップ ${format.number(frames)}`,
  queued: (durationMs: number) => `送信待ち ${format.seconds(durationMs, 1)}`,
  backup: (host: string, sentence: string) => `バックアップ ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · 暗号化なし`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: '配信先',
  list: '配信先リスト',
  add: '追加',
  addDestination: '配信先を追加',
  importAndExport: 'インポートとエクスポート',
  import: 'インポート…',
  export: 'エクスポート…',
  empty: 'どこに配信しますか？サービスから提供されたサーバーとストリームキーを追加してください。',
  chooseService: 'サービスを選択…',
  relay: 'リレー経由で送信…',

  deleted: (name: string) => `「${name}」を削除しました。`,
  copyName: (name: string) => `${name}のコピー`,
  duplicated: (name: string) => `「${name}」として複製しました。`,
  needsKey: '複製した配信先のストリームキーを入力してください。',
  needsKeyAndAddress: 'ストリームキーと完全なアドレスを入力してください。秘密の情報は複製されません。',
  added: (count: number) => `${format.number(count)}件の配信先を追加しました。`,
  exported: (count: number) => `${format.number(count)}件の配信先をエクスポートしました。`,
  savedAs: (fileName: string) => `${fileName}として保存しました。`,

  actions: {
    retryNow: '今すぐ再試行',
    useBackup: 'バックアップに切り替え',
    giveUp: '再試行を中止',
    tryAgain: '再試行',
    trustHost: 'このホストを許可',
  },
  sendTo: (name: string) => `${name}に配信`,
  moreFor: (name: string) => `${name}のその他のオプション`,
  edit: '編集…',
  test: 'テスト…',
  duplicate: '複製',
  moveUp: '上へ移動',
  moveDown: '下へ移動',
  delete: '削除',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${version}: 証明書を表示`,
  ownAuthority: '追加した認証局による署名',
};

export const certificate = {
  title: (name: string) => `${name}への接続`,
  description: '暗号化されています。サーバーの証明書とホスト名を検証しました。',
  host: 'ホスト',
  protocol: 'プロトコル',
  protocolAndCipher: (protocol: string, cipher: string) => `${protocol}、${cipher}`,
  issuedTo: '発行先',
  issuedBy: '発行者',
  ownAuthority: (issuer: string) => `${issuer} (追加した認証局)`,
  validUntil: '有効期限',
  validity: (untilMs: number, days: number) => `${format.date(untilMs)} (残り${format.number(days)}日)`,
  chain: 'チェーン',
  fingerprint: 'SHA-256フィンガープリント',
};
