/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'Show token',
  title: 'Remote control token',
  description: 'Programs on this computer that know it can control Upcast. Don’t show it on a stream.',
  copy: 'Copy token',
  copied: 'The token is in the clipboard.',
  close: 'Close',
};
