/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format, zh } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: '查找服务器',
  tcp: '连接',
  tls: '建立加密',
  handshake: 'RTMP 握手',
  connect: '打开 RTMP 应用程序',
  publish: '发送推流码',
  measure: '测量上传速度',
};

export const destinationTest = {
  title: (name: string) => zh`测试 ${name}`,
  description: '检查连接的每个步骤。除非选择发送测试视频，否则观众看不到任何内容。',
  steps: '步骤',
  stepNames,
  start: '开始测试',
  again: '重新测试',
  cancel: '取消测试',
  testMode: (service: string) =>
    zh`${service} 有测试模式，因此 Upcast 还会发送 13 秒的测试视频来测量上传速度。观众看不到测试视频。`,
  publish: '发送测试视频并测量上传速度',
  publishHint: (isRelay: boolean) =>
    zh`发送 13 秒没有声音的灰色视频。视频可能会出现在${isRelay ? '中继后面的所有频道' : '频道'}上。`,

  skipped: '已跳过',
  running: '…',
  measuring: (rate: string, seconds: number) => zh`${rate} · 剩余 ${format.number(seconds)} 秒`,
  waitingForServer: '正在等待服务器…',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
  failed: '失败',
  failedAfter: (time: string) => zh`${time} 后失败`,
  secured: (protocol: string, days: number, time: string) =>
    zh`${protocol} · 证书 ${format.number(days)} 天后过期 · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? zh`${rate} 或更高` : rate),

  cancelled: '测试已取消。Upcast 没有发送任何内容。',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    zh`服务器接受连接${roundTrip(roundTripMs)}。此测试没有检查推流码和上传速度。`,
  accepted: (roundTripMs: number | undefined) => zh`服务器已接受推流${roundTrip(roundTripMs)}。`,
  uploadAtLeast: (rate: string) => zh`上传速度达到 ${rate}，这是此测试的发送上限。实际可能更快。`,
  upload: (rate: string, lowest: string) => `上传速度：${rate}（最慢的一秒：${lowest}）。`,
  codecMissing: (missing: string, used: string) =>
    zh`这台电脑上没有可用的 ${missing} 编码器，因此测试使用了 ${used}。此测试没有检查对 ${missing} 的支持。`,
  codecUnconfirmed: (codec: string) =>
    zh`测试使用了 ${codec}。服务器没有确认支持 ${codec}，请检查频道上是否有画面。`,
  codecUsed: (codec: string) => zh`测试使用了与直播相同的 ${codec}。`,

  tooSlow: '即使使用最低比特率，上传速度对推流目标来说仍然太慢。如果打开了多个推流目标，请关闭一个。',
  settingsFit: '当前设置适合上传速度：',
  recommended: '推荐用于所有已打开的推流目标：',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${width} × ${height}，${fps} fps，${rate}`,
  apply: '应用',
  applied: '已更新编码设置。',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : `（往返时间：${format.number(ms)} ms）`;
}
