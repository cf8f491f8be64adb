/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format } from './format.ts';

export const goLive = {
  rehearse: 'リハーサル',
  goLive: '配信開始',
  cancel: 'キャンセル',
  endStream: '配信終了',
  endRehearsal: 'リハーサル終了',
  endNow: '今すぐ終了',
  keepRetrying: '再試行を続ける',
  rehearsalNote: '配信を受信するのはこのコンピューターだけです。視聴者には何も見えません。',
  ending: (seconds: number) => `残りのデータを最大${format.number(seconds)}秒間送信しています。`,

  endTitle: '配信を終了しますか？',
  keepStreaming: '配信を続ける',
  viewersSeeEnd: '視聴者側でも配信が終了します。',
  recordingContinues: '視聴者側でも配信が終了します。録画は停止するまで続きます。',

  record: '録画開始',
  waitingForVideo: '映像を待っています',
  recording: (elapsed: string) => `録画 ${elapsed}`,
  finishing: '保存中…',
  stopRecording: '録画終了',
  showFile: 'ファイルを表示',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? `約${format.number(seconds)}秒でディスクがいっぱいになります。`
      : `約${format.number(Math.floor(seconds / 60))}分でディスクがいっぱいになります。`,

  overloaded: (skipped: number) =>
    skipped === 0
      ? 'エンコードが過負荷です。'
      : `エンコードが過負荷です: ${format.number(skipped)}フレームをスキップしました。`,
  nothingLower: '設定はすでに最低です。他のアプリを閉じてください。',
  changeTo: (changes: readonly string[]) => `${changes.join('、')}に変更`,
  noInterruption: '配信は中断されません',
  resolution: (width: number, height: number) => `${width} × ${height}`,
  frameRate: (fps: string) => `${fps} fps`,
  cpuPreset: (preset: string) => `プリセット${preset}`,

  fixSettings: '設定を修正',
  fixSettingsHint: 'エンコード設定を、配信先が受け付ける値に変更します',
  settingsFixed: 'エンコード設定を更新しました。',
};

/** What the destinations need against what the upload carries. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    `${needs}のアップロード速度が必要ですが、テスト (${age}) の測定値は${measured}でした。`,
  tight: (needs: string, measured: string, age: string) =>
    `${needs}のアップロード速度が必要で、テスト (${age}) の測定値は${measured}でした。余裕がほとんどありません。`,
  unknown: (needs: string, measured: string, age: string) =>
    `${needs}のアップロード速度が必要です。テスト (${age}) で測定できたのは${measured}までのため、十分な速度がある可能性もあります。`,
  needs: (copies: number, rate: string) =>
    copies === 1 ? `配信には${rate}` : `${format.number(copies)}台のサーバーへの配信には${rate}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    `配信には${needed}のアップロード速度が必要ですが、現在は${leaving}です。${hasFit ? '' : '映像を配信するには遅すぎます。より速い回線を使ってください。'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    `すべての配信先には合計${needed}のアップロード速度が必要ですが、現在は${leaving}です。${hasFit ? '' : '配信先を1つオフにしてください。'}`,
  justNow: 'たった今',

  lowerTo: (rate: string) => `${rate}に下げる`,
  lowered: 'アップロード速度に合わせてビットレートを下げました。',
  turnOff: (destination: string) => `${destination}をオフにする`,
  turnedOff: (destination: string) => `「${destination}」をオフにしました。`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const { service } = message;
  switch (message.code) {
    case 'maxVideo':
      return `${service}の映像の上限は${format.kbps(message.kbps)}です。`;
    case 'maxAudio':
      return `${service}の音声の上限は${format.kbps(message.kbps)}です。`;
    case 'maxTotal':
      return `${service}の上限は、映像と音声の合計で${format.kbps(message.kbps)}です。`;
    case 'minTotal':
      return `${service}の推奨は、映像と音声の合計で${format.kbps(message.kbps)}以上です。`;
    case 'maxFrameRate':
      return `${service}の上限は${format.number(message.fps)} fpsです。`;
    case 'sampleRate':
      return `${service}では${message.hertz / 1000} kHzの音声が推奨されています。`;
    case 'maxResolution':
      return `${service}の映像の上限は${message.longSide} × ${message.shortSide}です。`;
    case 'vertical':
      return `${service}では縦向きの映像が表示されます。現在の映像は横向きのため、スマートフォンでは小さく見えます。`;
    case 'keyframes':
      return `${service}では${format.number(message.seconds)}秒ごとのキーフレームが${message.isRequired ? '必須です' : '推奨されています'}。`;
    case 'codec':
      return `${service}は${message.name}に対応していません。H.264を使ってください。`;
    case 'codecUnknown':
      return `${service}は${message.name}に対応していない可能性があります。配信を開始したら、チャンネルに映像が表示されるか確認してください。H.264はどこでも使えます。`;
    case 'profile':
      return `${service}ではH.264の${message.name}プロファイルが推奨されています。`;
    case 'bFrames':
      return `${service}はBフレームを受け付けません。「遅延」を「低遅延」に設定してください。`;
  }
}
