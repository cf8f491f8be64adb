/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return 'FFmpegが見つかりません。インストールすると自動的に検出されます。';
    case 'videoStarting':
      return '映像を開始しています…';
    case 'videoFailed':
      return '映像がありません。別のソースを選択してください。';
    case 'sourceMissing':
      return '先にシーンにソースを追加してください。';
    case 'destinationMissing':
      return '配信先を追加するか、まずリハーサルを行ってください。';
    case 'destinationDisabled':
      return '配信先をオンにするか、まずリハーサルを行ってください。';
    case 'keyMissing':
      return `「${item.name}」にはストリームキーが必要です。`;
    case 'audioOff':
      return '配信が無音になります: 音声ソースが選択されていません。';
    case 'audioFailed':
      return '配信が無音になります: マイクを使用できません。';
    case 'muted':
      return 'マイクがミュートされています。';
    case 'allMuted':
      return '配信が無音になります: すべての音声ソースがミュートされています。';
    case 'away':
      return 'オフにするまで、視聴者には「しばらくお待ちください」が表示されます。';
  }
}
