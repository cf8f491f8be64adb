/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';
import { zh } from '../format.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`Upcast 无法使用此地址或推流码：${reason}`),
  tunnel: 'nginx 不支持 RTMP over HTTP。',
  flows: 'nginx 不支持 RTMFP。',
  signIn: '推流目标需要用户名和密码，而 nginx 无法发送。',
  noApplication: 'nginx 需要地址中有应用程序名，而此地址没有。',
  noKey: '推流目标没有推流码。',
  longKey: '推流码对 nginx 来说太长。',
  badHost: 'nginx 无法查找此主机名。',
  numericHost: 'nginx 按主机名验证证书，而此地址是 IP 地址。',
  pin: 'nginx 无法验证固定的证书。',
};

export const relayGuide = {
  install: '安装',
  installText: '安装 nginx 及其 RTMP 和 stream 模块。在 Debian 和 Ubuntu 上：',
  copy: '复制',
  copyText: (folder: string) =>
    zh`将整个文件夹复制到服务器上的 ${folder}，并设为仅 root 可读。keys/ 文件夹中有推流码。`,
  check: '检查文件',
  start: '启动',
  stop: '停止或重新加载',
  stopText: 'nginx 仅在加载配置时查找主机名。如果平台更换了地址，请重新加载 nginx。',
  send: '推流到中继',
  sendText: (url: string) =>
    zh`Upcast 使用中继自己的推流码推流到 ${url}。只要 Upcast 在发送，nginx 就会转发。`,
  readmeTitle: '中继：接收一路直播，向每个推流目标各发送一路。',
  readmeWarning: 'keys/ 中有未加密的推流码。不要共享此文件夹。',
};
