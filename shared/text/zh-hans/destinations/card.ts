/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format, zh } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: '正在查找服务器',
  tcp: '正在连接',
  tls: '正在建立加密',
  handshake: 'RTMP 握手',
  connect: '正在打开 RTMP 应用程序',
  publish: '正在发送推流码',
};

const attempt = (count: number) => zh`（第 ${format.number(count)} 次）`;

export const card = {
  off: '关闭',
  waitsForRehearsal: '彩排时暂停',
  keyMissing: '未保存推流码',
  ready: '就绪',
  readyAt: (host: string) => `就绪 · ${host}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}…${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => zh`直播中 ${elapsed}`,
  liveOnBackup: (elapsed: string) => zh`直播中 ${elapsed} · 备用服务器`,
  reconnectingIn: (seconds: number, count: number) =>
    zh`${format.number(seconds)} 秒后重新连接${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined ? `正在重新连接…${attempt(count)}` : `重新连接：${steps[step]}…${attempt(count)}`,
  ending: (seconds: number) => zh`正在结束… 最多 ${format.number(seconds)} 秒`,
  movedTo: (host: string) => zh`服务器将此直播重定向到了 ${host}。`,
  heldBack: '网络跟不上：正在丢帧。',
  dropped: (frames: number) => zh`丢帧 ${format.number(frames)}`,
  queued: (durationMs: number) => zh`排队 ${format.seconds(durationMs, 1)}`,
  backup: (host: string, sentence: string) => zh`备用 ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · 未加密`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: '推流目标',
  list: '推流目标列表',
  add: '添加',
  addDestination: '添加推流目标',
  importAndExport: '导入和导出',
  import: '导入…',
  export: '导出…',
  empty: '要推流到哪里？添加平台提供的服务器和推流码。',
  chooseService: '选择平台…',
  relay: '通过中继发送…',

  deleted: (name: string) => `已删除“${name}”。`,
  copyName: (name: string) => zh`${name} 副本`,
  duplicated: (name: string) => `已复制为“${name}”。`,
  needsKey: '请输入副本的推流码。',
  needsKeyAndAddress: '请输入推流码和完整地址。Upcast 不会复制机密信息。',
  added: (count: number) => zh`已添加 ${format.number(count)} 个推流目标。`,
  exported: (count: number) => zh`已导出 ${format.number(count)} 个推流目标。`,
  savedAs: (fileName: string) => zh`已保存为 ${fileName}。`,

  actions: {
    retryNow: '立即重试',
    useBackup: '切换到备用',
    giveUp: '停止重试',
    tryAgain: '重试',
    trustHost: '允许此主机',
  },
  sendTo: (name: string) => zh`推流到 ${name}`,
  moreFor: (name: string) => zh`${name} 的更多选项`,
  edit: '编辑…',
  test: '测试…',
  duplicate: '复制',
  moveUp: '上移',
  moveDown: '下移',
  delete: '删除',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${version}：显示证书`,
  ownAuthority: '由添加的证书颁发机构签名',
};

export const certificate = {
  title: (name: string) => zh`与 ${name} 的连接`,
  description: '已加密。Upcast 已验证服务器的证书和主机名。',
  host: '主机',
  protocol: '协议',
  protocolAndCipher: (protocol: string, cipher: string) => `${protocol}，${cipher}`,
  issuedTo: '颁发给',
  issuedBy: '颁发者',
  ownAuthority: (issuer: string) => `${issuer}，自行添加的颁发机构`,
  validUntil: '有效期至',
  validity: (untilMs: number, days: number) => zh`${format.date(untilMs)}（剩余 ${format.number(days)} 天）`,
  chain: '证书链',
  fingerprint: 'SHA-256 指纹',
};
