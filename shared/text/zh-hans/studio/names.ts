/** Names that Upcast gives to what it makes. People read them, and rename most of them. */
import { zh } from '../format.ts';
export const names = {
  /** Of a destination without a name. */
  destination: '推流目标',
  rehearsal: '彩排',
  relay: '中继',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination}（备用）`,
  videoSource: '视频',
  audioSource: '音频',
  microphone: '麦克风',
  systemAudio: '桌面音频',
  tone: '测试音',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => zh`${source} 音频`,
  scene: '场景',
  canvas: '主画布',
  encoding: '主编码',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => zh`音轨 ${track}`,
};
