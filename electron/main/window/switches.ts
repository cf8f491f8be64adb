/** Chromium switches, all before `ready`: capture and encoding go on at full pace while the window is hidden or covered. Pure. */

export interface SwitchOptions {
  readonly platform: NodeJS.Platform;
  /** Replaces camera and microphone by Chromium's own moving picture and beeps. */
  readonly fakeDevicesFps: number | undefined;
  /** Without one, the window is drawn by the processor from the start. */
  readonly hasGraphics: boolean;
  /** Nobody sees or hears the app: `live` has no window and no headphones. */
  readonly isLive: boolean;
}

/**
 * In a sound device's buffer: what the page's sound is rendered in, so that none waits for the next. PulseAudio has three of them. With
 * Chromium's 512 the headphones are late enough to disturb whoever speaks.
 */
const LINUX_SOUND_FRAMES = 128;

export type Switch = readonly [name: string, value?: string];

export function chromiumSwitches({
  platform,
  fakeDevicesFps,
  hasGraphics,
  isLive,
}: SwitchOptions): readonly Switch[] {
  const fakes: readonly Switch[] =
    fakeDevicesFps === undefined
      ? []
      : [
          ['use-fake-device-for-media-stream', `fps=${Math.round(fakeDevicesFps)}`],
          ['use-fake-ui-for-media-stream'],
        ];
  const isUnseen = hasGraphicsThread(platform, isLive);
  return [
    ['disable-renderer-backgrounding'],
    ['disable-background-timer-throttling'],
    ['disable-backgrounding-occluded-windows'],
    ['autoplay-policy', 'no-user-gesture-required'],
    // What the computer plays, by PulseAudio or PipeWire's server of its kind.
    ...(platform === 'linux' ? [['enable-features', 'PulseaudioLoopbackForScreenShare'] as const] : []),
    ...(platform === 'linux' && !isLive ? [['audio-buffer-size', String(LINUX_SOUND_FRAMES)] as const] : []),
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    // Else a screen that takes half a frame's time to capture comes at half its rate.
    ['webrtc-max-cpu-consumption-percentage', '100'],
    // Chromium's own complaints (no system bus, no graphics card) are not ours to print, and may name the address of a page.
    ['log-level', '3'],
    ...(hasGraphics && !isUnseen ? [] : [['disable-gpu'] as const]),
    // What draws nothing needs no process, which would take 20 MB.
    ...(isUnseen ? [['in-process-gpu'] as const] : []),
    ...fakes,
  ];
}

/** Whether Chromium draws in main. `live` draws nothing; elsewhere screens are captured with the help of the graphics process. */
export function hasGraphicsThread(platform: NodeJS.Platform, isLive: boolean): boolean {
  return platform === 'linux' && isLive;
}
