/** The cameras and microphones there are now, named where the system lets us know their names. */
import type { CaptureDevice } from './capture-state.ts';
import { findDevice } from './find-device.ts';
import type { FoundDevice, WantedDevice } from './find-device.ts';
import { texts } from '../../../shared/text/text.ts';

/** Chromium's aliases of a real microphone that is listed as well. */
const aliases = new Set(['default', 'communications']);

/** The microphone that stands behind Chromium's alias of the system's default. */
function usualOf(devices: readonly MediaDeviceInfo[]): MediaDeviceInfo | undefined {
  const inputs = devices.filter(({ kind }) => kind === 'audioinput');
  const usual = inputs.find(({ deviceId }) => deviceId === 'default');
  return inputs.find(
    ({ deviceId, groupId, label }) =>
      groupId !== '' && groupId === usual?.groupId && !aliases.has(deviceId) && label !== '',
  );
}

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

export interface FoundMicrophones {
  readonly microphones: readonly FoundDevice[];
  /** Whether the system has any input at all: an alias may stand alone. */
  readonly hasAny: boolean;
  /** Which one the system uses where none is chosen; undefined where it tells none. */
  readonly usualId: string | undefined;
}

export async function listMicrophones(): Promise<FoundMicrophones> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const inputs = devices.filter(({ kind }) => kind === 'audioinput');
  return {
    microphones: inputs.filter(({ deviceId }) => !aliases.has(deviceId)),
    hasAny: inputs.length > 0,
    usualId: usualOf(devices)?.deviceId,
  };
}

/** Whether the wanted microphone is one of these. */
export function isListed(wanted: WantedDevice, microphones: readonly FoundDevice[]): boolean {
  try {
    findDevice(wanted, microphones, 'microphone');
    return true;
  } catch {
    return false;
  }
}

export async function listDevices(): Promise<{
  cameras: readonly CaptureDevice[];
  microphones: readonly CaptureDevice[];
  speakers: readonly CaptureDevice[];
  usualMicrophone: string | undefined;
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
    speakers: pick('audiooutput', texts.mixer.speakerNumber),
    usualMicrophone: usualOf(devices)?.label,
  };
}
