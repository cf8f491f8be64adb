/** The form that shows the remote control's token. */

export const remoteToken = {
  show: '显示令牌',
  title: '远程控制令牌',
  description: '这台电脑上的应用可以用此令牌控制 Upcast。不要在直播中露出令牌。',
  copy: '复制令牌',
  copied: '已复制令牌。',
  close: '关闭',
};
