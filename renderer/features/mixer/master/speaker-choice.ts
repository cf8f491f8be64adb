/** The speakers to choose from for the headphones. Pure. */
import type { Settings } from '../../../../shared/settings/settings.ts';
import type { CaptureDevice } from '../../../media/capture/capture-state.ts';
import { texts } from '../../../../shared/text/text.ts';

type MonitorDevice = NonNullable<Settings['monitorDevice']>;

/** Whatever the system's usual output is; Chromium calls it so. */
const USUAL_ID = 'default';
const usual = (): MonitorDevice => ({ deviceId: USUAL_ID, label: texts.mixer.program.systemDefault });

/** The chosen one is among them though it is gone. */
export function speakerChoices(
  speakers: readonly CaptureDevice[],
  chosen: MonitorDevice = usual(),
): readonly MonitorDevice[] {
  const there = [usual(), ...speakers.map(({ deviceId, label }) => ({ deviceId, label }))];
  return there.some(({ deviceId }) => deviceId === chosen.deviceId) ? there : [...there, chosen];
}

export function chosenSpeakers(chosen?: MonitorDevice): string {
  return chosen?.deviceId ?? USUAL_ID;
}
