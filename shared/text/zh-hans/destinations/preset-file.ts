/** Why a file can't be imported. */
import { format, zh } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE =
  'Upcast 可以导入从 Upcast 导出的推流目标、OBS 的 service.json，以及 obs-multi-rtmp 或 Aitum Multistream 的文件。每行一个地址的文本文件也可以导入。';

export const presetFile = {
  notAFile: '这不是 Upcast 能读取的文件。请选择文件，而不是文件夹。',
  unreadable: '无法读取文件。',
  tooLarge: (maximumBytes: number) => zh`文件太大。最大为 ${format.bytes(maximumBytes)}。`,
  notText: `这不是文本文件。${IMPORTABLE}`,
  damagedJson: '文件已损坏：开头是 JSON，但不完整。',
  foreign: `Upcast 无法导入此文件。${IMPORTABLE}`,
  outputsUnreadable: '无法读取此文件中的推流目标。',
  noAddress: '文件中没有服务器地址。',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `无法读取文件中的任何地址。${problem}`,
  newerVersion: (version: number, known: number) =>
    zh`此文件由更高版本的 Upcast 保存（格式 ${format.number(version)}；此版本最高可读取格式 ${format.number(known)}）。请更新 Upcast 后再导入。`,
  damaged: (place: string) => (place === '' ? '文件已损坏。' : `文件在“${place}”处损坏。`),
  changedKeys: '文件在保存后已损坏或被更改，因此 Upcast 无法使用其中的推流码。',
  tooSlow: '读取文件的时间过长。文件可能太大。',
  tooMuchMemory: '读取文件占用的内存过多。文件可能太大。',
  readerFailed: '无法读取文件。请重试。',
};
