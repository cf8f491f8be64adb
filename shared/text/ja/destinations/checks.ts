/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: 'サーバーを検索',
  tcp: '接続',
  tls: '接続を暗号化',
  handshake: 'RTMPハンドシェイク',
  connect: 'RTMPアプリケーションを開く',
  publish: 'ストリームキーを送信',
  measure: 'アップロード速度を測定',
};

export const destinationTest = {
  title: (name: string) => `${name}をテスト`,
  description: '接続の各ステップを確認します。テスト映像の送信を選択しない限り、視聴者には何も見えません。',
  steps: 'ステップ',
  stepNames,
  start: 'テスト開始',
  again: '再テスト',
  cancel: 'テストをキャンセル',
  testMode: (service: string) =>
    `${service}にはテストモードがあるため、アップロード速度を測定するテスト映像も13秒間送信されます。視聴者には見えません。`,
  publish: 'テスト映像を送信してアップロード速度を測定',
  publishHint: (isRelay: boolean) =>
    `音声なしの灰色の映像を13秒間送信します。${isRelay ? 'リレー先のすべてのチャンネル' : 'チャンネル'}に表示される可能性があります。`,

  skipped: 'スキップ',
  running: '…',
  measuring: (rate: string, seconds: number) => `${rate} · 残り${format.number(seconds)}秒`,
  waitingForServer: 'サーバーを待っています…',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
  failed: '失敗',
  failedAfter: (time: string) => `失敗 (${time})`,
  secured: (protocol: string, days: number, time: string) =>
    `${protocol} · 証明書の有効期限まで${format.number(days)}日 · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? `${rate}以上` : rate),

  cancelled: 'テストをキャンセルしました。何も送信していません。',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    `サーバーは接続を受け付けています${roundTrip(roundTripMs)}。ストリームキーとアップロード速度は確認していません。`,
  accepted: (roundTripMs: number | undefined) => `サーバーは配信を受け付けました${roundTrip(roundTripMs)}。`,
  uploadAtLeast: (rate: string) =>
    `アップロード速度は、このテストの上限の${rate}に達しました。実際はさらに速い可能性があります。`,
  upload: (rate: string, lowest: string) => `アップロード速度: ${rate} (最も遅い1秒: ${lowest})。`,
  codecMissing: (missing: string, used: string) =>
    `このコンピューターでは${missing}のエンコーダが動作しないため、テストには${used}を使いました。${missing}への対応は確認していません。`,
  codecUnconfirmed: (codec: string) =>
    `テストには${codec}を使いました。サーバーは${codec}への対応を確認しなかったため、チャンネルに映像が表示されるか確認してください。`,
  codecUsed: (codec: string) => `テストには、配信と同じ${codec}を使いました。`,

  tooSlow:
    '最低のビットレートでも、配信先に対してアップロードが遅すぎます。複数の配信先がオンの場合は、1つオフにしてください。',
  settingsFit: '現在の設定はアップロード速度に収まっています: ',
  recommended: 'オンになっているすべての配信先への推奨設定: ',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${width} × ${height}、${fps} fps、${rate}`,
  apply: '適用',
  applied: 'エンコード設定を更新しました。',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : ` (往復時間: ${format.number(ms)} ms)`;
}
