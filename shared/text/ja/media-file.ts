/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, inSeconds, times } from './format.ts';

const pieces = (value: number): string => `${format.number(value)}個`;
const bytes = (value: number): string => `${format.number(value)}バイト`;

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) => `正しくないタグサイズを${pieces(notice.count)}無視しました。`,
  wrongFlags: () => 'ファイルヘッダーが実際の音声や映像と一致しないため、ヘッダーを無視しました。',
  repeatedHeaders: (notice) =>
    `ファイル内の余分なファイルヘッダーを${pieces(notice.count)}スキップしました。`,
  bytesBetween: (notice) =>
    `ファイルが${format.number(notice.places ?? 1)}か所で破損しています。${bytes(notice.count)}をスキップしました。`,
  bytesAtEnd: (notice) => `最後のタグより後の${bytes(notice.count)}をスキップしました。`,
  cutTagBytes: (notice) => `最後のタグが不完全です。その${bytes(notice.count)}をスキップしました。`,
  unknownTags: (notice) => `不明な種類のタグを${pieces(notice.count)}スキップしました。`,
  encryptedTags: (notice) => `暗号化されたタグを${pieces(notice.count)}スキップしました。`,
  brokenTags: (notice) => `読み取れないタグを${pieces(notice.count)}スキップしました。`,
  gaps: (notice) =>
    `ファイルのタイムスタンプが${inSeconds(notice.longestGapMs ?? 0)}を超えて飛んでいます (${times(notice.count)})。空白部分をスキップしました。`,
  restarts: (notice) =>
    `ファイルのタイムスタンプが最初に戻っています (${times(notice.count)})。再生は途切れずに続きました。`,
  audioEncoded: (notice) => `RTMPではファイルの${notice.codec ?? ''}音声を送れないため、AACに変換します。`,
  videoRotated: (notice) =>
    `ファイルには映像を${format.number(notice.count)}°回転する指定があります。RTMPではこの指定を送れないため、視聴者には横向きまたは上下逆に見えます。配信する前に、回転を適用してファイルを変換してください。`,
  videoFormat: (notice) =>
    `映像はH.264ですが、ピクセル形式${notice.codec === undefined ? 'が特殊なため' : `が${notice.codec}のため`}、再生できないサービスが多くあります。先にyuv420pへ変換してください。`,
  endsEarly: () =>
    '録画が途中で切れたように、ファイルが途中で終わっています。その手前まではすべて送信しました。',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
