/** What goes wrong with updates. Nothing of it touches a stream. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

const STAYS = '现有版本保持不变。';

export const updateErrors: ErrorTexts<Extract<ErrorCode, `update/${string}`>> = {
  'update/unreachable': () => ({
    title: '无法连接更新服务器。',
    action: '请检查网络连接，然后重新检查更新。',
  }),
  'update/not-genuine': () => ({
    title: '更新不是正版，Upcast 没有安装。',
    doing: STAYS,
    action: '请稍后重新检查更新。如果再次发生，请从发布页面下载 Upcast。',
  }),
  'update/bad-feed': () => ({
    title: '无法理解更新服务器的响应。',
    doing: STAYS,
    action: '请稍后重新检查更新。',
  }),
  'update/failed': () => ({
    title: '无法下载更新。',
    doing: STAYS,
    action: '请检查网络连接以及磁盘是否已满，然后重新检查更新。',
  }),
  'update/not-installed': () => ({
    title: '更新未安装。',
    doing: STAYS,
    action: '请重新检查更新，或从发布页面下载 Upcast。',
  }),
};
