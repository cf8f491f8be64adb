/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'トークンを表示',
  title: 'リモート操作のトークン',
  description:
    'このコンピューター上のアプリは、このトークンでUpcastを操作できます。配信に映さないでください。',
  copy: 'トークンをコピー',
  copied: 'トークンをコピーしました。',
  close: '閉じる',
};
