/** The self-test: what its table says around the rows. */
import { zh } from '../format.ts';
export const selfTest = {
  title: (version: string, electron: string, system: string) =>
    zh`Upcast ${version} 自检：Electron ${electron}，${system}`,
  counts: ({ failed, warning, skipped }: { failed: number; warning: number; skipped: number }) =>
    `失败：${failed}。警告：${warning}。跳过：${skipped}。`,
  passed: '通过。Upcast 可以从这台电脑直播。',
  failed: '未通过。以 XX 开头的行说明了此处无法使用的内容。',
  notWritten: (file: string, reason: string) => zh`无法写入 ${file}：${reason}`,
};
