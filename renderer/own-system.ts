/** Which system the window runs on, where keys, words or places differ. */
import { texts } from '../shared/text/text.ts';

export type OwnSystem = 'mac' | 'windows' | 'linux';

/** @param platform as `navigator.platform` tells it. */
export function systemOf(platform: string): OwnSystem {
  if (platform.startsWith('Mac')) return 'mac';
  return platform.startsWith('Win') ? 'windows' : 'linux';
}

/** CPU or memory by its name, with what the figure leaves out: of FFmpeg Windows tells nothing cheaply. */
export function measuredName(name: string, system: OwnSystem): string {
  return system === 'windows' ? texts.status.withoutEncoder(name) : name;
}

/** Tests run without a navigator. */
export const ownSystem: OwnSystem = systemOf(typeof navigator === 'undefined' ? '' : navigator.platform);
