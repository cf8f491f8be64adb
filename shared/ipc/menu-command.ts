/** What the app's menu asks the window for. */
export type MenuCommand = 'openSettings' | 'openPastStreams';
