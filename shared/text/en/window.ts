/** The window as a whole: its parts, faults, what the start came across. */

export const window = {
  name: 'Upcast',
  sourcesColumn: 'Scenes, sources, and audio',
  destinations: 'Destinations',
  bottom: 'Graph and events',
  bottomTabs: 'Graph or events',
  bitrate: 'Bitrate',
  events: 'Events',

  oldElectron: 'Outdated Electron',
  oldElectronText: (version: string) =>
    `Outdated Electron ${version}: for development only. This version lacks security fixes, so don’t stream with it.`,

  noEvents: 'Events will appear here.',
  event: (destination: string, text: string) => `${destination}: ${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  done: 'Done',
  save: 'Save',
  saving: 'Saving…',
  undo: 'Undo',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${shortcut}`,
};

export const faults = {
  windowTitle: 'Upcast can’t show its window.',
  onAir: 'Your stream is still running. Reloading the window interrupts the video for a moment.',
  offAir: 'You’re not live. Reload the window. If this happens again, restart Upcast.',
  cannotEnd: 'Couldn’t end the stream. Close Upcast to end it.',
  reload: 'Reload window',

  part: (name: string) => `Can’t show ${name}: something went wrong in Upcast. Your stream isn’t affected.`,
  showAgain: 'Show again',

  formTitle: 'Upcast can’t show this form.',
  formText: 'Something went wrong in Upcast. Nothing has changed, and your stream isn’t affected.',
};

export const startNotices = {
  unread:
    'Upcast couldn’t read some of your saved settings. Check your destinations and settings before you go live.',
  nothingDeleted: (reasons: string) => `${reasons} Upcast didn’t delete anything.`,
  passwordKeptForRun:
    'Couldn’t save a server password. Upcast keeps it only until you quit. Unlock your keychain to save it.',
  passwordInFile:
    'A server password is still saved unencrypted. Unlock your keychain, then restart Upcast to encrypt it.',
};
