/** What an imported destination has besides its server, for the person who imports it. */
import { zh } from '../format.ts';
const UNREADABLE = 'Upcast 无法读取的证书颁发机构';

const withSameKey = (isEncrypted: boolean): string => zh`使用相同的推流码${isEncrypted ? '' : '，且不加密'}`;

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) => `备用：${host}，${withSameKey(isEncrypted)}。`,
  bothServers: (host: string, isEncrypted: boolean) => zh`同时推流到 ${host}，${withSameKey(isEncrypted)}。`,
  backupUnreadable: '备用：无法读取的地址。',
  bothUnreadable: '同时推流到无法读取的地址。',
  authority: (subjects: string) =>
    subjects === UNREADABLE ? zh`还信任一个 ${UNREADABLE}。` : `还信任此证书颁发机构：${subjects}。`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) => zh`只接受指纹以 ${fingerprint} 开头的证书。`,
  localAddress: (address: string) => zh`使用本地地址 ${address}。`,
  username: (name: string) => zh`以 ${name} 的身份登录。`,
  noProxy: '直接连接，不使用代理。',
  systemProxy: '使用系统代理。',
  proxy: (host: string, canReadKey: boolean) =>
    zh`使用代理 ${host}${canReadKey ? '，该代理可以读取推流码' : ''}。`,
  proxyUnreadable: '使用地址无法读取的代理。',
  guessedEncoding: (encoding: string) =>
    zh`文件没有说明文本编码，Upcast 已按 ${encoding} 读取。请检查名称是否正确。`,
  doubtful: (name: string) =>
    `Upcast 没有导入“${name}”：其地址、推流码、用户名或密码中有取决于文件文本编码的字符。请将文件保存为 UTF-8，然后重新导入。`,
  doubtfulFile: '地址、推流码、用户名或密码中有取决于文件文本编码的字符。请将文件保存为 UTF-8，然后重新导入',
  cutLine: 'Upcast 没有导入最后一行：文件在其后损坏，该行可能不完整。',
  cutFile: '文件在第一行之后损坏，该行可能不完整。请重新保存文件',
  richText: '这是富文本文档 (RTF)。请保存为纯文本，然后重新导入',
};
