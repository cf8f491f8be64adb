/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';
import { zh } from '../format.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = '直播会在没有此来源的情况下继续。';
const NOT_AFFECTED = '直播不受影响。';
/** A recording may be all there is. */
const IF_LIVE = '如果正在直播，直播会继续。';
const TRY_OR_RESTART = '请重试。如果再次发生，请重新启动 Upcast。';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? zh`${IF_LIVE}请在“Windows 安全中心”>“病毒和威胁防护”>“勒索软件防护”>“文件夹限制访问”中允许 Upcast，或在“设置”中选择其他文件夹。`
    : zh`${IF_LIVE}请在“设置”中选择其他文件夹。`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, '输入的内容无效。'),
    action: '请更正，然后重试。',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'Upcast 无法推流到此地址。'),
    action: '请使用平台显示的、以 rtmp:// 或 rtmps:// 开头的地址。',
  }),
  'input/bad-key': (details) => ({
    title: message(details, '这不是有效的推流码。'),
    action: '请从平台重新复制推流码，前后不要有空格。',
  }),
  'input/bad-file': (details) => ({
    title: message(details, '无法读取文件。'),
    action: {
      otherFile: '请选择其他文件。',
      ifThatFails: '如果没有改善，请选择其他文件。',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? '出现问题。',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
  }),
  'source/bad-image': (details) => ({
    title: message(details, '无法显示此图像。'),
    doing: STREAM_CONTINUES,
    action: '请选择其他图像，或将此图像重新保存为 PNG 或 JPEG。',
  }),
  'source/bad-lut': () => ({
    title: '无法读取此 LUT。',
    doing: '滤镜不起作用。',
    action: '请选择其他 .cube 文件。',
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, '无法读取来源的文件。'),
    doing: '观众看到的是 Upcast 最后能读取的内容。能再次读取文件后，Upcast 会立即重新显示。',
    action: '请将文件放回原处，或选择其他文件。',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? '无法显示此网页。',
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? '观众看到的是网页的最后一帧。'
          : '观众看到的是网页的最后一帧。Upcast 会自动重新加载网页。',
    }),
    action: { reload: '请重新加载网页，或更改其地址。', address: '请检查网页的地址。', none: undefined }[
      pageAdvice(details)
    ],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? '未找到 FFmpeg。',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? '然后重试。'
        : '请安装 FFmpeg 后重试。',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? '编码器没有启动。',
    action: '请在“设置”中选择其他编码器或更低的分辨率。',
  }),
  'encoder/exited': () => ({
    title: '编码器已停止。',
    action: '如果再次发生，请在“设置”中选择其他编码器。',
  }),
  'encoder/stalled': () => ({
    title: '编码器停止响应。',
    action: '请在“设置”中选择更低的分辨率或更快的 CPU 预设。',
  }),
  'encoder/bad-output': () => ({
    title: '编码器的输出无效。',
    action: '请在“设置”中选择其他编码器。',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? '此编码器无法在这台电脑上使用。',
    action:
      reason(details) === undefined ? '请在“设置”中将编码器设为“自动”。' : '然后在“设置”中重新选择编码器。',
  }),
  'flv/bad-data': () => ({
    title: 'Upcast 跳过了直播中一些损坏的数据。',
    action: '如果持续发生，请结束直播并重新开始。',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: '无法保存录制内容。',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: '磁盘已满。',
    action: zh`此前录制的内容都已保存。${IF_LIVE}请释放空间，然后重新录制。`,
  }),
  'report/gone': () => ({
    title: '此报告已不存在。',
    action: '请关闭此列表并重新打开。',
  }),
  'report/unreadable': () => ({
    title: '无法读取此报告。',
    action: '其他报告不受影响。如果不需要此报告，请将其删除。',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, '设置文件已损坏。'),
    action: '如果缺少内容，请重新设置。',
  }),
  'settings/newer-version': (details) => ({
    title: reason(details) ?? '设置由更高版本的 Upcast 保存。',
    action: {
      openNewer: 'Upcast 没有更改设置。如需使用或更改设置，请打开更高的版本。',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, '无法保存设置。'),
    action:
      reason(details) === undefined
        ? '之前保存的数据没有变化。请检查磁盘是否已满或为只读。'
        : '之前保存的数据没有变化。',
  }),
  'settings/no-keychain': () => ({
    title: 'Upcast 无法访问系统钥匙串。',
    action:
      '推流码只保留到退出 Upcast 为止。如需保存，请解锁钥匙串。在 Linux 上，可能需要先安装钥匙串，例如 GNOME Keyring。',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? '无法打开已保存的推流码。',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : zh`请解锁钥匙串并重新启动 Upcast。${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: '此推流目标没有推流码。',
    action: '请编辑推流目标，并粘贴平台显示的推流码。',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(details, '服务器或其证书设置已更改，因此 Upcast 不会继续使用已保存的推流码。'),
    action: '如仍要继续，请重新输入推流码和密码。',
  }),
  'settings/wrong-passphrase': () => ({
    title: '口令错误。',
    action: '请重试。',
  }),
  'remote/unauthorized': () => ({
    title: '远程控制应用使用了错误的令牌。',
    action: '请从“设置”中重新复制令牌。',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'Upcast 阻止了一个远程控制请求。'),
    action: '请从这台电脑上的应用连接，而不是从网页连接。',
  }),
  'remote/not-found': (details) => ({
    title: message(details, '远程控制应用请求了不存在的内容。'),
    action: '可用的请求请参阅“Upcast 指南”中的“Remote control”。',
  }),
  'remote/too-much': (details) => ({
    title: message(details, '远程控制应用发送的内容超出 Upcast 的限制。'),
    action: '请减少发送的内容，或关闭不用的连接，然后重试。',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'Upcast 现在无法执行此操作。'),
    action: {
      listed: '请解决“开始直播”上方列出的问题，然后重试。',
      ifWrong: '如果与实际情况不符，请稍后重试。',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'Upcast 无法进行此更改。'),
    action: {
      check: '请检查场景和来源，然后重试。',
      unchanged: '未做任何更改。',
      none: undefined,
    }[refusalAdvice(details)],
  }),
  'remote/port-taken': (details) => ({
    title: message(details, '其他应用正在使用此端口。'),
    action: '请关闭远程控制，选择其他端口，再打开远程控制。',
  }),
  'internal/engine-silent': () => ({
    title: '推流引擎没有响应。',
    action: '请结束直播并重新开始。如果没有改善，请重新启动 Upcast。',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: '推流引擎反复停止。',
          action: '开始直播即可再次启动推流引擎。如果再次停止，请重新启动 Upcast。',
        }
      : {
          title: '推流引擎意外停止。',
          doing: 'Upcast 已将其重新启动。如果之前正在直播或录制，现在会重新开始。',
          action: '如果再次发生，请从“帮助”菜单保存诊断信息。',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: '已取消。',
    action: '准备好后可随时重试。',
  }),
  'internal/bug': (details) => ({
    title: `Upcast 出现问题。${message(details, '')}`,
    doing: NOT_AFFECTED,
    action: TRY_OR_RESTART,
  }),
};
