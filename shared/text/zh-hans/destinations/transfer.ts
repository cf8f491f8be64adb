/** Import and export of destinations, and the relay. */
import { format, zh } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

export const presetExport = {
  title: '导出推流目标',
  list: '要导出的推流目标',
  withKeys: '包含推流码和密码',
  withKeysHint:
    'Upcast 会用口令加密推流码和密码。任何拥有文件和口令的人都可以推流到这些频道。口令丢失后无法恢复。',
  withoutKeysHint: '不含推流码和密码的文件可以安全共享。每个人输入自己的推流码和密码。',
  passphrase: '口令',
  passphraseHint: (length: number) => zh`至少 ${format.number(length)} 个字符。`,
  passphraseShort: (length: number) => zh`请至少使用 ${format.number(length)} 个字符。最好由多个词组成。`,
  repeat: '重复口令',
  mismatch: '两次输入的口令不一致。',
  export: '导出…',
  exporting: '正在导出…',
};

export const presetImport = {
  title: '导入推流目标',
  list: '文件中的推流目标',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) =>
    `${{ upcast: 'Upcast 推流目标', obs: 'OBS 服务', list: '地址列表' }[origin]}：${fileName}`,
  chooseFile: '选择文件…',
  anotherFile: '选择其他文件…',
  waiting: `请选择文件。${IMPORTABLE}`,
  passphrase: '口令',
  passphraseHint: '此文件中的推流码已加密。没有口令时，Upcast 会添加不含推流码的推流目标。',
  unlock: '解锁推流码',
  unlocking: '正在解锁…',
  skipped: '已跳过',
  addedOff: '新推流目标在手动打开之前保持关闭。',
  withKey: '含推流码',
  encrypted: '已加密',
  notEncrypted: '未加密',
  duplicate: (host: string, name: string) => zh`${host} · 已添加为 ${name}`,
  noteWithKey: (host: string) => `${host} · 含推流码`,
  noteLocked: (host: string) => `${host} · 推流码已锁定`,
  noteWithoutKey: (host: string) => `${host} · 无推流码`,
  add: '添加',
  addCount: (count: number, isLocked: boolean) =>
    zh`添加 ${format.number(count)} 个${isLocked ? '（不含推流码）' : ''}`,
};

export const relay = {
  title: '通过中继发送',
  description:
    'Upcast 向自己的媒体服务器发送一路直播，由服务器转发到每个推流目标。无论有多少推流目标，都只需上传一次。Upcast 会写好 nginx 的配置。',
  targets: '中继的推流目标',
  forwardsTo: '转发到',
  noTargets: '请先添加有推流码的推流目标。',
  place: '中继运行的位置',
  places: { server: '在服务器上', local: '在这台电脑上' },
  localNote: '在这台电脑上运行中继不会节省上传带宽，适合用来试用。',
  host: '服务器主机名',
  hostPlaceholder: 'relay.example.org',
  port: '端口',
  certificate: '服务器上的证书',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint: '添加证书和私钥，以加密与中继的连接。',
  privateKey: '服务器上的私钥',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: '选择文件夹并保存…',

  writtenTitle: '已保存中继文件',
  writtenDescription: (folder: string) =>
    zh`文件位于 ${folder}。“keys”文件夹中有未加密的推流码，只有当前用户可以读取。`,
  addAndTest: '添加为推流目标并测试',
  noOutputs: '中继没有转发到任何推流目标。',
  outputs: (names: readonly string[]) => `中继转发到：${format.list(names)}。`,
  leftOut: (name: string, why: string) => `未包含“${name}”。${why}`,
  check: '检查状态',
  noResponse: '没有响应。nginx 是否在运行？',
  waiting: '正在运行，等待直播。',
  forwarding: (outputs: number) => zh`正在接收直播，并转发到 ${format.number(outputs)} 个推流目标。`,
};
