/** Why an address, a paste, or a file with destinations can't be used. Each also stands after a colon, without an end. */
import { endSentence } from '../../end-sentence.ts';
import { format, zh } from '../format.ts';

const askForRtmp = (protocol: string) => zh`Upcast 不支持 ${protocol}；请向平台查询 rtmp:// 或 rtmps:// 地址`;
const insecure = (protocol: string) => zh`${protocol} 不安全且已不再使用；请向平台查询 rtmps:// 地址`;

export const addresses = {
  askForRtmp,
  insecure,
  webPage: '这是网页；服务器地址以 rtmp:// 或 rtmps:// 开头',
  empty: '请输入服务器地址',
  hasSpace: '服务器地址中有空格或换行',
  badScheme: '服务器地址请以 rtmp:// 或 rtmps:// 开头',
  hashBehindHost: '请去掉服务器地址中主机后面的“#”',
  noApplication: '服务器地址末尾需要应用程序名，例如 /live',
  unreadableHost: 'Upcast 无法识别服务器地址中的主机；如果是 IPv6 地址，请放在方括号中',
  noHost: (scheme: string) => zh`服务器地址的 ${scheme}:// 后面没有主机`,
  badPassword: '密码中有“#”、“/”或“?”；请使用用户名和密码字段，或改写为“%23”、“%2F”或“%3F”',
  badPort: '服务器地址中的端口必须在 1 到 65535 之间',
  badIpv6: '服务器地址中的 IPv6 地址无效',
  badHost: '服务器地址中的主机名无效',
  longHost: '服务器地址中的主机名太长',
  longApplication: '地址中的应用程序名太长，无法发送',
  longKey: '推流码太长，无法发送',
  badKey: '推流码中有换行或控制字符',

  longPaste: '粘贴的内容太长，不是地址',
  twoServices: '粘贴的内容包含两个平台的服务器；请一次粘贴一个平台',
  tooManyServers: '粘贴的内容包含两个以上的服务器地址；请只粘贴一个服务器及其备用服务器',
  unknownLabel: '有一行的标签无法识别；请将服务器和推流码分别粘贴到各自的字段',
  moreThanServerAndKey: '粘贴的内容不只有服务器和推流码；请分别粘贴到各自的字段',
  numericKey: '推流码没有加引号，部分数字可能有误；请将推流码粘贴到单独的字段',

  notObsService: '这不是 OBS 服务文件',
  obsNotRtmp: '此 OBS 服务不使用 RTMP，而 Upcast 仅支持 RTMP',
  obsAutoServer: '此服务器由 OBS 自动选择，文件中没有包含；请自行输入服务器',
  noOutputs: (plugin: string, problem = '') =>
    zh`${plugin} 文件中没有 Upcast 能导入的推流目标${problem === '' ? '' : `。${problem}`}`,
  obsSettings: '此 OBS 配置文件中没有服务器；请导入同一文件夹中的 service.json',
  longValue: '其中有值太长',
  output: (number: number) => zh`推流目标 ${format.number(number)}`,
  problemOf: (name: string, problem: string) => endSentence(`${name}：${problem}`),
  problemOfLine: (line: number, problem: string) => endSentence(zh`第 ${format.number(line)} 行：${problem}`),
  unreadable: '无法读取',
  onlyFirstOutputs: (count: number) => zh`Upcast 只读取了前 ${format.number(count)} 个推流目标。`,
  onlyFirstLines: (count: number) => zh`Upcast 只读取了前 ${format.number(count)} 行。`,
  onlyFirstAddresses: (count: number) => zh`Upcast 只读取了前 ${format.number(count)} 个地址。`,
  longLine: '太长，不是地址',
  partOfJson: '属于不完整的 JSON 文件',
  badName: 'Upcast 无法将地址前的文本用作名称',
  firstOfTwo: '有两个地址，Upcast 只使用了第一个',
  otherProtocol: '不使用 RTMP',
  noServer: '没有服务器地址',

  nginxControl: '用于 nginx 的值中有控制字符',
  nginxLong: '有值对 nginx 来说太长',
  nginxDollar: '用于 nginx 的路径不能包含“$”；请重命名文件或文件夹',

  proxyTls: 'Upcast 不支持以 TLS 连接代理；请使用代理的 http:// 或 socks5:// 地址',
  proxySocks4: 'Upcast 不支持 SOCKS4；请使用 socks5:// 或 http:// 代理',
  proxyScheme: '代理地址必须以 socks5:// 或 http:// 开头',
  proxyUnreadable: 'Upcast 无法识别代理地址；请按 socks5://proxy.example.com:1080 的格式输入',
  proxySystemType: '系统代理既不是 HTTP 也不是 SOCKS5；请为此推流目标选择其他代理或直接连接',
  proxyPort: '代理的端口必须在 1 到 65535 之间',
  proxyPasswordNeedsProxy: '--proxy-password-file 需要含有用户名的 --proxy URL',
  proxyPasswordNeedsUsername:
    '使用 --proxy-password-file 时，--proxy 必须包含用户名但不含密码，例如 socks5://user@host:1080',
  proxyPasswordReadable:
    '这台电脑上的所有用户都能读到 --proxy 中的密码；请使用 --proxy-password-file FILE，或添加 --key-in-arguments',
  inEnvironment: (name: string, reason: string) => zh`环境变量 ${name}：${reason}`,
  proxyCredentials: '代理的用户名或密码太长；各自最多 255 字节',
};
