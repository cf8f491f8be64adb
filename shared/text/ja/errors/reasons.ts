/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import { endSentence } from '../../end-sentence.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', 'ディスクがいっぱいです'],
  ['readOnly', 'ディスクが読み取り専用です'],
  ['fault', 'ディスクエラーが発生しました'],
  ['notAllowed', '書き込みが許可されていません'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return (
    diskCauses.get(disk) ?? (systemCode === undefined ? 'ディスクエラーが発生しました' : String(systemCode))
  );
}

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT = '今入力したキーは、終了するまでのみ保持されます。';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: '配信はすでに実行中です。',
  nothingLive: '配信中ではありません。',
  streamEnding: '配信を終了しています。',
  notWaiting: 'この配信先は再接続を待っていません。',
  notRetrying: 'この配信先は再接続中ではありません。',
  noBackupNow: '現在、この配信先はバックアップに切り替えられません。',
  destinationNotLive: 'この配信先は配信中ではありません。',
  destinationUnknown: 'この配信先はもうありません。',
  sceneUnknown: 'このシーンはもうありません。',
  sourceUnknown: 'このソースはもうありません。',
  itemUnknown: 'このソースはもうシーンにありません。',
  canvasUnknown: 'このキャンバスはもうありません。',
  studioModeOff: 'スタジオモードがオフです。先にスタジオモードをオンにしてください。',
  lastScene: '唯一のシーンは削除できません。先に別のシーンを追加してください。',
  sceneInItself: 'シーンに自分自身を含めることはできません。',
  notAGroup: 'このソースはグループではありません。',
  sourceWithoutVideo: 'このソースには映像がありません。',
  tooManyScenes: (details) => `シーンの上限 (${say(details, 'maximum')}個) に達しています。`,
  tooManySources: (details) => `ソースの上限 (${say(details, 'maximum')}個) に達しています。`,
  tooManyItems: (details) => `このシーンのソースの上限 (${say(details, 'maximum')}個) に達しています。`,
  filterUnknown: 'このフィルタはもうありません。',
  tooManyFilters: (details) => `ここで使えるフィルタの上限 (${say(details, 'maximum')}個) に達しています。`,
  filterMisplaced: '音声フィルタはミキサーのチャンネルに、映像フィルタはソースまたはシーンに追加できます。',
  channelUnknown: 'このチャンネルはもうミキサーにありません。',
  channelThere: 'このソースはすでにミキサーにあります。',
  sourceWithoutAudio: 'このソースには音声がありません。',
  fileOnNetwork:
    'ネットワークパスのファイルは開けません。ネットワークフォルダにドライブ文字を割り当てるか、ファイルをこのコンピューターにコピーしてください。',
  fileNotChosen: '自分で選択したファイルだけを開けます。ファイルを選択し直してください。',
  nothingToUndo: '元に戻す操作はありません。',
  nothingToRedo: 'やり直す操作はありません。',
  tooManyMedia: (details) =>
    `同時に開けるメディアソースの上限 (${say(details, 'maximum')}個) に達しています。先に1つ停止してください。`,
  noUpdate: 'インストールするアップデートはありません。',
  updateWhileLive: '配信中または録画中です。終わってからアップデートしてください。',
  restartWhileLive: '配信中または録画中です。終わってから再起動してください。',
  noWindow: 'Upcastのウィンドウを読み込んでいます。もう一度お試しください。',
  pageNotTyped: '自分でアドレスを入力したページだけを開けます。アドレスを入力し直してください。',
  alreadyRecording: 'すでに録画中です。',
  notRecording: '録画中ではありません。',
  recordingEnding: '前回の録画を保存しています。',
  recordingFolderFailed: (details) => `フォルダ${say(details, 'folder')}を作成できませんでした。`,
  diskFull: 'ディスクがいっぱいです。',
  diskTooSlow: 'この録画にはディスクが遅すぎます。',
  folderMissing: '録画フォルダが存在しません。',
  folderProtected: 'Windowsが録画フォルダへの書き込みを許可しませんでした。',
  folderReadOnly: '録画フォルダに書き込めません。',
  fileNameTooLong: '録画の名前が、このディスクには長すぎます。',
  driveSilent: '録画先のディスクが応答していません。',
  tooManyRecordings: 'この名前の録画が多すぎます。設定でファイル名を変更してください。',
  filesTooSmall:
    'このディスクには、録画に必要な大きさのファイルを保存できません。別のディスクのフォルダを選択してください。',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? '録画を保存できませんでした。'
      : `システムがエラー${say(details, 'systemCode')}を報告しました。`,
  notAcknowledged: (details) => `${say(details, 'seconds')}秒間、サーバーに何も届きませんでした。`,
  notAnswered: (details) => `${say(details, 'seconds')}秒間、サーバーが応答しませんでした。`,
  nothingTaken: (details) => `${say(details, 'seconds')}秒間、接続が停滞しました。`,
  serverAnswersOthers: '接続が停滞しましたが、サーバーは新しい接続を受け付けています。',
  computerSlept: (details) => `このコンピューターは${say(details, 'seconds')}秒間スリープしていました。`,
  addressLost: 'このコンピューターのネットワークアドレスが変わりました。',
  tooSlowForAudio: '音声だけでも送れないほど接続が遅くなっています。',
  publishTimeout: 'サーバーが時間内に配信を受け付けませんでした。',
  closedHere: 'Upcastが接続を閉じました。',
  gaveUp: '再試行を中止しました。',
  testWhileLive: '配信の帯域を使ってしまうため、配信中はテストできません。',
  tooManyDestinations: (details) =>
    `配信先が${say(details, 'count')}件になります。上限は${say(details, 'maximum')}件です。選択を減らしてください。`,
  keyMissing: (details) => `「${say(details, 'name')}」にはストリームキーが必要です。`,
  keyOfOtherServer:
    'サーバーまたはその証明書の設定が変更されたため、保存されたキーとパスワードは再利用されません。',
  keyReadByProxy:
    'このサーバーへの接続は暗号化されていないため、新しいプロキシが保存されたキーを読み取れる可能性があります。',
  relayFolderIsLink: (details) =>
    `${say(details, 'file')}はフォルダではなくリンクです。別のフォルダを選択してください。`,
  relayFolderIsOpen:
    'Windowsでは、リレー用のフォルダは自分のユーザーフォルダの中に置く必要があります。ほかの場所では、ほかのユーザーがストリームキーを読み取れます。別のフォルダを選択してください。',
  relayFolderFailed: 'リレー用のフォルダを作成できませんでした。',
  relayNotWritten: '先にリレー用ファイルを保存してください。',
  exportTooLarge:
    'ファイルが大きすぎて、インポートできなくなります。エクスポートする配信先を減らしてください。',
  fileNotOpen: 'ファイルはもう開かれていません。選択し直してください。',
  fileNotSaved: 'ファイルを保存できませんでした。',
  screenGone: (details) =>
    details['label'] === undefined
      ? '選択した画面が接続されていません。'
      : `画面「${say(details, 'label')}」が接続されていません。`,
  noScreen: 'キャプチャできる画面がありません。',
  screensUnlisted: '画面の一覧を取得できませんでした。',
  windowGone: (details) => `ウィンドウ「${say(details, 'label')}」が開かれていません。`,
  windowsAlike: (details) =>
    `「${say(details, 'label')}」という名前のウィンドウが${say(details, 'count')}個あります。`,
  windowUntitled: '選択したウィンドウにはタイトルがないため、次回見つけることができません。',
  captureTargetGone: 'キャプチャしていたウィンドウまたは画面がなくなりました。',
  captureAskedAnew:
    'このデスクトップでは、Upcastを起動するたびに、共有する画面またはウィンドウの選択を求められます。',
  applicationAudioElsewhere: '特定のアプリの音声をキャプチャできるのは、Linuxだけです。',
  soundToolsMissing:
    '特定のアプリの音声をキャプチャするにはpactlとparecが必要ですが、インストールされていません。',
  soundServerSilent: 'PulseAudioまたはPipeWireに接続できません。',
  portTaken: (details) => `別のアプリがポート${say(details, 'port')}を使っています。`,
  portUnusable: (details) => `ポート${say(details, 'port')}を使えません (${say(details, 'systemCode')})。`,
  ffmpegMissing: 'FFmpegが見つかりません。FFmpegをインストールしてください。',
  ffmpegBroken:
    'UPCAST_FFMPEGが指すFFmpegが動作しません。パスを修正するか、UPCAST_FFMPEGの設定を解除して自動検出に任せてください。',
  fileIsFolder: 'これはフォルダです。中のメディアファイルを選択してください。',
  fileEmpty: 'ファイルが空です。',
  fileUnnamed: 'ファイルが選択されていません。',
  fileMissing: (details) => `${say(details, 'path')}が存在しません。`,
  fileNotAllowed: (details) => `${say(details, 'path')}を読み取る権限がありません。`,
  fileLinkLoop: (details) => `${say(details, 'path')}は自分自身へのリンクです。`,
  fileNotOpened: (details) => `${say(details, 'path')}を開けませんでした。`,
  fileNotRead: 'ファイルを読み込めませんでした。',
  fileNoMedia: 'ファイルに映像も音声もありません。',
  fileNoVideo: 'ファイルに映像がありません。',
  fileIndexMissing: 'ファイルのインデックスがありません。録画が途中で切れた可能性があります。',
  fileFormatRefused: 'この形式のファイルは開けません。',
  fileNotMedia: 'ファイル内に映像が見つかりませんでした。',
  fileCodecNotCarried: (details) =>
    `ファイルの映像は${say(details, 'codec')}のため、RTMPでは送れません。先にH.264へ変換してください。`,
  fileCodecNeedsFfmpeg: (details) =>
    `ファイルの映像は${say(details, 'codec')}のため、FFmpeg 6.1以降が必要です。現在のバージョンはFFmpeg ${say(details, 'version')}です。`,
  fileFrameTimeout: 'ファイルからの映像フレームが時間内に届きませんでした。',
  fileNotPlain: (details) => `${say(details, 'path')}は読み込めるファイルではありません。`,
  fileTooLarge: (details) => `${say(details, 'path')}が${say(details, 'megabytes')} MBを超えています。`,
  fileSilent: 'ファイルのあるディスクが応答していません。',
  ffmpegStopped: 'FFmpegがファイルの読み込みを停止しました。',
  ffmpegSaid: (details) => endSentence(`FFmpegがファイルを読み込めませんでした: ${say(details, 'words')}`),
  ffmpegNotStarted: 'FFmpegが起動しませんでした。',
  settingsAside: (details) =>
    `設定ファイルが破損しているため、既定の設定で起動しました。破損したファイルは${say(details, 'file')}として残されています。`,
  settingsStuck: (details) =>
    `${say(details, 'file')}が破損しており、別の場所に移せませんでした。ファイル名を変更してUpcastを再起動するまで、変更は保存されません。`,
  settingsUnread: (details) => `${say(details, 'file')}に保存された設定を読み込めませんでした。`,
  settingsBusy: '別のUpcastが設定を保存しています。少し待ってから、もう一度お試しください。',
  keysAside: (details) =>
    `保存されたストリームキーをキーチェーンで開けませんでした。キーを入力し直してください。古いファイルは${say(details, 'file')}として残されています。`,
  keysStuck: (details) =>
    `保存されたストリームキーをキーチェーンで開けず、${say(details, 'file')}を別の場所に移せませんでした。${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) => `${say(details, 'file')}に保存されたストリームキーを開けませんでした。`,
  keysFileLocked: (details) =>
    `${say(details, 'file')}を読み込めませんでした。ストリームキーは保存されたままです。`,
  keychainRefused: '保存されたストリームキーをキーチェーンで開けませんでした。キーは保存されたままです。',
  keychainNotWritten:
    'キーチェーンでストリームキーを暗号化できませんでした。キーは終了するまでのみ保持されます。',
  addressSecretHeld: (details) =>
    `${say(details, 'names')}のサーバーアドレスにあったパスワードまたはトークンを、設定ファイルから削除しました。キーチェーンがないため、終了するまでのみ保持されます。その後は、完全なアドレスを貼り付け直してください。`,
  addressSecretInFile:
    'サーバーアドレスに含まれるパスワードまたはトークンを暗号化できませんでした。設定ファイルに残ったままです。',
  notSaved: (details) => `${say(details, 'file')}を保存できませんでした: ${diskCause(details)}。`,
  reportsNotChanged: (details) => `保存されたレポートを更新できませんでした: ${diskCause(details)}。`,
  authorityNotPem:
    '認証局がPEM形式ではありません。BEGIN CERTIFICATEで始まり、END CERTIFICATEで終わる必要があります。',
  authorityUnreadable: '認証局を読み込めませんでした。証明書が不完全か、破損している可能性があります。',
  keyTooLong: (details) => `ストリームキーが長すぎます。上限は${say(details, 'maximumBytes')}バイトです。`,
  addressTooLong: (details) =>
    `サーバーアドレスが長すぎます。上限は${say(details, 'maximumBytes')}バイトです。`,
  codecFixed: (details) =>
    `配信中は${say(details, 'from')}から${say(details, 'to')}に切り替えられません。先に配信を終了してください。`,
  imageUnknown: 'このファイルは表示できる画像ではありません。',
  imageDamaged: '画像ファイルが破損しているか、不完全です。',
  imageTooLarge: (details) =>
    `画像が大きすぎます: ${say(details, 'width')} × ${say(details, 'height')}ピクセル。`,
  imageTooManyFrames: (details) =>
    `アニメーションのフレームが多すぎます: ${say(details, 'frames')}フレーム。`,
  imageTooComplex: 'SVG画像の描画に時間がかかりすぎます。',
  pageAddressBad: 'ページのアドレスはhttp://またはhttps://で始めてください。',
  pageAddressMissing:
    'このページのアドレスは、このコンピューターに保存されていません。入力し直してください。',
  pageNotLoaded: (details) => `${say(details, 'host')}のページを読み込めません (${say(details, 'cause')})。`,
  pageAnswered: (details) =>
    `${say(details, 'host')}のページを読み込めません: HTTP ${say(details, 'status')}。`,
  pageCrashed: (details) => `${say(details, 'host')}のページがクラッシュしました。`,
  pageClosed: (details) => `${say(details, 'host')}のページが自動で閉じました。`,
  pageHung: (details) => `${say(details, 'host')}のページが応答しなくなったため、閉じました。`,
  pageMemory: (details) =>
    `${say(details, 'host')}のページのメモリ使用量が${say(details, 'megabytes')} MBを超えたため、閉じました。`,
  pageFlood: (details) => `${say(details, 'host')}のページの負荷が高すぎるため、閉じました。`,
  collectionTooLarge: 'このコレクションは大きすぎてインポートできません。',
  collectionDamaged: 'コレクションが破損しています: JSONが不完全です。',
  collectionForeign: 'これはインポートできるコレクションではありません。',
  collectionUnknown: 'このコレクションはもうありません。',
  collectionBusy:
    '別のコレクションのエクスポートまたはインポートが進行中です。完了するまで待つか、キャンセルしてください。',
  collectionOpen: '使用中のコレクションは削除できません。先に別のコレクションに切り替えてください。',
  collectionsFixed:
    'ウィンドウなしで実行中は、コレクションを切り替えられません。別のコレクションを使うには、--collection FILEを指定してUpcastを起動してください。',
  tooManyCollections: (details) =>
    `コレクションの上限 (${say(details, 'maximum')}個) に達しています。先に1つ削除してください。`,
  collectionFromBackup: (details) =>
    `コレクション「${say(details, 'name')}」が破損しているため、バックアップを開きました。最近の変更が失われている可能性があります。破損したファイルは${say(details, 'file')}として残されています。`,
  collectionAside: (details) =>
    `バックアップのないコレクションが破損しています。破損したファイルは${say(details, 'file')}として残されています。`,
  collectionStuck: (details) => `${say(details, 'file')}のコレクションを読み込めませんでした。`,
  collectionNewer: (details) =>
    `コレクション「${say(details, 'name')}」は新しいバージョンのUpcastで保存されています。開くには、Upcastをアップデートしてください。`,
  importNewer:
    'このコレクションは新しいバージョンのUpcastで保存されています。インポートするには、Upcastをアップデートしてください。',
  collectionUnfit: 'コレクションが破損しています。',
  exportFolderTaken: (details) =>
    `「${say(details, 'folder')}」はすでに存在します。別の名前を選択してください。`,
  exportNotWritten: (details) => `コレクションをエクスポートできませんでした: ${diskCause(details)}。`,
  importNotCopied: (details) => `コレクションのファイルをコピーできませんでした: ${diskCause(details)}。`,
  collectionsNotChanged: (details) => `保存されたコレクションを変更できませんでした: ${diskCause(details)}。`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
