/** What the app's own dialogs and menus say, outside the window. */
export const main = {
  appName: 'Upcast',
  fileMenu: 'File',
  viewMenu: 'View',
  menu: { settings: 'Settings…', pastStreams: 'Past streams', guide: 'Upcast guide' },
  cancel: 'Cancel',
  close: 'Close',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: 'Live',
    /** On the icon in macOS' dock. */
    liveBadge: 'LIVE',
    reconnecting: (name: string) => `Reconnecting to ${name}`,
    failed: (name: string) => `Stopped streaming to ${name}`,
    ended: 'Your stream ended',
    interrupted: 'Your stream was interrupted',
    recordingStopped: 'Recording stopped',
  },

  startFailed: 'Upcast can’t start.',
  startFailedAction:
    'Check that your disk isn’t full and that Upcast can write to its settings folder, then open Upcast again.',

  faultTitle: 'Upcast has to close.',
  faultDetail:
    'Something went wrong in Upcast. If you were live, your stream has ended. If you were recording, the recording is saved. Open Upcast again to continue.',

  liveTitle: 'You’re live.',
  liveDetail: 'Closing Upcast ends your stream.',
  endAndClose: 'End stream and close',
  keepStreaming: 'Keep streaming',

  windowFailsTitle: 'The Upcast window keeps crashing.',
  windowFailsDetail:
    'Upcast reloaded the window three times in one minute. Reload it again, or close Upcast.',
  windowFailsLiveDetail:
    'Upcast reloaded the window three times in one minute. Your stream gets no new video until you reload the window.',
  reloadWindow: 'Reload window',
  closeApp: 'Close Upcast',

  trustTitle: (host: string, destination: string) => `Allow ${host} for ${destination}?`,
  trustDetail: (url: string, host: string) =>
    `${url} wants to redirect this stream to ${host}. Your stream key would go there too. Allow this only if you trust ${host}.`,
  trustAllow: 'Allow',
  trustRefuse: 'Don’t allow',

  directTitle: 'Connect without a proxy?',
  directDetail: 'This applies to every destination that doesn’t have its own proxy setting.',
  directConfirm: 'Connect directly',
  proxyTitle: (host: string, port: number) => `Connect through the proxy ${host}, port ${port}?`,
  proxyDetail:
    'This applies to every destination that doesn’t have its own proxy setting. The proxy can read the stream key on rtmp:// connections; rtmps:// protects it.',
  proxyConfirm: 'Use this proxy',
  systemProxyTitle: 'Connect through your system’s proxy?',
  systemProxyConfirm: 'Use your system’s proxy',

  importTitle: 'Import destinations',
  importButton: 'Import',
  importFilter: 'Destinations and address lists',
  allFiles: 'All files',
  exportTitle: 'Export destinations',
  exportFilter: 'Upcast destinations',
  imageTitle: 'Choose an image',
  imageFilter: 'Images',
  mediaTitle: 'Choose media files',
  mediaFilter: 'Video and audio',
  stingerTitle: 'Choose a stinger video',
  slidesTitle: 'Choose images for the slideshow',
  maskTitle: 'Choose an image for the mask',
  lutTitle: 'Choose a LUT',
  lutFilter: 'LUT files (.cube)',
  textTitle: 'Choose a text file',
  textFilter: 'Text files',
  collectionTitle: 'Import collection',
  collectionFilter: 'Upcast and OBS collections',
  copyFolderTitle: 'Choose where to keep the collection’s files',
  searchFolderTitle: 'Choose a folder to search for the missing files',
  exportCollectionTitle: 'Export collection',
  exportCollectionButton: 'Export',
  relayFolderTitle: 'Choose a folder for the relay files',
};
