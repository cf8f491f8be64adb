/**
 * What a packaged app refuses to be started with: switches of Chromium that let another program drive the window, read
 * what is typed in it, or take its walls down. A build for tests alone accepts them. Pure.
 */

export type BuildKind = 'development' | 'test' | 'release';

const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'disable-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-gpu-sandbox',
  'no-zygote',
  'single-process',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'load-extension',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'use-fake-ui-for-media-stream',
  'auto-select-desktop-capture-source',
] as const;

export interface Launch {
  readonly build: BuildKind;
  /** Linux as root: Chromium's sandbox doesn't work there. */
  readonly isRootOnLinux: boolean;
  readonly hasSwitch: (name: string) => boolean;
}

/** The first switch that this build may not be started with. */
export function findRefusedSwitch({ build, isRootOnLinux, hasSwitch }: Launch): string | undefined {
  if (build !== 'release') return undefined;
  const refused = isRootOnLinux ? refusedSwitches : ['no-sandbox', ...refusedSwitches];
  return refused.find(hasSwitch);
}
