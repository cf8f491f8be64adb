/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return '未找到 FFmpeg。安装 FFmpeg 后，Upcast 会自动检测到。';
    case 'videoStarting':
      return '正在启动视频…';
    case 'videoFailed':
      return '没有画面。请选择其他来源。';
    case 'sourceMissing':
      return '请先向场景添加来源。';
    case 'destinationMissing':
      return '请添加推流目标，或先进行彩排。';
    case 'destinationDisabled':
      return '请打开一个推流目标，或先进行彩排。';
    case 'keyMissing':
      return `“${item.name}”需要推流码。`;
    case 'audioOff':
      return '直播将没有声音：未选择音频来源。';
    case 'audioFailed':
      return '直播将没有声音：麦克风不可用。';
    case 'muted':
      return '麦克风已静音。';
    case 'allMuted':
      return '直播将没有声音：所有音频来源均已静音。';
    case 'away':
      return '在关闭之前，观众会一直看到“马上回来”。';
  }
}
