/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: 'コレクション',
  scene: 'シーン',
  group: 'グループ',
  source: 'ソース',
  item: 'ソース',
  filter: 'フィルタ',
  transition: 'トランジション',
  setting: '設定',
};

const parts: ReadonlyMap<string, string> = new Map([
  ['file', 'ファイルからのテキスト'],
  ['box', '固定サイズのテキストボックス'],
  ['verticalAlign', '垂直方向の配置'],
  ['files', '一部のファイル'],
  ['speed', '元の速度 (最小は25%)'],
  ['colorRange', '色範囲'],
  ['linearAlpha', 'リニアアルファ'],
  ['options', 'FFmpegのオプション'],
  ['subtitles', '字幕'],
  ['gain', '元のゲイン (最大は12 dB)'],
  ['syncOffset', '元の同期オフセット (範囲は−950 ms～2秒)'],
  ['pushToMute', 'プッシュトゥミュート'],
  ['suppression', 'ノイズ抑制の方式 (代わりにRNNoiseを使用)'],
  ['outputGain', '出力ゲイン'],
  ['sideChain', 'サイドチェーンのソース'],
  ['longDelay', '元の遅延 (最大は500 ms)'],
  ['maskColour', 'マスクの色'],
]);

const partList = ({ details }: ReportEntry): string =>
  format.list(
    String(details['parts'] ?? '')
      .split(' ')
      .map((part) => parts.get(part) ?? part),
  );
const withoutParts = (entry: ReportEntry): string => `次を除いてインポート: ${partList(entry)}`;
const maximum = ({ details }: ReportEntry): string => format.number(Number(details['maximum']));
/** A source as it stands in a scene has the same name as the source itself: the scene tells them apart. */
function about({ subject, name, details }: ReportEntry): string {
  const { count } = details;
  const things = count === undefined ? subjects[subject] : `${format.number(Number(count))}個のソース`;
  const what = name === '' ? things : `${subjects[subject]}「${name}」`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined
    ? `シーン内の${what}`
    : `シーン「${String(details['scene'])}」の${what}`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : ` (${name})`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `名前がすでに使われているため、「${String(details['to'])}」に変更しました`,
  missing: () => '参照先がファイル内にないため、除外しました',
  canvasGuessed: ({ details }) =>
    `ファイルにキャンバスサイズがないため、${String(details['width'])} × ${String(details['height'])}のキャンバスとして配置しました`,
  newerVersion: () => '新しいバージョンのOBSで保存されているため、一部の表示が異なる場合があります',
  currentSceneMissing: () => '現在のシーンがファイル内にないため、最初のシーンから始まります',
  cycle: () => 'シーンが自分自身を含むことになるため、除外しました',
  tooDeep: () => 'シーンの入れ子が深すぎるため、除外しました',
  tooMany: (entry) => `上限の${maximum(entry)}個に達していたため、除外しました`,
  otherCanvas: ({ details }) => `「${String(details['canvas'])}」ではなくメインのキャンバスに配置しました`,
  kindUnknown: ({ kind }) =>
    kind === '' ? '種類を認識できないため、除外しました' : `「${kind}」を認識できないため、除外しました`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? 'この種類にまだ対応していないため、除外しました'
      : `この種類にまだ対応していないため、除外しました (アドレス: ${String(details['host'])})`,
  chooseDevice: (entry) => `デバイスを選択し直してください${device(entry)}`,
  chooseScreen: (entry) => `画面を選択し直してください${device(entry)}`,
  chooseApplication: (entry) => `アプリを選択し直してください${device(entry)}`,
  chooseWindow: (entry) => `ウィンドウを選択し直してください${device(entry)}`,
  ownSound: () => '音声なしでインポート。デバイスの音声はマイクとして追加してください',
  textParts: withoutParts,
  filterParts: withoutParts,
  mediaParts: withoutParts,
  scaleFilter: ({ details }) =>
    `「${String(details['filter'])}」の代わりにバイキュービックフィルタで拡大縮小します`,
  ownTransitions: () => '表示と非表示には、最も近いトランジションを使います',
  noFile: () => 'このコンピューター上のファイルを指していないため、除外しました',
  networkFile: () => 'ファイルが別のコンピューター上にあるため、除外しました',
  audioParts: withoutParts,
  pushKey: () =>
    'プッシュトゥトークのキーをインポートできなかったため、ミュートしました。キーを設定してからミュートを解除してください',
  hiddenSound: () => 'すべてのシーンで非表示のため、ミュートしました',
  filterSilent: () => 'ソースの音声がUpcastにはないため、除外しました',
  transitionNearest: ({ details: { as } }) =>
    `最も近い「${transitionKinds.get(as) ?? String(as)}」に置き換えました`,
  transitionSettings: () => '最も近い設定でインポートしました',
  transitionGuessed: () => '名前を認識できなかったため、フェードとしてインポートしました',
  notOurs: () => 'OBSまたはプラグイン専用のため、除外しました',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    `OBSからインポート: そのまま${format.number(taken)}件、変更あり${format.number(partly)}件、除外${format.number(left)}件。`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)}: ${reason === undefined ? 'そのままインポートしました' : reasons[reason](entry)}。`;
  },
};
