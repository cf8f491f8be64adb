/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { format, inSeconds } from './format.ts';
import { cause } from './errors/causes.ts';
import { goLive } from './go-live.ts';

export const events = {
  /** One or two sentences; the second says why. */
  sentence: (event: BroadcastEvent): string => {
    const error = causeToTell(event);
    return `${happened(event)}${error === undefined ? '' : cause(error)}`;
  },
};

/** A rehearsal starts and ends; for all else its destination is the local test server. */
function happened(event: BroadcastEvent): string {
  if (event.isRehearsal !== true) return whatHappened(event, event.destinationName ?? '配信先');
  if (event.code === 'destinationLive')
    return event.details.isReturn ? 'リハーサルを再開しました。' : 'リハーサルを開始しました。';
  if (event.code === 'destinationEnded') return 'リハーサルを終了しました。';
  return whatHappened(event, 'ローカルのテストサーバー');
}

function whatHappened(event: BroadcastEvent, name: string): string {
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? '配信を開始しています。'
        : `${format.number(event.details.destinations)}件の配信先への配信を開始しています。`;
    case 'broadcastEnded':
      return {
        ended: '配信が終了しました。',
        neverLive: '配信が始まる前に終了しました。',
        lost: 'すべての配信先で失敗したため、配信が終了しました。',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? `${name}に接続しています (${format.number(event.details.attempt)}回目)。`
        : `${name}に接続しています。`;
    case 'destinationMoving':
      return event.details.isBackup
        ? `配信を続けたまま、${name}のバックアップサーバーに接続しています。`
        : `配信を続けたまま、${name}への新しい接続を開いています。`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return `${name}を中断なしで${moveTarget(event.details)}に切り替えました。`;
    case 'destinationLost':
      return `${name}との接続が切れました。`;
    case 'destinationReconnecting':
      return `${soon(event.details.delayMs)}${name}に再接続します (${format.number(event.details.attempt)}回目)。`;
    case 'serverRefused':
      return event.details.isBackup
        ? `${name}のバックアップサーバーを使えません。プライマリに切り替えます。`
        : `${name}のプライマリサーバーを使えません。バックアップに切り替えます。`;
    case 'moveFailed':
      return `${name}への新しい接続を開けませんでした。現在の接続を維持します。`;
    case 'destinationFailed':
      return `${name}への配信に失敗しました。再試行は行われません。`;
    case 'destinationEnded':
      return `${name}への配信を終了しました。`;
    case 'serverSaid':
      return serverSaid(name, event.details);
    case 'moveRefused':
      return `${name}が配信を転送しようとしました。現在の接続を維持します。`;
    case 'codecUnconfirmed':
      return `${name}は${event.details.codec}への対応を確認しませんでした。チャンネルに映像が表示されるか確認してください。表示されない場合は、どこでも使えるH.264を使ってください。`;
    case 'bitrateChanged':
      return event.details.isDown
        ? `映像ビットレートを${format.number(event.details.videoKbps)} kbpsに下げました: ネットワークが追いつきませんでした。`
        : `映像ビットレートを${format.number(event.details.videoKbps)} kbpsに上げました: ネットワークが回復しました。`;
    case 'encoderStarted':
      return `エンコーダ${event.details.encoder}を${format.number(event.details.videoKbps)} kbpsで開始しました。`;
    case 'encoderSlowStart':
      return 'FFmpegの起動を待っています。ウイルス対策ソフトがスキャンしている可能性があります。';
    case 'encoderRestarted':
      return 'エンコーダに障害が発生したため、再起動しました。';
    case 'encoderStalled':
      return `エンコーダが${inSeconds(event.details.seconds * 1000)}間フレームを出力しなかったため、再起動しました。`;
    case 'encoderChangeFailed':
      return '新しいエンコーダ設定を適用できませんでした。以前の設定を維持します。';
    case 'encoderFailed':
      return `エンコーダが停止し、再起動できませんでした。${whatEnds(event.details)}設定で別のエンコーダを選択してください。`;
    case 'recordingStarted':
      return `${event.details.file}に録画しています。`;
    case 'recordingSplit':
      return `ディスクにこれ以上大きなファイルを保存できないため、${event.details.file}に録画を続けます。`;
    case 'recordingEnded':
      return `録画を保存しました: ${event.details.file}。`;
    case 'recordingNotStarted':
      return '録画を開始できませんでした。';
    case 'recordingFailed':
      return '録画が停止しました。';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return `トラック${event.details.track}の録画が停止しました。他のトラックは続いています。`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return '新しい設定でメディアファイルを再生できなかったため、以前の設定で再生しています。';
    case 'captureProblem':
      // The cause says it all.
      return '';
    case 'savedSentence': {
      const { text } = event.details;
      return event.destinationName === undefined || text.includes(event.destinationName)
        ? text
        : `${event.destinationName}: ${text}`;
    }
    default:
      return missingCase(event);
  }
}

/** Streams of older versions don't say whether the engine was started again: it was. */
function engineStopped({ isRestarted = true }: { readonly isRestarted?: boolean | undefined }): string {
  return isRestarted
    ? '配信エンジンが予期せず停止したため、配信が中断されました。エンジンは再起動されました。'
    : '配信エンジンが繰り返し停止したため、配信が終了しました。配信を開始すると、エンジンが再び起動します。';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const server = isBackup ? 'のバックアップサーバー' : '';
  return `${name}${server}への配信が${isReturn ? '再開しました' : '始まりました'}${host === undefined ? '' : ` (転送先: ${host})`}。`;
}

function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return 'バックアップサーバー';
  return host === undefined ? '新しい接続' : `転送先の${host}`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

function serverSaid(name: string, { words, times, isRepeated }: Said): string {
  if (isRepeated)
    return `${name}から同じメッセージが${times === 1 ? '再び' : `さらに${format.number(times)}回`}届きました:「${words}」。`;
  return times === 1
    ? `${name}からのメッセージ:「${words}」。`
    : `${name}からさらに${format.number(times)}件のメッセージが届きました。最後のメッセージ:「${words}」。`;
}

function soon(delayMs: number): string {
  return delayMs < 500 ? '今すぐ' : `${inSeconds(delayMs)}後に`;
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return '配信と録画が終了しました。';
  return isOnAir ? '配信が終了しました。' : '録画が終了しました。';
}

function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [`${format.number(lagMs)} msの遅れ`] : []),
    ...(skippedFrames > 0 ? [`${format.number(skippedFrames)}フレームをスキップ`] : []),
  ];
  return facts.length === 0 ? 'エンコードが過負荷です。' : `エンコードが過負荷です: ${facts.join('、')}。`;
}
