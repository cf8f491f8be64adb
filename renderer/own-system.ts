/** Which system the window runs on, where keys, words or places differ. */

export type OwnSystem = 'mac' | 'windows' | 'linux';

/** @param platform as `navigator.platform` tells it. */
export function systemOf(platform: string): OwnSystem {
  if (platform.startsWith('Mac')) return 'mac';
  return platform.startsWith('Win') ? 'windows' : 'linux';
}

/** Whether figures of CPU and memory are those without FFmpeg, of which Windows tells nothing cheaply. */
export const leavesEncoderOut = (system: OwnSystem): boolean => system === 'windows';

/** Tests run without a navigator. */
export const ownSystem: OwnSystem = systemOf(typeof navigator === 'undefined' ? '' : navigator.platform);
