/** The cameras and microphones there are now, named where the system lets us know their names. */
import type { CaptureDevice } from './capture-state.ts';
import { findDevice } from './find-device.ts';
import type { WantedDevice } from './find-device.ts';
import { texts } from '../../../shared/text/text.ts';

/** Chromium's aliases of a real microphone that is listed as well. */
const aliases = new Set(['default', 'communications']);

/** @throws AppError `capture/no-camera` or `capture/no-microphone`. */
export async function findDeviceId(
  wanted: WantedDevice,
  kind: 'camera' | 'microphone',
): Promise<string | undefined> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const system = kind === 'camera' ? 'videoinput' : 'audioinput';
  return findDevice(
    wanted,
    devices.filter((device) => device.kind === system && !aliases.has(device.deviceId)),
    kind,
  );
}

/** Whether the chosen microphone is there, and whether any is. */
export async function lookForMicrophone(
  wanted: WantedDevice,
): Promise<{ readonly isThere: boolean; readonly hasAny: boolean }> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const hasAny = devices.some(({ kind }) => kind === 'audioinput');
  const isThere = await findDeviceId(wanted, 'microphone').then(
    () => hasAny,
    () => false,
  );
  return { isThere, hasAny };
}

export async function listDevices(): Promise<{
  cameras: readonly CaptureDevice[];
  microphones: readonly CaptureDevice[];
}> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const pick = (kind: MediaDeviceKind, named: (number: number) => string): CaptureDevice[] =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '' && !aliases.has(device.deviceId))
      .map(({ deviceId, label }, index) => ({
        deviceId,
        label: label === '' ? named(index + 1) : label,
      }));
  return {
    cameras: pick('videoinput', texts.sources.cameraNumber),
    microphones: pick('audioinput', texts.mixer.microphoneNumber),
  };
}
