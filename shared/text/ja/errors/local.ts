/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = '配信はこのソースなしで続きます。';
const NOT_AFFECTED = '配信に影響はありません。';
/** A recording may be all there is. */
const IF_LIVE = '配信中の場合、配信は続きます。';
const TRY_OR_RESTART = 'もう一度お試しください。再発する場合は、Upcastを再起動してください。';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? `${IF_LIVE}「Windows セキュリティ」>「ウイルスと脅威の防止」>「ランサムウェアの防止」>「コントロールされたフォルダー アクセス」でUpcastを許可するか、設定で別のフォルダを選択してください。`
    : `${IF_LIVE}設定で別のフォルダを選択してください。`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, '入力内容が正しくありません。'),
    action: '修正して、もう一度お試しください。',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'このアドレスには配信できません。'),
    action: 'サービスに表示される、rtmp://またはrtmps://で始まるアドレスを使ってください。',
  }),
  'input/bad-key': (details) => ({
    title: message(details, '有効なストリームキーではありません。'),
    action: '前後に空白を入れずに、サービスからキーをコピーし直してください。',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'ファイルを読み込めません。'),
    action: {
      otherFile: '別のファイルを選択してください。',
      ifThatFails: '解決しない場合は、別のファイルを選択してください。',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? '問題が発生しました。',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
  }),
  'source/bad-image': (details) => ({
    title: message(details, 'この画像を表示できません。'),
    doing: STREAM_CONTINUES,
    action: '別の画像を選択するか、この画像をPNGまたはJPEGで保存し直してください。',
  }),
  'source/bad-lut': () => ({
    title: 'このLUTを読み込めません。',
    doing: 'フィルタの効果はありません。',
    action: '別の.cubeファイルを選択してください。',
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, 'ソースのファイルを読み込めません。'),
    doing: '視聴者には最後に読み込めた内容が見えています。読み込めるようになると、すぐに表示が更新されます。',
    action: 'ファイルを元の場所に戻すか、別のファイルを選択してください。',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? 'このページを表示できません。',
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? '視聴者にはページの最後のフレームが見えています。'
          : '視聴者にはページの最後のフレームが見えています。ページは自動的に再読み込みされます。',
    }),
    action: {
      reload: 'ページを再読み込みするか、アドレスを変更してください。',
      address: 'ページのアドレスを確認してください。',
      none: undefined,
    }[pageAdvice(details)],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? 'FFmpegが見つかりません。',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? 'その後、もう一度お試しください。'
        : 'FFmpegをインストールして、もう一度お試しください。',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? 'エンコーダが起動しませんでした。',
    action: '設定で別のエンコーダまたは低い解像度を選択してください。',
  }),
  'encoder/exited': () => ({
    title: 'エンコーダが停止しました。',
    action: '再発する場合は、設定で別のエンコーダを選択してください。',
  }),
  'encoder/stalled': () => ({
    title: 'エンコーダが応答しなくなりました。',
    action: '設定で低い解像度または高速なCPUプリセットを選択してください。',
  }),
  'encoder/bad-output': () => ({
    title: 'エンコーダの出力が正しくありません。',
    action: '設定で別のエンコーダを選択してください。',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? 'このエンコーダはこのコンピューターでは動作しません。',
    action:
      reason(details) === undefined
        ? '設定でエンコーダを「自動」にしてください。'
        : 'その後、設定でエンコーダを選択し直してください。',
  }),
  'flv/bad-data': () => ({
    title: '配信内の破損したデータをスキップしました。',
    action: '続く場合は、配信を終了して開始し直してください。',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: '録画を保存できませんでした。',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: 'ディスクがいっぱいです。',
    action: `ここまでに録画された内容は保存されています。${IF_LIVE}空き容量を増やしてから録画し直してください。`,
  }),
  'report/gone': () => ({
    title: 'このレポートはもうありません。',
    action: 'この一覧を閉じて、開き直してください。',
  }),
  'report/unreadable': () => ({
    title: 'このレポートを読み込めませんでした。',
    action: '他のレポートに影響はありません。不要な場合は、このレポートを削除してください。',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, '設定ファイルが破損しています。'),
    action: '足りないものがあれば、設定し直してください。',
  }),
  'settings/newer-version': (details) => ({
    title: reason(details) ?? '設定は新しいバージョンのUpcastで保存されています。',
    action: {
      openNewer: '設定は変更されていません。使用または変更するには、新しいバージョンを開いてください。',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, '設定を保存できませんでした。'),
    action:
      reason(details) === undefined
        ? '以前に保存されたデータは変わっていません。ディスクがいっぱいか、読み取り専用でないか確認してください。'
        : '以前に保存されたデータは変わっていません。',
  }),
  'settings/no-keychain': () => ({
    title: 'システムのキーチェーンにアクセスできません。',
    action:
      'ストリームキーは終了するまでのみ保持されます。保存するには、キーチェーンのロックを解除してください。Linuxでは、GNOME Keyringなどのキーチェーンのインストールが必要な場合があります。',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? '保存されたストリームキーを開けません。',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : `キーチェーンのロックを解除してUpcastを再起動してください。${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: 'この配信先にはストリームキーがありません。',
    action: '配信先を編集し、サービスに表示されるキーを貼り付けてください。',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(
      details,
      'サーバーまたはその証明書の設定が変更されたため、保存されたキーは再利用されません。',
    ),
    action: 'それでも続けるには、ストリームキーとパスワードを入力し直してください。',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'パスフレーズが違います。',
    action: 'もう一度お試しください。',
  }),
  'remote/unauthorized': () => ({
    title: 'リモート操作アプリのトークンが違います。',
    action: '設定からトークンをコピーし直してください。',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'リモート操作の要求をブロックしました。'),
    action: 'ウェブページからではなく、このコンピューター上のアプリから接続してください。',
  }),
  'remote/not-found': (details) => ({
    title: message(details, 'リモート操作アプリが存在しないものを要求しました。'),
    action: '使える要求については、「Upcast ガイド」の「Remote control」を参照してください。',
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'リモート操作アプリの送信量が上限を超えました。'),
    action: '送信量を減らすか、使っていない接続を閉じて、もう一度お試しください。',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, '現在この操作はできません。'),
    action: {
      listed: '「配信開始」の上に表示されている問題を解決して、もう一度お試しください。',
      ifWrong: '実際の状況と異なる場合は、少し待ってからもう一度お試しください。',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'この変更はできません。'),
    action: {
      check: 'シーンとソースを確認して、もう一度お試しください。',
      unchanged: '何も変更されていません。',
      none: undefined,
    }[refusalAdvice(details)],
  }),
  'remote/port-taken': (details) => ({
    title: message(details, '別のアプリがこのポートを使っています。'),
    action: 'リモート操作をオフにし、別のポートを選択してから、もう一度オンにしてください。',
  }),
  'internal/engine-silent': () => ({
    title: '配信エンジンが応答していません。',
    action: '配信を終了して開始し直してください。解決しない場合は、Upcastを再起動してください。',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: '配信エンジンが繰り返し停止しています。',
          action: '配信を開始すると、再び起動します。また停止する場合は、Upcastを再起動してください。',
        }
      : {
          title: '配信エンジンが予期せず停止しました。',
          doing: '配信エンジンを再起動しました。配信中または録画中だった場合は、今から再開されます。',
          action: '再発する場合は、「ヘルプ」メニューから診断情報を保存してください。',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: 'キャンセルしました。',
    action: '準備ができたら、もう一度お試しください。',
  }),
  'internal/bug': (details) => ({
    title: `Upcastで問題が発生しました。${message(details, '')}`,
    doing: NOT_AFFECTED,
    action: TRY_OR_RESTART,
  }),
};
