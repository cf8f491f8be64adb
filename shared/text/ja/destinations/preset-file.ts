/** Why a file can't be imported. */
import { format } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE =
  'インポートできるのは、Upcastからエクスポートした配信先、OBSのservice.json、obs-multi-rtmpまたはAitum Multistreamのファイルです。1行に1つのアドレスを記述したテキストファイルも使えます。';

export const presetFile = {
  notAFile: 'これは読み込めるファイルではありません。フォルダではなくファイルを選択してください。',
  unreadable: 'ファイルを読み込めませんでした。',
  tooLarge: (maximumBytes: number) =>
    `ファイルが大きすぎます。最大サイズは${format.bytes(maximumBytes)}です。`,
  notText: `これはテキストファイルではありません。${IMPORTABLE}`,
  damagedJson: 'ファイルが破損しています: JSONとして始まっていますが、途中で終わっています。',
  foreign: `このファイルはインポートできません。${IMPORTABLE}`,
  outputsUnreadable: 'このファイルの配信先を読み込めませんでした。',
  noAddress: 'ファイルにサーバーアドレスがありません。',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `ファイル内のアドレスを1つも読み取れませんでした。${problem}`,
  newerVersion: (version: number, known: number) =>
    `このファイルは新しいバージョンのUpcastで保存されています (形式${format.number(version)}。このバージョンで読み込めるのは形式${format.number(known)}まで)。インポートするには、Upcastをアップデートしてください。`,
  damaged: (place: string) =>
    place === '' ? 'ファイルが破損しています。' : `ファイルの「${place}」が破損しています。`,
  changedKeys: 'ファイルが保存後に破損または変更されているため、キーを使えません。',
  tooSlow: 'ファイルの読み込みに時間がかかりすぎました。ファイルが大きすぎる可能性があります。',
  tooMuchMemory: 'ファイルの読み込みにメモリを使いすぎました。ファイルが大きすぎる可能性があります。',
  readerFailed: 'ファイルを読み込めませんでした。もう一度お試しください。',
};
