/** Devices of this computer that have the name of one that OBS knew. Pure. */
import type {
  ChosenDevice,
  ImportedDevice,
} from '../../../../shared/studio/collections/collection-import.ts';
import type { CaptureDevice } from '../../../media/capture/capture-state.ts';

/** By the source. */
export type ChosenDevices = ReadonlyMap<string, ChosenDevice>;

export const noDevices: ChosenDevices = new Map();

interface Computer {
  readonly cameras: readonly CaptureDevice[];
  readonly microphones: readonly CaptureDevice[];
}

/** Those that are to choose from, for a camera or a microphone. */
export function devicesFor(kind: ImportedDevice['kind'], computer: Computer): readonly CaptureDevice[] {
  if (kind === 'screen') return [];
  return kind === 'camera' ? computer.cameras : computer.microphones;
}

export function chosenDevice(
  { sourceId, kind }: ImportedDevice,
  device: CaptureDevice,
): ChosenDevice | undefined {
  return kind === 'screen' ? undefined : { sourceId, input: { type: kind, ...device } };
}

/** A name that two devices have stands for neither. */
export function matchedDevices(devices: readonly ImportedDevice[], computer: Computer): ChosenDevices {
  return new Map(
    devices.flatMap((device) => {
      const [only, ...others] = devicesFor(device.kind, computer).filter(
        ({ label }) => label === device.device,
      );
      const chosen = only === undefined || others.length > 0 ? undefined : chosenDevice(device, only);
      return chosen === undefined ? [] : [[device.sourceId, chosen]];
    }),
  );
}
