/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, inSeconds, times, zh } from './format.ts';

const pieces = (value: number): string => zh`${format.number(value)} 个`;
const bytes = (value: number): string => zh`${format.number(value)} 字节`;

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) => zh`已忽略 ${pieces(notice.count)}错误的标签大小。`,
  wrongFlags: () => '文件头与文件的音频或视频不符，Upcast 已忽略文件头。',
  repeatedHeaders: (notice) => zh`已跳过文件中 ${pieces(notice.count)}多余的文件头。`,
  bytesBetween: (notice) =>
    zh`文件有 ${format.number(notice.places ?? 1)} 处损坏。已跳过 ${bytes(notice.count)}。`,
  bytesAtEnd: (notice) => zh`已跳过最后一个标签之后的 ${bytes(notice.count)}。`,
  cutTagBytes: (notice) => zh`最后一个标签不完整。已跳过其中的 ${bytes(notice.count)}。`,
  unknownTags: (notice) => zh`已跳过 ${pieces(notice.count)}未知类型的标签。`,
  encryptedTags: (notice) => zh`已跳过 ${pieces(notice.count)}加密的标签。`,
  brokenTags: (notice) => zh`已跳过 ${pieces(notice.count)}无法读取的标签。`,
  gaps: (notice) =>
    zh`文件的时间戳向前跳跃超过 ${inSeconds(notice.longestGapMs ?? 0)}（${times(notice.count)}）。Upcast 已跳过空白部分。`,
  restarts: (notice) => `文件的时间戳重新开始（${times(notice.count)}）。播放已无缝继续。`,
  audioEncoded: (notice) => zh`RTMP 无法传输文件的${notice.codec ?? ''}音频，Upcast 会将其转换为 AAC。`,
  videoRotated: (notice) =>
    zh`文件要求将视频旋转 ${format.number(notice.count)}°，而 RTMP 无法传输旋转信息，观众看到的画面会是侧向或颠倒的。直播之前，请应用旋转并转换文件。`,
  videoFormat: (notice) =>
    zh`视频为 H.264，但采用${notice.codec ?? '不常见的'}像素格式，许多平台无法播放。请先转换为 yuv420p。`,
  endsEarly: () => '文件提前结束，录制可能被中断。Upcast 已发送此前的全部内容。',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
