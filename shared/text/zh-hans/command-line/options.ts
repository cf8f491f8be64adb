/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { endSentence } from '../../end-sentence.ts';
import { format, zh } from '../format.ts';

const publishUsage = `用法：npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE     FLV，或 FFmpeg 能将其视频复制到 FLV 的任何文件；- 表示标准输入
  --to URL         服务器及其 RTMP 应用程序：rtmp://、rtmps://、rtmpt://、rtmpts:// 或
                   rtmfp://
  --key-file FILE  从文件读取推流码
  --key-stdin      从标准输入读取推流码
  --key-in-arguments
                   允许在 --to 和 --proxy 中包含推流码和密码：这台电脑上的所有用户都能读到
  --ca FILE        额外的证书颁发机构 (PEM)
  --proxy URL      要使用的代理：socks5://[user@]host:port 或 http://[user@]host:port；none 表示不使用代理。
                   默认：ALL_PROXY 或 HTTPS_PROXY 中的代理，NO_PROXY 中的主机除外
  --proxy-password-file FILE
                   从文件读取代理密码
  --fast           以连接允许的最快速度发送，而不是实时发送
`;

/** The limits of the encoding profile. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', '“宽x高”(WIDTHxHEIGHT)，两者均为 160 到 3840 之间的偶数'],
  ['--fps', '1 到 60 之间的整数，或 23.976、29.97、59.94'],
  ['--video-kbps', '100 到 51000 之间的整数'],
  ['--audio-kbps', '32 到 512 之间的整数'],
  ['--keyframe-seconds', '0.5 到 10 之间的数字'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', '文本'],
  ['number', '数字'],
  ['int', '整数'],
  ['boolean', 'true 或 false'],
  ['array', '列表'],
  ['object', '对象'],
]);

/** Before “at least 3” or “at most 3”, and after. */
const limits: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['string', ['长度必须', ' 个字符']],
  ['array', ['项数必须', ' 项']],
]);
const limit = (origin: string, relation: string, value: number): string => {
  const [what, unit] = limits.get(origin) ?? ['值必须', ''];
  return `${what}${relation} ${format.number(value)}${unit}`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', '的 ID 与其他项目重复'],
  ['idUnknown', '引用了此文件中没有的内容'],
  ['nameTwice', '的名称与其他项目重复'],
  ['sceneInItself', '中有场景包含自身'],
  ['trackTwice', '中有重复的音轨'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => zh`缺少${field(path)}。`,
  type: (path: string, expected: string) => zh`${field(path)}必须是${jsonTypes.get(expected) ?? expected}。`,
  choice: (path: string, values: readonly string[]) =>
    zh`${field(path)}必须是 ${format.list(values, 'disjunction')}。`,
  unknown: (path: string, keys: readonly string[]) =>
    zh`${field(path)}中有 Upcast 无法识别的字段：${format.list(keys)}。`,
  unknownType: (path: string) => zh`${field(path)}中有 Upcast 无法识别的值。`,
  tooSmall: (path: string, origin: string, least: number) =>
    zh`${field(path)}的${limit(origin, '至少为', least)}。`,
  tooBig: (path: string, origin: string, most: number) =>
    zh`${field(path)}的${limit(origin, '至多为', most)}。`,
  form: (path: string) => zh`${field(path)}无效。`,
  custom: (path: string, name: string) => zh`${field(path)}${documentFaults.get(name) ?? '无效'}。`,
};

function field(path: string): string {
  return path === '' ? 'JSON' : `“${path}”`;
}

const quoted = (names: readonly string[]): string => names.map((each) => `“${each}”`).join('');

const readable = (secret: string, option: string): string =>
  zh`这台电脑上的所有用户都能读到 ${option} 中的${secret}。`;

export const options = {
  publishUsage,
  noValue: (name: string) => zh`${name} 不接受值。`,
  valueMissing: (name: string) => zh`${name} 需要一个值。`,
  unknown: (name: string) => zh`未知选项 ${name}。`,
  /** What is no option may be a key in the wrong place: it isn't repeated. */
  stray: '意外的参数。每个值都必须跟在选项之后。',
  twice: (name: string) => zh`${name} 只能使用一次。`,
  noDestination: '请选择推流目标：--to URL、--preset NAME（已保存的推流目标）或 --rehearse。',
  keyBeforeAddress: (name: string) => zh`${name} 必须跟在它所属的 --to 之后。`,
  twoKeys: '--key-file 和 --key-stdin 只能使用一个。',
  keyMissing: (service: string) =>
    zh`${service} 需要推流码。请将 --key-file FILE 或 --key-stdin 与 --to 一起使用。`,
  passwordInAddress: zh`${readable('密码', '--to')}请在 Upcast 中保存推流目标并使用 --preset，或添加 --key-in-arguments。`,
  keyInAddress: zh`${readable('推流码', '--to')}请使用 --key-file FILE 或 --key-stdin，或添加 --key-in-arguments。`,
  passwordInAddressOfTool: zh`${readable('密码', '--to')}如果可以接受，请添加 --key-in-arguments。`,
  sourcePathMissing: '--source file 需要路径：--source file:PATH。',
  source: '--source 必须是 camera、screen、pattern 或 file:PATH。',
  audioOfFile: '--audio file 需要 --source file:PATH。',
  audio: '--audio 必须是 mic、tone、system、file 或 none。',
  track: (count: number) => zh`--track 必须是 1 到 ${count} 之间的数字。`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `没有名为“${name}”的音频来源：混音器是空的。`
      : `没有名为“${name}”的音频来源。混音器中有：${quoted(names)}。`,
  range: (name: string, minimum: number, maximum: number) =>
    zh`${name} 必须是 ${minimum} 到 ${maximum} 之间的数字。`,
  number: (name: string) => zh`${name} 必须是数字。`,
  size: '--size 必须是“宽x高”(WIDTHxHEIGHT)，例如 1280x720。',
  latency: '--latency 必须是 low 或 quality。',
  encoder: (choices: readonly string[]) => zh`--encoder 必须是 ${format.list(choices, 'disjunction')}。`,
  outOfRange: (name: string) => zh`${name} 必须是${ranges.get(name) ?? '范围内的值'}。`,
  sceneWithoutCollection: '--scene 需要 --collection FILE 或 --import-obs FILE。',
  twoCollections: '--collection 和 --import-obs 只能使用一个。',
  sourceWithCollection: '集合有自己的来源。请去掉 --source。',
  sceneUnknown: (name: string, names: readonly string[]) =>
    `集合中没有名为“${name}”的场景。其中有：${quoted(names)}。`,
  presetUnknown: (name: string) => `没有名为“${name}”的已保存推流目标。`,
  inputAndTo: '--input 和 --to 是必需的。',
  stdinTaken: '标准输入已用于媒体。推流码请使用 --key-file。',

  standardInput: '标准输入',
  noPassword: (option: string, path: string) =>
    zh`${option}：${path} 中没有密码。请将密码写在一行内，最多 255 字节。`,
  noKey: (option: string, path: string) => zh`${option}：${path} 中没有推流码。请将推流码写在一行内。`,
  noCertificate: (option: string, path: string) => zh`${option}：${path} 中没有 PEM 格式的证书。`,
  tooLarge: (option: string, path: string) => zh`${option}：${path} 太大。`,
  unreadable: (option: string, path: string) => zh`${option}：无法读取 ${path}。`,
  folderReadOnly: (option: string, path: string) => zh`${option}：无法写入 ${path} 所在的文件夹。`,
  notJson: (option: string, path: string) => zh`${option}：${path} 不是有效的 JSON。`,
  notACollection: (option: string, path: string, found: string) =>
    zh`${option}：${path} 不是 Upcast 能使用的集合。${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${option}：${path}：${sentence}`,
  fault,
  commandsUnread: (why: string) => endSentence(`--command：Upcast 已停止读取命令：${why}`),
  commandTooLong: '该行超过 64 KB。',
  commandNotJson: '该行不是有效的 JSON。',
  refusedSwitch: (name: string) =>
    zh`Upcast 不会以 --${name} 启动，因为此选项会让其他程序控制窗口。请去掉此选项后重试。`,
};
