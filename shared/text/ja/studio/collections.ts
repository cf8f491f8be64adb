/** Collections: scenes and sources under a name, of which one is open. */
import { format } from '../format.ts';

export const collections = {
  title: 'コレクション',
  /** Of the button that opens the menu. */
  open: (name: string) => `コレクション: ${name}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: '無題',
  add: '新しいコレクション',
  all: 'すべてのコレクション…',
  import: 'インポート…',
  exportOpen: 'エクスポート…',
  exported: (folder: string, files: number) =>
    files === 0
      ? `フォルダ「${folder}」にエクスポートしました。`
      : `フォルダ「${folder}」に${format.number(files)}個のファイルとともにエクスポートしました。`,
  notExported: (names: readonly string[]) =>
    `次のファイルは見つからなかったため、エクスポートに含まれていません: ${format.list(names)}。`,
  exporting: (name: string) => `「${name}」をエクスポートしています`,
  copying: 'ファイルをコピーしています',
  copied: (done: number, total: number) => `${format.bytes(done)} / ${format.bytes(total)}`,
  name: 'コレクション名',
  list: 'コレクション',
  isOpen: '使用中',
  switchTo: (name: string) => `${name}に切り替え`,
  rename: (name: string) => `${name}の名前を変更`,
  duplicate: (name: string) => `${name}を複製`,
  remove: (name: string) => `${name}を削除`,
  cannotRemoveOpen: 'これを削除するには、別のコレクションに切り替えてください',
  removed: (name: string) => `「${name}」を削除しました。`,
  hint: 'コレクションには、シーン、ソース、音声ミキサーが含まれます。映像設定と配信先は、すべてのコレクションで共通です。',
  question: (name: string) => `配信中に「${name}」へ切り替えますか？`,
  newQuestion: '配信中に新しいコレクションを開きますか？',
  consequences:
    '視聴者にはすぐにそのコレクションのシーンが表示されます。配信は同じ映像設定で続きます。現在のコレクションにしかないソースはオフになります。',
  newConsequences: 'ソースを追加するまで、視聴者には空のシーンが表示されます。配信は同じ映像設定で続きます。',
  confirm: '切り替える',
  confirmNew: '開く',
};

export const collectionImport = {
  title: 'コレクションをインポート',
  titleOf: (name: string) => `「${name}」をインポート`,
  hint: 'エクスポートしたコレクションのcollection.json、またはOBSのシーンコレクションを選択してください。',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `OBSから: ${fileName}` : `Upcastからエクスポート: ${fileName}`,
  found: 'このコンピューターのOBSから',
  chooseFile: 'ファイルを選択…',
  anotherFile: '別のファイルを選択…',
  import: 'インポート',
  contents: (scenes: number, sources: number, files: number) =>
    `シーン${format.number(scenes)}個、ソース${format.number(sources)}個、ファイル${format.number(files)}個。`,
  missing: (count: number) => `見つからないファイル: ${format.number(count)}個`,
  locate: '場所を指定…',
  devices: 'デバイスを選択',
  devicesHint: 'OBSとはデバイスの識別方法が異なるため、選択し直してください。後で選択することもできます。',
  inObs: (device: string) => `OBSでの名前: ${device}`,
  later: '後で選択',
  chooseScreen: '画面またはウィンドウを選択…',
  changed: '変更してインポート',
  left: '除外',
  counted: (title: string, count: number) => `${title} (${format.number(count)})`,
  more: (count: number) => `他${format.number(count)}件。`,
  consequences:
    'インポートすると新しいコレクションが作成されます。元のファイルや他のコレクション、映像設定は変わりません。',
};
