/** Chromium switches, all before `ready`: capture and encoding go on at full pace while the window is hidden or covered. */
import { app } from 'electron';

export interface SwitchOptions {
  /** Replaces camera and microphone by Chromium's own moving picture and beeps. */
  readonly fakeDevicesFps: number | undefined;
}

export function applySwitches({ fakeDevicesFps }: SwitchOptions): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-renderer-backgrounding');
  commandLine.appendSwitch('disable-background-timer-throttling');
  commandLine.appendSwitch('disable-backgrounding-occluded-windows');
  commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  // What the computer plays, by PulseAudio or PipeWire's server of its kind.
  if (process.platform === 'linux')
    commandLine.appendSwitch('enable-features', 'PulseaudioLoopbackForScreenShare');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // Chromium's own complaints (no system bus, no graphics card) are not ours to print.
  commandLine.appendSwitch('log-level', '3');
  if (fakeDevicesFps !== undefined) {
    commandLine.appendSwitch('use-fake-device-for-media-stream', `fps=${Math.round(fakeDevicesFps)}`);
    commandLine.appendSwitch('use-fake-ui-for-media-stream');
  }
}
