/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'Show token',
  title: 'Remote control token',
  description: 'Apps on this computer can control Upcast with this token. Don’t show it on stream.',
  copy: 'Copy token',
  copied: 'Copied the token.',
  close: 'Close',
};
