/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import { endSentence } from '../../end-sentence.ts';
import { zh } from '../format.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', '磁盘已满'],
  ['readOnly', '磁盘为只读'],
  ['fault', '磁盘报告错误'],
  ['notAllowed', 'Upcast 没有写入权限'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return diskCauses.get(disk) ?? (systemCode === undefined ? '磁盘报告错误' : String(systemCode));
}

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT = '现在输入的推流码只保留到退出 Upcast 为止。';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: '已有直播正在进行。',
  nothingLive: '当前未在直播。',
  streamEnding: '直播正在结束。',
  notWaiting: '此推流目标没有在等待重新连接。',
  notRetrying: '此推流目标没有在重新连接。',
  noBackupNow: '此推流目标现在无法切换到备用。',
  destinationNotLive: '此推流目标未在直播。',
  destinationUnknown: '此推流目标已不存在。',
  sceneUnknown: '此场景已不存在。',
  sourceUnknown: '此来源已不存在。',
  itemUnknown: '此来源已不在场景中。',
  canvasUnknown: '此画布已不存在。',
  studioModeOff: '工作室模式已关闭。请先打开工作室模式。',
  lastScene: '无法移除唯一的场景。请先添加另一个场景。',
  sceneInItself: '场景不能包含自身。',
  notAGroup: '此来源不是分组。',
  sourceWithoutVideo: '此来源没有画面。',
  tooManyScenes: (details) => zh`场景已达到 ${say(details, 'maximum')} 个的上限。`,
  tooManySources: (details) => zh`来源已达到 ${say(details, 'maximum')} 个的上限。`,
  tooManyItems: (details) => zh`此场景的来源已达到 ${say(details, 'maximum')} 个的上限。`,
  filterUnknown: '此滤镜已不存在。',
  tooManyFilters: (details) => zh`此处的滤镜已达到 ${say(details, 'maximum')} 个的上限。`,
  filterMisplaced: '音频滤镜用于混音器通道，视频滤镜用于来源或场景。',
  channelUnknown: '此通道已不在混音器中。',
  channelThere: '此来源已在混音器中。',
  sourceWithoutAudio: '此来源没有音频。',
  fileOnNetwork: 'Upcast 无法打开网络路径中的文件。请将网络文件夹映射为驱动器号，或将文件复制到这台电脑。',
  fileNotChosen: 'Upcast 只打开手动选择的文件。请重新选择文件。',
  nothingToUndo: '没有可撤销的操作。',
  nothingToRedo: '没有可重做的操作。',
  tooManyMedia: (details) => zh`打开的媒体来源已达到 ${say(details, 'maximum')} 个的上限。请先停止一个。`,
  noUpdate: '没有可安装的更新。',
  updateWhileLive: '正在直播或录制。请在结束后更新。',
  restartWhileLive: '正在直播或录制。请在结束后重新启动。',
  noWindow: 'Upcast 的窗口正在加载。请重试。',
  pageNotTyped: 'Upcast 只打开手动输入地址的网页。请重新输入地址。',
  alreadyRecording: 'Upcast 已在录制。',
  notRecording: 'Upcast 没有在录制。',
  recordingEnding: 'Upcast 仍在保存上一次录制。',
  recordingFolderFailed: (details) => zh`无法创建文件夹 ${say(details, 'folder')}。`,
  diskFull: '磁盘已满。',
  diskTooSlow: '磁盘太慢，无法进行此录制。',
  folderMissing: '录制文件夹不存在。',
  folderProtected: 'Windows 不允许 Upcast 写入录制文件夹。',
  folderReadOnly: 'Upcast 无法写入录制文件夹。',
  fileNameTooLong: '录制文件的名称对此磁盘来说太长。',
  driveSilent: '录制磁盘没有响应。',
  tooManyRecordings: '使用此名称的录制文件太多。请在“设置”中更改文件名。',
  filesTooSmall: '此磁盘无法保存录制所需的大文件。请选择其他磁盘上的文件夹。',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? '无法保存录制内容。'
      : zh`系统报告了错误 ${say(details, 'systemCode')}。`,
  notAcknowledged: (details) => zh`服务器已有 ${say(details, 'seconds')} 秒没有收到任何数据。`,
  notAnswered: (details) => zh`服务器已有 ${say(details, 'seconds')} 秒没有响应。`,
  nothingTaken: (details) => zh`连接已停滞 ${say(details, 'seconds')} 秒。`,
  serverAnswersOthers: '连接停滞，但服务器仍接受新连接。',
  computerSlept: (details) => zh`这台电脑睡眠了 ${say(details, 'seconds')} 秒。`,
  addressLost: '这台电脑的网络地址已改变。',
  tooSlowForAudio: '连接太慢，连音频也无法传输。',
  publishTimeout: '服务器没有及时接受推流。',
  closedHere: 'Upcast 关闭了连接。',
  gaveUp: '已停止重试。',
  testWhileLive: '直播时无法测试：测试会占用直播的带宽。',
  tooManyDestinations: (details) =>
    zh`这样会有 ${say(details, 'count')} 个推流目标，而上限为 ${say(details, 'maximum')} 个。请减少选择。`,
  keyMissing: (details) => `“${say(details, 'name')}”需要推流码。`,
  keyOfOtherServer: '服务器或其证书设置已更改，因此 Upcast 不会继续使用已保存的推流码和密码。',
  keyReadByProxy: '与此服务器的连接未加密，新代理可能会读取已保存的推流码。',
  relayFolderIsLink: (details) => zh`${say(details, 'file')} 是链接，不是文件夹。请选择其他文件夹。`,
  relayFolderIsOpen:
    '在 Windows 上，中继文件夹必须位于当前用户的文件夹中。放在其他位置时，其他用户可以读取推流码。请选择其他文件夹。',
  relayFolderFailed: '无法创建中继的文件夹。',
  relayNotWritten: '请先保存中继文件。',
  exportTooLarge: '文件会太大而无法导入。请减少导出的推流目标。',
  fileNotOpen: '文件已不再打开。请重新选择。',
  fileNotSaved: '无法保存文件。',
  screenGone: (details) =>
    details['label'] === undefined ? '所选屏幕未连接。' : `屏幕“${say(details, 'label')}”未连接。`,
  noScreen: '没有可捕获的屏幕。',
  screensUnlisted: '无法列出屏幕。',
  windowGone: (details) => `窗口“${say(details, 'label')}”没有打开。`,
  windowsAlike: (details) => zh`有 ${say(details, 'count')} 个窗口名为“${say(details, 'label')}”。`,
  windowUntitled: '所选窗口没有标题，Upcast 之后无法再找到它。',
  captureTargetGone: '捕获的窗口或屏幕已不存在。',
  captureAskedAnew: '每次 Upcast 启动时，桌面系统都会询问要共享哪个屏幕或窗口。',
  applicationAudioElsewhere: 'Upcast 只能在 Linux 上捕获单个应用的音频。',
  soundToolsMissing: '捕获单个应用的音频需要 pactl 和 parec，但它们没有安装。',
  soundServerSilent: '无法连接 PulseAudio 或 PipeWire。',
  portTaken: (details) => zh`其他应用正在使用端口 ${say(details, 'port')}。`,
  portUnusable: (details) => zh`无法使用端口 ${say(details, 'port')}（${say(details, 'systemCode')}）。`,
  ffmpegMissing: '未找到 FFmpeg。请安装 FFmpeg。',
  ffmpegBroken:
    'UPCAST_FFMPEG 指向的 FFmpeg 无法运行。请修正路径，或取消设置 UPCAST_FFMPEG，让 Upcast 自行查找 FFmpeg。',
  fileIsFolder: '这是文件夹。请选择其中的媒体文件。',
  fileEmpty: '文件是空的。',
  fileUnnamed: '未选择文件。',
  fileMissing: (details) => zh`${say(details, 'path')} 不存在。`,
  fileNotAllowed: (details) => zh`没有读取 ${say(details, 'path')} 的权限。`,
  fileLinkLoop: (details) => zh`${say(details, 'path')} 是指向自身的链接。`,
  fileNotOpened: (details) => zh`无法打开 ${say(details, 'path')}。`,
  fileNotRead: '无法读取文件。',
  fileNoMedia: '文件中没有视频或音频。',
  fileNoVideo: '文件中没有视频。',
  fileIndexMissing: '文件缺少索引。录制可能被中断。',
  fileFormatRefused: 'Upcast 无法打开此格式的文件。',
  fileNotMedia: 'FFmpeg 在文件中没有找到视频。',
  fileCodecNotCarried: (details) =>
    zh`文件的视频为 ${say(details, 'codec')}，RTMP 无法传输。请先将文件转换为 H.264。`,
  fileCodecNeedsFfmpeg: (details) =>
    zh`文件的视频为 ${say(details, 'codec')}，需要 FFmpeg 6.1 或更高版本。当前版本为 FFmpeg ${say(details, 'version')}。`,
  fileFrameTimeout: '文件的视频帧未能及时到达。',
  fileNotPlain: (details) => zh`${say(details, 'path')} 不是 Upcast 能读取的文件。`,
  fileTooLarge: (details) => zh`${say(details, 'path')} 大于 ${say(details, 'megabytes')} MB。`,
  fileSilent: '文件所在的磁盘没有响应。',
  ffmpegStopped: 'FFmpeg 停止读取文件。',
  ffmpegSaid: (details) => endSentence(`FFmpeg 无法读取文件：${say(details, 'words')}`),
  ffmpegNotStarted: 'FFmpeg 没有启动。',
  settingsAside: (details) =>
    zh`设置文件已损坏，Upcast 已使用默认设置启动。损坏的文件已保留为 ${say(details, 'file')}。`,
  settingsStuck: (details) =>
    zh`${say(details, 'file')} 已损坏，而 Upcast 无法将其移走。在重命名该文件并重新启动 Upcast 之前，更改不会保存。`,
  settingsUnread: (details) => zh`无法读取 ${say(details, 'file')} 中保存的设置。`,
  settingsBusy: '另一个 Upcast 正在保存设置。请稍后重试。',
  keysAside: (details) =>
    zh`钥匙串无法打开已保存的推流码。请重新输入推流码。旧文件已保留为 ${say(details, 'file')}。`,
  keysStuck: (details) =>
    zh`钥匙串无法打开已保存的推流码，而 Upcast 无法将 ${say(details, 'file')} 移走。${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) => zh`无法打开 ${say(details, 'file')} 中保存的推流码。`,
  keysFileLocked: (details) => zh`无法读取 ${say(details, 'file')}。推流码仍保存在其中。`,
  keychainRefused: '钥匙串无法打开已保存的推流码。推流码仍然保存着。',
  keychainNotWritten: '钥匙串无法加密推流码。推流码只保留到退出 Upcast 为止。',
  addressSecretHeld: (details) =>
    zh`Upcast 已从设置文件中移除一个密码或令牌。它原本在 ${say(details, 'names')} 的服务器地址中。由于没有钥匙串，它只保留到退出 Upcast 为止。之后请重新粘贴完整地址。`,
  addressSecretInFile: '服务器地址中有密码或令牌，而 Upcast 无法将其加密。密码或令牌仍在设置文件中。',
  notSaved: (details) => zh`无法保存 ${say(details, 'file')}：${diskCause(details)}。`,
  reportsNotChanged: (details) => `无法更新已保存的报告：${diskCause(details)}。`,
  authorityNotPem: '证书颁发机构不是 PEM 格式。内容必须以 BEGIN CERTIFICATE 开头，以 END CERTIFICATE 结尾。',
  authorityUnreadable: '无法读取证书颁发机构。证书可能不完整或已损坏。',
  keyTooLong: (details) => zh`推流码太长。最多 ${say(details, 'maximumBytes')} 字节。`,
  addressTooLong: (details) => zh`服务器地址太长。最多 ${say(details, 'maximumBytes')} 字节。`,
  codecFixed: (details) =>
    zh`直播时无法从 ${say(details, 'from')} 切换到 ${say(details, 'to')}。请先结束直播。`,
  imageUnknown: '此文件不是 Upcast 能显示的图像。',
  imageDamaged: '图像文件已损坏或不完整。',
  imageTooLarge: (details) => zh`图像太大：${say(details, 'width')} × ${say(details, 'height')} 像素。`,
  imageTooManyFrames: (details) => zh`动画的帧数太多：${say(details, 'frames')} 帧。`,
  imageTooComplex: '绘制此 SVG 图像的时间过长。',
  pageAddressBad: '网页的地址必须以 http:// 或 https:// 开头。',
  pageAddressMissing: '这台电脑上没有保存此网页的地址。请重新输入。',
  pageNotLoaded: (details) => zh`无法加载 ${say(details, 'host')} 的网页（${say(details, 'cause')}）。`,
  pageAnswered: (details) => zh`无法加载 ${say(details, 'host')} 的网页：HTTP ${say(details, 'status')}。`,
  pageCrashed: (details) => zh`${say(details, 'host')} 的网页崩溃。`,
  pageClosed: (details) => zh`${say(details, 'host')} 的网页自行关闭。`,
  pageHung: (details) => zh`${say(details, 'host')} 的网页停止响应，Upcast 已将其关闭。`,
  pageMemory: (details) =>
    zh`${say(details, 'host')} 的网页占用的内存超过 ${say(details, 'megabytes')} MB，Upcast 已将其关闭。`,
  pageFlood: (details) => zh`${say(details, 'host')} 的网页使 Upcast 过于繁忙，Upcast 已将其关闭。`,
  collectionTooLarge: '此集合太大，无法导入。',
  collectionDamaged: '集合已损坏：其 JSON 不完整。',
  collectionForeign: '这不是 Upcast 能导入的集合。',
  collectionUnknown: '此集合已不存在。',
  collectionBusy: '另一个集合仍在导出或导入。请等待完成，或将其取消。',
  collectionOpen: '无法移除已打开的集合。请先切换到其他集合。',
  collectionsFixed:
    'Upcast 在没有窗口的情况下运行时无法切换集合。如需使用其他集合，请以 --collection FILE 启动 Upcast。',
  tooManyCollections: (details) => zh`集合已达到 ${say(details, 'maximum')} 个的上限。请先移除一个。`,
  collectionFromBackup: (details) =>
    zh`集合“${say(details, 'name')}”已损坏，Upcast 已打开其备份。最近的更改可能会缺失。损坏的文件已保留为 ${say(details, 'file')}。`,
  collectionAside: (details) => zh`有集合已损坏且没有备份。损坏的文件已保留为 ${say(details, 'file')}。`,
  collectionStuck: (details) => zh`无法读取 ${say(details, 'file')} 中的集合。`,
  collectionNewer: (details) =>
    `集合“${say(details, 'name')}”由更高版本的 Upcast 保存。请更新 Upcast 以打开此集合。`,
  importNewer: '此集合由更高版本的 Upcast 保存。请更新 Upcast 以导入此集合。',
  collectionUnfit: '集合已损坏。',
  exportFolderTaken: (details) => `“${say(details, 'folder')}”已存在。请选择其他名称。`,
  exportNotWritten: (details) => `无法导出集合：${diskCause(details)}。`,
  importNotCopied: (details) => `无法复制集合的文件：${diskCause(details)}。`,
  collectionsNotChanged: (details) => `无法更改已保存的集合：${diskCause(details)}。`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
