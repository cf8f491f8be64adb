/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return 'pulseaudio-utilsをインストールしてください (PipeWireでも動作します)。その後、アプリの音声が自動的にキャプチャされます。';
    case 'applicationAudioElsewhere':
      return 'チャンネルを削除するか、アプリの音声を仮想マイクに送り、それを追加してください。';
    default:
      return 'Upcastは再試行を続けます。音声が戻らない場合は、PulseAudioまたはPipeWireを再起動してください。';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = '配信はこのソースなしで続きます。';

/** With other channels the stream has their sound. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'チャンネル' : '配信';
  return `${until}${until === '' ? '' : '、'}${what}は無音です。`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return '「システム設定」>「プライバシーとセキュリティ」>「画面収録とシステムオーディオ録音」でUpcastをオンにし、Upcastを再起動してください。';
  const page = kind === 'microphone' ? 'マイク' : 'カメラ';
  if (system === 'mac')
    return `「システム設定」>「プライバシーとセキュリティ」>「${page}」でUpcastをオンにし、ソースを選択し直してください。`;
  if (system === 'windows')
    return `「設定」>「プライバシーとセキュリティ」>「${page}」でデスクトップアプリのアクセスをオンにし、ソースを選択し直してください。`;
  return 'システムのプライバシー設定でアクセスを許可し、ソースを選択し直してください。';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'カメラが見つかりません。',
          doing: 'カメラを接続すると、すぐに一覧に表示されます。',
          action: 'カメラを接続するか、画面、ウィンドウ、またはテストパターンを選択してください。',
        }
      : {
          title: message(details, '選択したカメラが接続されていません。'),
          ...(isOneOfSeveral(details)
            ? {
                doing: '視聴者に間違った映像を見せないよう、これらのカメラはどれも使われません。',
                action: '「ソース」でこれらのカメラから1つ選択してください。',
              }
            : {
                doing: 'カメラが接続されると、すぐに使われます。',
                action: 'カメラを接続するか、「ソース」で別のカメラを選択してください。',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'マイクが見つかりません。',
          doing: silent(details),
          action: 'マイクを接続するか、「音声なし」を選択してください。',
        }
      : {
          title: message(details, '選択したマイクが接続されていません。'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: '「音声」でこれらのマイクから1つ選択してください。' }
            : {
                doing: silent(details, 'マイクが接続されるまで'),
                action: 'マイクを接続するか、「音声」で別のマイクを選択してください。',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'キャプチャする画面またはウィンドウがありません。'),
    ...(details['reason'] === 'screensUnlisted'
      ? { action: '少し待ってから、もう一度お試しください。解決しない場合は、Upcastを再起動してください。' }
      : {
          doing: '画面またはウィンドウが戻ると、キャプチャが再開されます。',
          action: '「ソース」で別の画面またはウィンドウを選択してください。',
        }),
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'ウィンドウが閉じられました。'),
    doing:
      '視聴者にはウィンドウの最後のフレームが見えています。同じタイトルで開き直すと、キャプチャが再開されます。',
    action: 'ウィンドウを開き直すか、「ソース」で別のウィンドウを選択してください。',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'キャプチャするウィンドウを特定できません。'),
    doing: '視聴者に間違ったウィンドウを見せないよう、どのウィンドウも表示されません。',
    action: '「ソース」でウィンドウまたは画面を選択し直してください。',
  }),
  'capture/permission-denied': (details) => ({
    title: message(details, 'Upcastにカメラ、マイク、または画面キャプチャの使用が許可されていません。'),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'ソースが切断されました。'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, 'マイクが戻るまで')
        : 'ソースが戻るまで、視聴者には最後のフレームが見えています。',
    action: 'ソースを接続し直すか、別のソースを選択してください。',
  }),
  'capture/muted': (details) => ({
    title: message(details, 'デバイスがオフになっています。'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, 'マイクのミュートが解除されるまで'),
          action: 'マイク本体のスイッチ、キーボード、またはシステムの設定でミュートを解除してください。',
        }
      : {
          doing: '視聴者側では、カメラの映像が更新されません。',
          action:
            'カメラのシャッターを開くか、キーボードのカメラのキーまたはシステムの設定でカメラをオンにしてください。',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)}オーディオサービスに再接続しています。`,
    action:
      '10秒以内に音声が戻らない場合は、マイクを接続し直すか、PulseAudioまたはPipeWireを再起動してください。',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, 'デスクトップ音声をキャプチャできません。'),
    doing: 'チャンネルは無音です。',
    action: 'チャンネルを削除するか、音声を仮想マイクに送り、それを追加してください。',
  }),
  'capture/no-application-audio': (details) => ({
    title: message(details, '特定のアプリの音声をキャプチャできません。'),
    doing: 'チャンネルは無音です。',
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'モニタリングデバイスで音声を再生できません。'),
    doing: '自分には何も聞こえませんが、配信に影響はありません。',
    action: 'デバイスを接続するか、「プログラム音声」で別のデバイスを選択してください。',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? 'モニター音がデスクトップ音声に入る可能性があるため、モニタリングはオフです。'
        : 'モニター音がデスクトップ音声に入るため、モニタリングはオフです。',
    doing: '自分には何も聞こえませんが、配信に影響はありません。',
    action:
      isUnknown === true
        ? 'デスクトップ音声がキャプチャするデバイスを判別できるようpulseaudio-utilsをインストールするか、デスクトップ音声を削除してください。'
        : '「プログラム音声」で、システムの既定とは別のモニタリングデバイスを選択してください。',
  }),
  'capture/file-unreadable': () => ({
    title: 'メディアファイルを再生できません。',
    action: '別のファイルまたはソースを選択してください。',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'ソースを開始できませんでした。'),
    doing: STREAM_CONTINUES,
    action: 'このソースを使っている他のアプリを閉じ、ソースを選択し直してください。',
  }),
};
