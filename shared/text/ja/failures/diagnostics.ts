/** Crashes, and the file of diagnostics. */

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'Upcastのウィンドウがクラッシュしました。',
    doing:
      'ウィンドウを再読み込みしました。配信中の場合、配信は続いており、その間視聴者には最後のフレームが見えていました。',
    action: '再発する場合は、「ヘルプ」メニューから診断情報を保存してください。',
  },
  graphics: {
    title: 'グラフィックスのプロセスがクラッシュしました。',
    doing: 'プロセスを再起動しました。配信中の場合、配信は続いています。',
    action: '再発する場合は、グラフィックドライバーを更新してください。',
  },
  audio: {
    title: '音声のプロセスがクラッシュしました。',
    doing: 'プロセスを再起動しました。音声ソースが数秒間無音になる場合があります。',
    action: '無音のままのソースがある場合は、デバイスを選択し直してください。',
  },
};

const otherCrash = {
  title: 'Upcastの一部がクラッシュしました。',
  doing: 'その部分を再起動しました。',
  action: '再発する場合は、「ヘルプ」メニューから診断情報を保存してください。',
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: 'ヘルプ',
  save: '診断情報を保存…',
  showLogs: 'ログファイルを表示',
  saveTitle: '診断情報を保存',
  fileFilter: 'テキストファイル',
  fileName: (stamp: string) => `Upcast診断情報 ${stamp}.txt`,
  savedTitle: '診断情報を保存しました。',
  savedDetail:
    'ファイルにはストリームキー、アドレス、映像は含まれません。Upcastがファイルをどこかに送信することはありません。共有する前に内容を確認してください。',
  showFile: 'ファイルを表示',
  notSaved: '診断情報を保存できませんでした。別のフォルダを選択して、もう一度お試しください。',

  cutOff: '前回、Upcastが予期せず終了しました。',
  recovered: '前回、Upcastの一部がクラッシュしました。',
  offer: '原因の調査や報告のために、診断情報を保存してください。Upcastが自動で送信することはありません。',

  heading: (time: string) => `Upcast診断情報、${time}`,
  about: [
    'Upcastがこのファイルをどこかに送信することはありません。共有する前に内容を確認してください。',
    'ストリームキー、パスワード、アドレス、ファイル名、入力した名前は含まれません。',
  ],
  none: 'なし。',
  facts: 'Upcastとこのコンピューター',
  runs: '最近の実行 (新しい順)',
  noEnd: '終了の記録なし: 中断されたか、実行中です',
  dumps: 'クラッシュダンプ (新しい順、このファイルではなくUpcastの設定フォルダにあります)',
  settings: '設定 (数値と選択肢のみ)',
  stream: '前回の配信',
  log: 'ログ (古い順)',
};
