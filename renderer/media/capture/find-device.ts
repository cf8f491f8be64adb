/**
 * Which of the devices there are now is the chosen one. The system gives a device another id in another socket or after a restart of the
 * sound server, and its old id to another device (`/dev/video0`): a device counts as the chosen one by its label, never when in doubt. Pure.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import { texts } from '../../../shared/text/text.ts';

export interface WantedDevice {
  /** The system's default when both are absent. */
  readonly deviceId?: string | undefined;
  readonly label?: string | undefined;
}

/** What `enumerateDevices` tells of a device of the kind in question. */
export interface FoundDevice {
  readonly deviceId: string;
  /** Empty where the system tells none. */
  readonly label: string;
}

/**
 * @returns the id to open; undefined for the system's default.
 * @throws AppError `capture/no-camera` or `capture/no-microphone`.
 */
export function findDevice(
  { deviceId, label }: WantedDevice,
  devices: readonly FoundDevice[],
  kind: 'camera' | 'microphone',
): string | undefined {
  if (deviceId === undefined && label === undefined) return undefined;
  const byId = devices.find((device) => device.deviceId === deviceId);
  // Without a label on both sides the id is all there is.
  if (byId !== undefined && (label === undefined || byId.label === '' || isSameLabel(byId.label, label)))
    return deviceId;
  const exact = label === undefined ? [] : devices.filter((device) => device.label === label);
  const alike = label === undefined ? [] : devices.filter((device) => isSameLabel(device.label, label));
  const same = exact.length > 0 ? exact : alike;
  const [only] = same;
  if (only !== undefined && same.length === 1) return only.deviceId;
  const code = kind === 'camera' ? 'capture/no-camera' : 'capture/no-microphone';
  if (label === undefined) throw new AppError(code, { message: texts.capture.notConnected(kind) });
  if (same.length === 0)
    throw new AppError(code, { message: texts.capture.notConnected(kind, label), label });
  const count = same.length;
  throw new AppError(code, { message: texts.capture.ambiguous(kind, label, count), label, count });
}

function isSameLabel(one: string, other: string): boolean {
  return stableLabel(one) === stableLabel(other);
}

/**
 * Windows numbers a device that comes back in another socket, `Microphone (2- USB Audio)`, and names a headset by its Bluetooth profile.
 * PulseAudio and PipeWire add the profile that the device has now, `USB Audio Analog Stereo`; a digital input is another one. Chromium adds
 * vendor and model, `HD Webcam (046d:0825)`, and macOS how the device is connected, which a collection of OBS leaves out.
 */
function stableLabel(label: string): string {
  return label
    .replace(/\((?:\d+)- /, '(')
    .replace(/ Hands-Free(?: AG Audio| HF Audio)?(?=\))/, '')
    .replace(/ \((?:[\da-f]{4}:[\da-f]{4}|Built-in|Bluetooth|Virtual)\)$/i, '')
    .replace(/(?<!Digital)(?: Analog)? (?:Mono|Stereo)$/, '')
    .trim();
}
