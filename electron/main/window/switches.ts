/** Chromium switches, all before `ready`: capture and encoding go on at full pace while the window is hidden or covered. Pure. */

export interface SwitchOptions {
  readonly platform: NodeJS.Platform;
  /** Replaces camera and microphone by Chromium's own moving picture and beeps. */
  readonly fakeDevicesFps: number | undefined;
  /** Whether the studio has browser pages. */
  readonly hasPages: boolean;
}

export type Switch = readonly [name: string, value?: string];

export function chromiumSwitches({ platform, fakeDevicesFps, hasPages }: SwitchOptions): readonly Switch[] {
  const features: string[] = [];
  // Without browser pages nothing reaches a network (network-wall.ts): Chromium's network code parses nothing from outside, and needs no
  // process of its own, which would take memory. Chromium supports that on Linux alone.
  if (!hasPages && platform === 'linux') features.push('NetworkServiceInProcess2');
  // What the computer plays, by PulseAudio or PipeWire's server of its kind.
  if (platform === 'linux') features.push('PulseaudioLoopbackForScreenShare');
  const fakes: readonly Switch[] =
    fakeDevicesFps === undefined
      ? []
      : [
          ['use-fake-device-for-media-stream', `fps=${Math.round(fakeDevicesFps)}`],
          ['use-fake-ui-for-media-stream'],
        ];
  return [
    ['disable-renderer-backgrounding'],
    ['disable-background-timer-throttling'],
    ['disable-backgrounding-occluded-windows'],
    ['autoplay-policy', 'no-user-gesture-required'],
    ...(features.length === 0 ? [] : [['enable-features', features.join(',')] as const]),
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    // Else a screen that takes half a frame's time to capture comes at half its rate.
    ['webrtc-max-cpu-consumption-percentage', '100'],
    // Chromium's own complaints (no system bus, no graphics card) are not ours to print, and may name the address of a page.
    ['log-level', '3'],
    ...fakes,
  ];
}
